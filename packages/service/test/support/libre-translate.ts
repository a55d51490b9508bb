import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Asked {
  q: string[];
  source: string;
  target: string;
  format: string;
  api_key?: string;
}

/** A server that speaks the LibreTranslate API, and two languages badly: `Sure?` is `de(Sure?)`. */
export interface TranslationServer {
  readonly url: string;
  /** Every text that it was asked about. */
  readonly asked: readonly string[];
  readonly formats: readonly string[];
  /** What it makes of a text from now on. */
  make(translate: (text: string, target: string) => string): void;
  close(): void;
}

const languages = [
  { code: 'en', name: 'English', targets: ['en', 'de', 'pt', 'zh-Hans'] },
  { code: 'de', name: 'German', targets: ['en'] },
];

export async function startTranslationServer(key: string): Promise<TranslationServer> {
  const asked: string[] = [];
  const formats: string[] = [];
  let translate = (text: string, target: string): string => `${target}(${text})`;

  function answer(path: string | undefined, body: string): [status: number, body: unknown] {
    if (path === '/languages') return [200, languages];
    if (path !== '/translate') return [404, { error: 'Not found' }];
    const { q, source, target, format, api_key } = JSON.parse(body) as Asked;
    if (api_key !== key) return [403, { error: 'Invalid API key' }];
    if (source !== 'en') return [400, { error: `${source} is not supported` }];
    asked.push(...q);
    formats.push(format);
    return [200, { translatedText: q.map((text) => translate(text, target)) }];
  }

  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const [status, content] = answer(request.url, body);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(content));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    formats,
    make(next) {
      translate = next;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
