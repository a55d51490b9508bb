import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockDirectory } from './directory-lock.js';

let directory: string;
let others: ChildProcess[];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fairwell-lock-'));
  others = [];
});
afterEach(async () => {
  for (const other of others) other.kill('SIGKILL');
  await rm(directory, { recursive: true });
});

const lockModule = new URL('./directory-lock.ts', import.meta.url).href;

/** Another process that holds the lock, as soon as it does. */
async function otherHolder(): Promise<ChildProcess & { pid: number }> {
  const script = `
    const { lockDirectory } = await import(${JSON.stringify(lockModule)});
    await lockDirectory(${JSON.stringify(directory)});
    console.log('held');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  others.push(child);
  await once(child.stdout, 'data');
  const { pid } = child;
  if (pid === undefined) throw new Error('The process did not start');
  return Object.assign(child, { pid });
}

async function kill(other: ChildProcess): Promise<void> {
  const gone = once(other, 'exit');
  other.kill('SIGKILL');
  await gone;
}

const file = (): string => join(directory, 'lock');

const heldBy = (holder: object): Promise<void> =>
  writeFile(file(), JSON.stringify({ token: 'theirs', scope: null, started: null, ...holder }));

/** The lock as its holder has it now. */
async function holder(): Promise<object> {
  return JSON.parse(await readFile(file(), 'utf8')) as object;
}

/** The last sign of life is so long ago that there should have been others. */
async function fallSilent(): Promise<void> {
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(file(), longAgo, longAgo);
}

/** A sign of life while somebody waits for one. */
async function refusesAfterSign(): Promise<void> {
  const locking = expect(lockDirectory(directory)).rejects.toThrow('is in use');
  const signs = setInterval(() => {
    const now = new Date();
    utimes(file(), now, now).catch(() => undefined);
  }, 50);
  await locking;
  clearInterval(signs);
}

it('keeps a second one out until it is released', async () => {
  const first = await lockDirectory(directory);
  await expect(lockDirectory(directory)).rejects.toThrow(`${directory} is in use by process`);
  await first.release();
  const second = await lockDirectory(directory);
  await second.release();
  expect(await readdir(directory)).toEqual([]);
});

it('lets one of many in that come at once', async () => {
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(directory)));
  const held = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  expect(held).toHaveLength(1);
  await held[0]?.release();
});

it('is held by another process while that lives, and taken over once it is gone', async () => {
  const other = await otherHolder();
  await expect(lockDirectory(directory)).rejects.toThrow(`by process ${String(other.pid)}`);
  await kill(other);
  const lock = await lockDirectory(directory);
  await lock.release();
});

it('is held by a process that was stopped, however long ago', async () => {
  const other = await otherHolder();
  other.kill('SIGSTOP');
  await fallSilent();
  await expect(lockDirectory(directory)).rejects.toThrow(`by process ${String(other.pid)}`);
});

it('is taken over by one of many from a process that is gone', async () => {
  await kill(await otherHolder());
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(directory)));
  const held = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  expect(held).toHaveLength(1);
  await held[0]?.release();
});

it('is taken over from an earlier process with the same id as this one', async () => {
  await kill(await otherHolder());
  await heldBy({ ...(await holder()), pid: process.pid });
  const lock = await lockDirectory(directory);
  await lock.release();
});

it('is taken over from a process whose id another has by now', async () => {
  const gone = await otherHolder();
  const left = await holder();
  await kill(gone);
  await rm(file());
  const other = await otherHolder();
  await heldBy({ ...left, pid: other.pid });
  const lock = await lockDirectory(directory);
  await lock.release();
});

it.each([
  ['on another machine', { host: 'elsewhere', pid: 1 }],
  // Under the same name, where the same id is another process.
  ['in another container', { host: hostname(), pid: process.pid, scope: 'another' }],
])('is held by a process %s as long as that gives a sign of life', async (_name, there) => {
  await heldBy(there);
  await refusesAfterSign();
  await fallSilent();
  const lock = await lockDirectory(directory);
  await lock.release();
});

it('is taken over when it was never written to its end', async () => {
  await writeFile(file(), '');
  await refusesAfterSign();
  await fallSilent();
  const lock = await lockDirectory(directory);
  await lock.release();
});
