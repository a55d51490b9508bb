/**
 * A process of its own: the service on a Postgres server, and beside it routes that send to the
 * database what the service sends for the same requests, and do nothing else. Its argument is the
 * server's address.
 */
import { openDatabase } from '@fairwell/service';
import fastify, { type FastifyInstance } from 'fastify';
import { createService } from '../service/service.ts';
import { record, replay } from '../service/trace.ts';
import { requests } from './requests.ts';
import { dataKey } from './seed-sessions.ts';

/** What the process says once it listens. */
export interface Addresses {
  service: string;
  bare: string;
}

const [url = ''] = process.argv.slice(2);
const database = await openDatabase({ url });

/** Routes that answer each request with what the service answered, after the same statements. */
async function createBare(): Promise<FastifyInstance> {
  const recording = record(database);
  const service = await createService(recording.database);
  await service.ready();
  const bare = fastify();
  for (const [index, { path }] of requests.entries()) {
    recording.take();
    const { statusCode, body } = await service.inject({
      path,
      headers: { 'x-fairwell-key': dataKey },
    });
    if (statusCode !== 200) throw new Error(`${path} was answered with ${statusCode}: ${body}`);
    const trace = recording.take();
    const answer: unknown = JSON.parse(body);
    bare.get(`/${index}`, async () => {
      await replay(database, trace, []);
      return answer;
    });
  }
  await service.close();
  return bare;
}

const listen = (app: FastifyInstance): Promise<string> =>
  app.listen({ host: '127.0.0.1', port: 0 });

const bare = await createBare();
const service = await createService(database);
process.on('message', () => {
  globalThis.gc?.();
  process.send?.(process.memoryUsage.rss());
});
process.on('disconnect', () => {
  void bare.close().then(() => service.close());
});
const addresses: Addresses = { service: await listen(service), bare: await listen(bare) };
process.send?.(addresses);
