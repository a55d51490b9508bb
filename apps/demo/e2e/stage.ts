import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SessionRecord, Subscription } from '@fairwell/contract';
import type { Invoice } from '@fairwell/service';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import type { AccountAnswer } from '../server/api.ts';
import { startDemo, type Demo } from '../server/demo.ts';
import { launchBrowser, visit, type Visit } from './visit.ts';

/** A demo of its own for a file of tests, as on the first day before each of them. */
export interface Stage {
  readonly url: string;
  readonly browser: Browser;
  /** Opens somebody's account. Whatever the page complains of fails the test. */
  open(customer: string, options?: BrowserContextOptions): Promise<Page>;
  /** What a page is known to complain of; counts no more. */
  expectComplaint(page: Page, text: string): Promise<void>;
  /** What the database has, whatever a page shows. */
  subscriptions(customer: string): Promise<readonly Subscription[]>;
  subscription(customer: string): Promise<Subscription>;
  invoices(customer: string): Promise<readonly Invoice[]>;
  session(customer: string): Promise<SessionRecord>;
}

function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('It is not there.');
  return value;
}

/** A folder with the data of the first day. */
async function dataDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'fairwell-demo-'));
  await cp(inject('database'), directory, { recursive: true });
  return directory;
}

export function useStage(): Stage {
  let directory: string;
  let demo: Demo;
  let browser: Browser;
  let visits: Visit[] = [];

  beforeAll(async () => {
    directory = await dataDirectory();
    [demo, browser] = await Promise.all([startDemo({ port: 0, directory }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await demo.close();
    await rm(directory, { recursive: true });
  });
  beforeEach(() => demo.accounts.sandbox?.reset());
  afterEach(async () => {
    const complaints = visits.flatMap((each) => each.complaints);
    await Promise.all(visits.map(({ page }) => page.close()));
    visits = [];
    expect(complaints).toEqual([]);
  });

  const subscriptions = (customer: string) => demo.accounts.provider.listSubscriptions(customer);
  return {
    get url() {
      return demo.url;
    },
    get browser() {
      return browser;
    },
    async open(customer, options) {
      const made = await visit(browser, demo.url, customer, options);
      visits.push(made);
      return made.page;
    },
    async expectComplaint(page, text) {
      const { complaints } = found(visits.find((each) => each.page === page));
      await expect.poll(() => complaints.some((each) => each.includes(text))).toBe(true);
      complaints.splice(0, complaints.length, ...complaints.filter((each) => !each.includes(text)));
    },
    subscriptions,
    subscription: async (customer) => found((await subscriptions(customer))[0]),
    invoices: (customer) => demo.accounts.provider.listInvoices(customer),
    async session(customer) {
      const answer = await fetch(`${demo.url}/api/customers/${customer}`);
      const { session } = (await answer.json()) as AccountAnswer;
      return found(session);
    },
  };
}
