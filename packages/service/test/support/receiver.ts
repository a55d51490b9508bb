import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vi } from 'vitest';

export interface Delivered {
  headers: IncomingHttpHeaders;
  /** As it arrived. */
  body: string;
}

/** Somebody's server, which is told things. */
export interface Receiver {
  readonly url: string;
  readonly delivered: readonly Delivered[];
  /** What it answers from now on. */
  answer(status: number): void;
  /** Resolves once there are at least so many. */
  until(count: number): Promise<readonly Delivered[]>;
  close(): void;
}

export async function startReceiver(): Promise<Receiver> {
  const delivered: Delivered[] = [];
  let status = 204;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      delivered.push({ headers: request.headers, body });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    delivered,
    answer(next) {
      status = next;
    },
    until: (count) =>
      vi.waitFor(
        () => {
          if (delivered.length < count) throw new Error(`${delivered.length} of ${count} arrived`);
          return delivered;
        },
        { timeout: 20_000, interval: 20 },
      ),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
