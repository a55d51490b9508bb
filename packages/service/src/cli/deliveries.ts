import { parseArgs } from 'node:util';
import type { Mode } from '@fairwell/contract';
import { JobStore } from '../queue/job-store.js';
import { jobKinds } from '../queue/jobs.js';
import { openDatabase } from '../storage/database.js';
import { readDatabaseLocation } from './environment.js';
import type { Variables } from './variables.js';

const usage = `Usage:
  fairwell-service deliveries dead --mode live|test|sandbox
  fairwell-service deliveries replay <id>|--all --mode live|test|sandbox`;

const modes: readonly Mode[] = ['live', 'test', 'sandbox'];

type Print = (line: string) => void;
type Work = (store: JobStore, print: Print) => Promise<void>;

function listDead(mode: Mode): Work {
  return async (store, print) => {
    const dead = await store.list({ mode, state: 'dead', kinds: jobKinds }, 1000);
    for (const { job, attempts } of dead) {
      const { id, kind, created_at } = job;
      const why = attempts.at(-1)?.error ?? 'given up';
      print([id, kind, `from ${created_at.toISOString()}`, why].join('  '));
    }
  };
}

function replay(mode: Mode, id: string | undefined): Work {
  return async (store, print) => {
    const replayed = await store.replay(mode, jobKinds, id);
    if (id !== undefined && replayed === 0) throw new Error(`There is no dead delivery ${id}`);
    print(`${replayed} to be sent again`);
  };
}

function parse(args: readonly string[]): Work {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { mode: { type: 'string' }, all: { type: 'boolean' } },
  });
  const [command, id, ...rest] = positionals;
  const mode = modes.find((each) => each === values.mode);
  const isAll = values.all ?? false;
  if (mode && rest.length === 0) {
    if (command === 'dead' && id === undefined && !isAll) return listDead(mode);
    if (command === 'replay' && (id === undefined) === isAll) return replay(mode, id);
  }
  throw new Error(usage);
}

/**
 * `fairwell-service deliveries …`, on the same database as the service, which does the sending.
 * @throws {Error} that says what can be asked for, or what is wrong with the environment.
 */
export async function runDeliveries(
  args: readonly string[],
  variables: Variables,
  print: Print,
): Promise<void> {
  const work = parse(args);
  const database = await openDatabase(readDatabaseLocation(variables));
  try {
    await work(new JobStore(database, () => new Date()), print);
  } finally {
    await database.close();
  }
}
