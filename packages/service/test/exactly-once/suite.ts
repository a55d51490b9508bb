import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Database } from '../../src/index.js';
import { openTestDatabase } from '../support/database.js';
import { count, type Account, type AccountOptions, type Tally } from './account.js';
import { caseNames } from './cases.js';
import { run } from './run.js';

const asked = process.env['FAIRWELL_FAULT_RUNS'];
/** Of each action. `npm run test:faults` asks for a thousand. */
const runs = Number(asked ?? 8);
/** Printed with every failure; a run of the same seed makes the same plan. */
const seed = process.env['FAIRWELL_FAULT_SEED'] ?? String(Date.now());
/** Runs that came to light with a bug once, or any that are to be looked at: `seed#number`. */
const only = process.env['FAIRWELL_FAULT_ONLY'];

/** How many failures of one action are told before the rest of its runs is left out. */
const maxFailures = 3;
/** Runs from one line of progress to the next. */
const stride = 100;

/** What was done and what went wrong on the way, for whoever waits for a long run. */
function summary(where: string, tally: Tally, seconds: number): string {
  const done = tally.get('runs') ?? 0;
  const kinds = [...tally].filter(([kind]) => kind !== 'runs').sort();
  return [
    `Exactly once, on ${where}, seed ${seed}: ${done} runs in ${seconds.toFixed(0)} s,` +
      ` ${((1000 * seconds) / done).toFixed(0)} ms each`,
    ...kinds.map(([kind, times]) => `${String(times).padStart(8)} ${kind}`),
  ].join('\n');
}

/** Proves that on a provider each action happens once, whatever goes wrong. */
export function proveExactlyOnce(
  provider: string,
  openAccount: (options: AccountOptions) => Account | Promise<Account>,
): void {
  let database: Database;
  let where = provider;
  const tally: Tally = new Map();
  const started = performance.now();
  const tell = (text: string): void => {
    if (asked !== undefined) console.log(text);
  };

  beforeAll(async () => {
    database = await openTestDatabase();
    where = `${provider} and ${database.exclusive ? 'PGlite' : 'Postgres'}`;
  });
  afterAll(async () => {
    await database.close();
    tell(summary(where, tally, (performance.now() - started) / 1000));
  });

  describe(`exactly once, on ${provider}`, () => {
    it.each(caseNames)(
      '%s',
      async (name) => {
        const numbered = Array.from({ length: runs }, (_each, index) => `${seed}#${index}`);
        const failures: string[] = [];
        for (const [index, each] of (only === undefined ? numbered : [only]).entries()) {
          count(tally, 'runs');
          await run({
            name,
            seed: `${each}/${provider}/${name}`,
            database,
            openAccount,
            tally,
          }).catch((cause: unknown) => {
            const what = cause instanceof Error ? cause.message : String(cause);
            const failure = `${name} on ${where}: FAIRWELL_FAULT_ONLY=${each}\n${what}`;
            failures.push(failure);
            tell(failure);
          });
          if (failures.length === maxFailures) break;
          if ((index + 1) % stride === 0) tell(`${where}: ${name}, ${index + 1} of ${runs} runs`);
        }
        if (failures.length > 0) throw new Error(failures.join('\n\n'));
      },
      60_000 + runs * 5_000,
    );
  });
}
