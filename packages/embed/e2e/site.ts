import { resolveBrowser } from '@fairwell-tools/browser';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import {
  readIntegrity,
  readScript,
  serve,
  serveScripts,
  serveService,
  type Answer,
  type Running,
  type Service,
} from './servers.ts';

/** Marks the page's own inline scripts as its own. */
export const nonce = 'the-nonce-of-the-page';

export interface Html {
  head?: string;
  body?: string;
  /** Its own script, at the end of `head` where it is `early`, else of `body`. */
  script?: string;
  early?: boolean;
  /** In place of the sources that scripts may have. */
  scripts?: string;
}

/** Three origins: a product's page under a strict policy, the script, and the service. */
export interface Site {
  readonly service: Service;
  /** The script's address, with what goes for every call. */
  readonly src: string;
  /** The integrity hash of `fairwell.js`. */
  readonly integrity: string;
  /** The address of each module that it loads, with its hash. */
  readonly modules: Record<string, string>;
  /** The tag of the snippet. */
  snippet(attributes?: string): string;
  /** Opens a page. Whatever it complains of fails the test, but for what is expected. */
  open(html: Html): Promise<Page>;
  /** What a page is known to complain of. */
  expectComplaint(page: Page, text: string): Promise<void>;
}

interface Visit {
  page: Page;
  complaints: string[];
}

function write({ head = '', body = '', script = '', early = false }: Html): string {
  const own = `<script nonce="${nonce}">${script}</script>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Account</title>${head}${early ? own : ''}</head><body><h1>Account</h1>${body}${early ? '' : own}</body></html>`;
}

export function useSite(): Site {
  let browser: Browser;
  let scripts: Running;
  let pages: Running;
  let service: Service;
  let snippet: string;
  let hashes: Awaited<ReturnType<typeof readIntegrity>>;
  let html: Html = {};
  let visits: Visit[] = [];

  const answer = async (url: string): Promise<Answer> => {
    if (url === '/favicon.ico') return { headers: {}, body: '' };
    const policy = [
      "default-src 'none'",
      `script-src ${html.scripts ?? `${scripts.url} 'nonce-${nonce}' '${hashes.inlineSnippet}'`}`,
      `connect-src 'self' ${service.url}`,
      "style-src 'self'",
      "form-action 'self'",
      "require-trusted-types-for 'script'",
      'trusted-types fairwell lit-html',
    ].join('; ');
    return {
      headers: { 'content-type': 'text/html', 'content-security-policy': policy },
      body: url === '/' ? write(html) : write({ body: `<p>${url}</p>` }),
    };
  };

  beforeAll(async () => {
    hashes = await readIntegrity();
    snippet = await readScript('stub.js');
    const { executablePath, args } = await resolveBrowser();
    [browser, scripts, pages] = await Promise.all([
      chromium.launch({ executablePath, args: [...args] }),
      serveScripts(),
      serve(answer),
    ]);
    service = await serveService([pages.url]);
  });
  afterAll(() => Promise.all([browser.close(), scripts.close(), pages.close(), service.close()]));
  beforeEach(() => service.reset());
  afterEach(async () => {
    const complaints = visits.flatMap((each) => each.complaints);
    await Promise.all(visits.map(({ page }) => page.close()));
    visits = [];
    expect(complaints).toEqual([]);
  });

  const src = () => `${scripts.url}/fairwell.js?serviceUrl=${encodeURIComponent(service.url)}`;
  return {
    get service() {
      return service;
    },
    get src() {
      return src();
    },
    get integrity() {
      return hashes.files['fairwell.js'] ?? '';
    },
    get modules() {
      const names = Object.keys(hashes.files).filter((name) => name.startsWith('chunks/'));
      return Object.fromEntries(
        names.map((name) => [`${scripts.url}/${name}`, hashes.files[name] ?? '']),
      );
    },
    snippet: (attributes = `data-src="${src()}"`) => `<script ${attributes}>${snippet}</script>`,
    async open(next) {
      html = next;
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      visits.push({ page, complaints });
      await page.goto(pages.url);
      return page;
    },
    async expectComplaint(page, text) {
      const complaints = visits.find((visit) => visit.page === page)?.complaints ?? [];
      await expect.poll(() => complaints.join('\n')).toContain(text);
      complaints.splice(0, complaints.length, ...complaints.filter((each) => !each.includes(text)));
    },
  };
}

/** A text of JavaScript that is this value. */
export const js = (value: unknown): string => JSON.stringify(value);
