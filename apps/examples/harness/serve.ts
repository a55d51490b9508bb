import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';
import type { Example } from './example.ts';
import { startScript } from './run.ts';

/** An app that answers at its address. */
export interface Served {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function serveFiles(folder: string): Promise<Served> {
  const app = Fastify({ forceCloseConnections: true });
  await app.register(fastifyStatic, { root: folder });
  const { port } = new URL(await app.listen({ port: 0, host: 'localhost' }));
  return { url: `http://localhost:${port}`, stop: () => app.close() };
}

const isUp = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

/** In milliseconds, for a server to come up on a machine that is busy. */
const patience = 120_000;

async function serveByItself({ id, home }: Example): Promise<Served> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const server = startScript(home, 'start', { PORT: String(port), HOST: 'localhost' });
  const deadline = Date.now() + patience;
  while (!(await isUp(url))) {
    if (server.hasEnded() || Date.now() > deadline) {
      await server.stop();
      throw new Error(`The server of ${id} does not answer at ${url}:\n${server.output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, stop: server.stop };
}

/** Serves what was built. */
export function serve(example: Example): Promise<Served> {
  return example.rendering === 'client' ? serveFiles(example.output) : serveByItself(example);
}
