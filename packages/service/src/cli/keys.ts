import { parseArgs } from 'node:util';
import type { Mode } from '@fairwell/contract';
import { KeyStore } from '../auth/key-store.js';
import { openDatabase } from '../storage/database.js';
import type { KeyKind } from '../storage/schema.js';
import { readDatabaseLocation } from './environment.js';
import type { Variables } from './variables.js';

const usage = `Usage:
  fairwell-service keys create data|admin --mode live|test|sandbox
  fairwell-service keys list
  fairwell-service keys revoke <id>`;

const kinds: readonly KeyKind[] = ['data', 'admin'];
const modes: readonly Mode[] = ['live', 'test', 'sandbox'];

type Print = (line: string) => void;
type Work = (store: KeyStore, print: Print) => Promise<void>;

function create(kind: KeyKind, mode: Mode): Work {
  return async (store, print) => {
    const { id, key } = await store.create(kind, mode);
    print(`${id} opens the ${kind} routes in the mode "${mode}". This is shown once:`);
    print(key);
  };
}

const list: Work = async (store, print) => {
  for (const { id, kind, mode, created_at, revoked_at } of await store.list()) {
    const revoked = revoked_at ? `revoked ${revoked_at.toISOString()}` : 'in use';
    print([id, kind, mode, `created ${created_at.toISOString()}`, revoked].join('  '));
  }
};

function revoke(id: string): Work {
  return async (store, print) => {
    if (!(await store.revoke(id))) throw new Error(`There is no key ${id} in use`);
    print(`${id} opens nothing any more`);
  };
}

function parse(args: readonly string[]): Work {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { mode: { type: 'string' } },
  });
  const [command, subject, ...rest] = positionals;
  const kind = kinds.find((each) => each === subject);
  const mode = modes.find((each) => each === values.mode);
  if (rest.length === 0) {
    if (command === 'create' && kind && mode) return create(kind, mode);
    if (command === 'list' && subject === undefined) return list;
    if (command === 'revoke' && subject !== undefined) return revoke(subject);
  }
  throw new Error(usage);
}

/**
 * `fairwell-service keys …`, on the same database as the service.
 * @throws {Error} that says what can be asked for, or what is wrong with the environment.
 */
export async function runKeys(
  args: readonly string[],
  variables: Variables,
  print: Print,
): Promise<void> {
  const work = parse(args);
  const database = await openDatabase(readDatabaseLocation(variables));
  try {
    await work(new KeyStore(database, () => new Date()), print);
  } finally {
    await database.close();
  }
}
