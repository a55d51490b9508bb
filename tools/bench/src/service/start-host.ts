import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Addresses, Question } from './host.ts';

/** Where PGlite keeps its data. */
export type Storage = 'on disk' | 'in memory';

export interface Host extends Addresses {
  ask(question: Question): Promise<number>;
  close(): Promise<void>;
}

/** Starts the process of `host.ts`, with its data in a folder that is removed with it. */
export async function startHost(storage: Storage, customers: number): Promise<Host> {
  const directory = storage === 'on disk' ? await mkdtemp(join(tmpdir(), 'fairwell-bench-')) : '';
  const child = fork(fileURLToPath(import.meta.resolve('./host.ts')), [`${customers}`, directory], {
    execArgv: ['--expose-gc'],
  });
  const exited = once(child, 'exit');
  const message = async <T>(): Promise<T> => {
    const lost = exited.then(() => {
      throw new Error('The process of the service has ended');
    });
    const [said] = (await Promise.race([once(child, 'message'), lost])) as [T];
    return said;
  };
  const addresses = await message<Addresses>();
  return {
    ...addresses,
    ask(question) {
      child.send(question);
      return message<number>();
    },
    async close() {
      child.disconnect();
      await exited;
      if (directory) await rm(directory, { recursive: true, force: true });
    },
  };
}
