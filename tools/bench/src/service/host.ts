/**
 * A process of its own, so that the load does not slow down what it measures: the service and what
 * it is compared with, on one database. Its arguments are the number of customers and the folder of
 * the database, which is in memory without one.
 */
import { openDatabase, seedSandbox } from '@fairwell/service';
import type { FastifyInstance } from 'fastify';
import { createBare, recordedCustomer } from './bare.ts';
import { sandboxData } from './seeds.ts';
import { createService } from './service.ts';

/** What the process says once it listens. */
export interface Addresses {
  service: string;
  bare: string;
}

/** What it can be asked for. */
export type Question = keyof typeof answers;

const answers = {
  /** Resident, in bytes, without what can be thrown away. */
  memory() {
    globalThis.gc?.();
    return process.memoryUsage.rss();
  },
  /** Used since it was started, in milliseconds. */
  processorTime() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
} satisfies Record<string, () => number>;

const listen = (app: FastifyInstance): Promise<string> =>
  app.listen({ host: '127.0.0.1', port: 0 });

const [count, directory] = process.argv.slice(2);
const database = await openDatabase(directory ? { directory } : { memory: true });
const customers = Array.from({ length: Number(count) }, (_, index) => `cus_${index}`);
await seedSandbox(database, sandboxData([...customers, recordedCustomer]));
const bare = await createBare(database);
const service = await createService(database);

process.on('message', (question: Question) => {
  process.send?.(answers[question]());
});
process.on('disconnect', () => {
  void bare.close().then(() => service.close());
});
const addresses: Addresses = { service: await listen(service), bare: await listen(bare) };
process.send?.(addresses);
