import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startDemo } from '../server/demo.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with the data of the first day, to be copied. */
    database: string;
  }
}

/** Makes the database that every file of tests begins with: to make one takes seconds. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'fairwell-demo-'));
  const demo = await startDemo({ port: 0, directory });
  await demo.close();
  provide('database', directory);
  return () => rm(directory, { recursive: true });
}
