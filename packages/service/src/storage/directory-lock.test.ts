import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
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

/** A process that does nothing but live. */
function otherProcess(): ChildProcess & { pid: number } {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  others.push(child);
  const { pid } = child;
  if (pid === undefined) throw new Error('The process did not start');
  return Object.assign(child, { pid });
}

const heldBy = (pid: number, host = hostname()): Promise<void> =>
  writeFile(join(directory, 'lock'), JSON.stringify({ token: 'theirs', pid, host }));

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
  const other = otherProcess();
  await heldBy(other.pid);
  await expect(lockDirectory(directory)).rejects.toThrow(`by process ${String(other.pid)}`);
  other.kill('SIGKILL');
  await once(other, 'exit');
  const lock = await lockDirectory(directory);
  await lock.release();
});

it('is taken over by one of many from a process that is gone', async () => {
  const gone = otherProcess();
  gone.kill('SIGKILL');
  await once(gone, 'exit');
  await heldBy(gone.pid);
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(directory)));
  const held = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  expect(held).toHaveLength(1);
  await held[0]?.release();
});

it('is taken over from an earlier process with the same id, as in a container', async () => {
  await heldBy(process.pid);
  const lock = await lockDirectory(directory);
  await lock.release();
});

it('is held by another machine as long as that gives a sign of life', async () => {
  await heldBy(1, 'elsewhere');
  await expect(lockDirectory(directory)).rejects.toThrow('by process 1 on elsewhere');
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(join(directory, 'lock'), longAgo, longAgo);
  const lock = await lockDirectory(directory);
  await lock.release();
});

it('is taken over when it was never written to its end', async () => {
  await writeFile(join(directory, 'lock'), '');
  await expect(lockDirectory(directory)).rejects.toThrow('is in use');
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(join(directory, 'lock'), longAgo, longAgo);
  const lock = await lockDirectory(directory);
  await lock.release();
});
