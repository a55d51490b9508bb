import { randomUUID } from 'node:crypto';
import { readFile, readlink, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** PGlite does not keep two processes off one directory, and they would lose each other's rows. */
export interface DirectoryLock {
  release(): Promise<void>;
}

interface Holder {
  token: string;
  pid: number;
  host: string;
  /** Where its id names it: containers count each for themselves. Null where the system does not tell. */
  scope: string | null;
  /** When it started, as the system counts: an id is given to another process after it. */
  started: string | null;
}

/** A holder whose process cannot be seen shows that it lives by touching the file this often, in milliseconds. */
const heartbeat = 5_000;
const patience = 6 * heartbeat;
/** Milliseconds between two looks for that. */
const glance = 250;

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

/** Two processes of one scope can see each other: it names the start of the machine, and the container. */
async function ownScope(): Promise<string | null> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    return `${boot.trim()} ${await readlink('/proc/self/ns/pid')}`;
  } catch {
    return null;
  }
}

async function startOf(pid: number): Promise<string | null> {
  try {
    const status = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name before it may hold anything. Of what follows, the start is the twentieth.
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

async function readHolder(file: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

/** What can be seen of the holder's process. */
async function lifeOf(holder: Holder | null, self: Holder): Promise<'alive' | 'gone' | 'unseen'> {
  if (!holder) return 'unseen';
  if (ours.has(holder.token)) return 'alive';
  if (holder.host !== self.host || holder.scope !== self.scope) return 'unseen';
  if (holder.pid === self.pid || !isRunning(holder.pid)) return 'gone';
  if (holder.started === null) return 'unseen';
  return (await startOf(holder.pid)) === holder.started ? 'alive' : 'gone';
}

/** Waits for a sign of life, as long as one may be due. */
async function isSilent(file: string): Promise<boolean> {
  const { mtimeMs: last } = await stat(file);
  while (Date.now() - last <= patience) {
    await sleep(glance);
    const { mtimeMs } = await stat(file);
    if (mtimeMs !== last) return false;
  }
  return true;
}

/** `holder` is null for a file that was never written to its end. */
async function isAbandoned(file: string, holder: Holder | null, self: Holder): Promise<boolean> {
  const life = await lifeOf(holder, self);
  if (life !== 'unseen') return life === 'gone';
  // Released while we looked: then the next step finds out who is first.
  return isSilent(file).catch(() => true);
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

/** Moves an abandoned lock aside; of several that try at once, one does. */
async function takeAway(file: string, abandoned: Holder | null): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  // Somebody else was faster, and this is their new lock.
  if ((await readHolder(aside))?.token !== abandoned?.token) await rename(aside, file);
  else await rm(aside, { force: true });
}

async function acquire(file: string, self: Holder): Promise<boolean> {
  if (await create(file, self)) return true;
  const holder = await readHolder(file);
  if (!(await isAbandoned(file, holder, self))) return false;
  await takeAway(file, holder);
  return create(file, self);
}

/**
 * Keeps every other process off a directory. The lock of a process that is gone is taken over: at once
 * where that can be seen, and else when it has given no sign of life for half a minute.
 * @throws if another process holds it.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const file = join(directory, 'lock');
  const { pid } = process;
  const [scope, started] = await Promise.all([ownScope(), startOf(pid)]);
  const self: Holder = { token: randomUUID(), pid, host: hostname(), scope, started };
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
