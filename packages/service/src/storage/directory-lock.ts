import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** PGlite does not keep two processes off one directory, and they would lose each other's rows. */
export interface DirectoryLock {
  release(): Promise<void>;
}

interface Holder {
  token: string;
  pid: number;
  host: string;
}

/** A holder on another machine shows that it lives by touching the file this often, in milliseconds. */
const heartbeat = 5_000;
const patience = 6 * heartbeat;

/** Locks of this very process, which its process id cannot tell apart from those of a dead one. */
const ours = new Set<string>();

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function readHolder(file: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

/** `holder` is null for a file that was never written to its end. */
async function isAbandoned(file: string, holder: Holder | null): Promise<boolean> {
  if (holder && ours.has(holder.token)) return false;
  if (holder?.host === hostname() && (holder.pid === process.pid || !isRunning(holder.pid)))
    return true;
  const { mtimeMs } = await stat(file);
  return Date.now() - mtimeMs > patience;
}

/** Creates the file if there is none; of several that try at once, one succeeds. */
async function create(file: string, holder: Holder): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves an abandoned lock aside. Of several that try at once, one succeeds. */
async function takeAway(file: string, abandoned: Holder | null): Promise<boolean> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch {
    return false;
  }
  if ((await readHolder(aside))?.token !== abandoned?.token) {
    // Somebody else was faster, and this is their new lock.
    await rename(aside, file);
    return false;
  }
  await rm(aside, { force: true });
  return true;
}

async function acquire(file: string, self: Holder): Promise<boolean> {
  if (await create(file, self)) return true;
  const holder = await readHolder(file);
  return (
    (await isAbandoned(file, holder)) &&
    (await takeAway(file, holder)) &&
    (await create(file, self))
  );
}

/**
 * Keeps every other process off a directory. The lock of a process that is gone is taken over.
 * @throws if another process holds it.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const file = join(directory, 'lock');
  const self: Holder = { token: randomUUID(), pid: process.pid, host: hostname() };
  ours.add(self.token);
  if (!(await acquire(file, self))) {
    ours.delete(self.token);
    const holder = await readHolder(file);
    const by = holder ? ` by process ${holder.pid} on ${holder.host}` : '';
    throw new Error(
      `The data directory ${directory} is in use${by}. Stop that process, or give each its own.`,
    );
  }
  const timer = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, heartbeat).unref();
  return {
    async release() {
      clearInterval(timer);
      ours.delete(self.token);
      if ((await readHolder(file))?.token === self.token) await rm(file, { force: true });
    },
  };
}
