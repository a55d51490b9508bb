/**
 * What is done with the examples: `main.ts pack`, and `main.ts serve|test|lock EXAMPLE`, where an
 * example is a folder or one variant of it (`react`, `react@18`). What follows goes to Vitest.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startBackEnd } from '../back-end/back-end.ts';
import { beginnings } from '../back-end/customers.ts';
import { listExamples, readExample, type Example } from './example.ts';
import { examples, root } from './folders.ts';
import { install, writeLock } from './install.ts';
import { pack } from './pack.ts';
import { npm } from './run.ts';
import { setScenes, variable } from './scene.ts';
import { serve } from './serve.ts';

async function build(example: Example): Promise<void> {
  console.log(`${example.title}: installing`);
  await install(example);
  console.log(`${example.title}: building`);
  await npm(example.home, 'run', 'build');
}

async function serveAll(chosen: readonly Example[]): Promise<void> {
  for (const example of chosen) await build(example);
  const served = await Promise.all(chosen.map(serve));
  const backEnd = await startBackEnd(
    0,
    served.map(({ url }) => url),
  );
  for (const beginning of beginnings) {
    const answer = await fetch(`${backEnd.url}/test/customers/${beginning}`, { method: 'POST' });
    const { id } = (await answer.json()) as { id: string };
    const query = new URLSearchParams({ customer: id, service: backEnd.url });
    chosen.forEach(({ title }, index) =>
      console.log(`${title}, ${beginning}: ${served[index]?.url}/?${query}`),
    );
  }
}

/** Where Nx and the table look for results. */
const reportOf = ({ source }: Example): string => join(source, 'test-results/drive.json');

async function test(chosen: readonly Example[], rest: string[]): Promise<void> {
  for (const example of chosen) await build(example);
  const reports = chosen
    .slice(0, 1)
    .flatMap((example) => ['--reporter=json', `--outputFile.json=${reportOf(example)}`]);
  const { scenes, clear } = await setScenes(chosen);
  const vitest = spawn(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--config=e2e/vitest.config.ts',
      '--reporter=default',
      ...reports,
      ...rest,
    ],
    {
      cwd: examples,
      stdio: 'inherit',
      env: { ...process.env, [variable]: JSON.stringify(scenes) },
    },
  );
  const [status] = (await once(vitest, 'close')) as [number | null];
  await clear();
  // There they are not asked for again, and take room that nobody gives back.
  if (process.env['CI'])
    for (const { home } of chosen) await rm(home, { recursive: true, force: true });
  process.exitCode = status ?? 1;
}

// What was started stops with this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const [verb, id = '', ...rest] = process.argv.slice(2);
if (verb === 'pack') await pack();
else if (verb === 'serve') await serveAll(await readExample(id));
else if (verb === 'test') await test(await readExample(id), rest);
else if (verb === 'lock') for (const example of await readExample(id)) await writeLock(example);
else {
  const names = (await listExamples()).join(', ');
  console.error(`main.ts pack, or main.ts serve|test|lock with one of ${names}`);
  process.exitCode = 1;
}
