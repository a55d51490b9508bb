import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Database } from '../../src/index.js';
import { openTestDatabase } from '../support/database.js';
import { count, type Tally } from './account.js';
import { caseNames } from './cases.js';
import { run } from './run.js';
import { sandboxAccount } from './sandbox-account.js';
import { stripeAccount } from './stripe-account.js';

/** `npm run test:faults` asks for a thousand. */
const runs = Number(process.env['FAIRWELL_FAULT_RUNS'] ?? 8);
/** Printed with every failure; a run of the same seed makes the same plan. */
const seed = process.env['FAIRWELL_FAULT_SEED'] ?? String(Date.now());
/** Runs that came to light with a bug once, or any that are to be looked at: `seed#number`. */
const only = process.env['FAIRWELL_FAULT_ONLY'];

const accounts = { sandbox: sandboxAccount, stripe: stripeAccount };

let database: Database;
const tally: Tally = new Map();

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.close();
  if (process.env['FAIRWELL_FAULT_RUNS'] !== undefined)
    console.log(JSON.stringify(Object.fromEntries([...tally].sort())));
});

describe.each(['sandbox', 'stripe'] as const)('exactly once, on %s', (provider) => {
  it.each(caseNames)(
    '%s',
    async (name) => {
      const numbers = Array.from({ length: runs }, (_each, index) => `${seed}#${index}`);
      for (const each of only === undefined ? numbers : [only]) {
        count(tally, 'runs');
        try {
          await run({
            name,
            seed: `${each}/${provider}/${name}`,
            database,
            openAccount: accounts[provider],
            tally,
          });
        } catch (cause) {
          throw new Error(
            `${name} on ${provider}: FAIRWELL_FAULT_ONLY=${each}\n${cause instanceof Error ? cause.message : String(cause)}`,
            { cause },
          );
        }
      }
    },
    60_000 + runs * 5_000,
  );
});
