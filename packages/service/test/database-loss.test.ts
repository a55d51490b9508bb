import { expect, it } from 'vitest';
import { ProviderError, SandboxProvider, type Database } from '../src/index.js';
import { faulty } from './support/faulty-provider.js';
import { newKey } from './support/service.js';
import { cancel, couponsOf, statesOf, takeDiscount, useWorld } from './support/world.js';

const world = useWorld();

type Operation = 'transaction' | 'insertInto' | 'updateTable';

/** A database that goes away for one operation of a kind: the next, or the one after some others. */
function losable({ query, ...database }: Database) {
  let lost: { operation: Operation; after: number } | undefined;
  return {
    database: {
      ...database,
      query: new Proxy(query, {
        get(target, name) {
          if (name === lost?.operation) {
            lost.after -= 1;
            if (lost.after < 0) {
              lost = undefined;
              throw new Error('The database has gone away');
            }
          }
          const member: unknown = Reflect.get(target, name);
          // Bound, since a proxy has none of the private fields that the methods use.
          const result: unknown = typeof member === 'function' ? member.bind(target) : member;
          return result;
        },
      }),
    },
    lose(operation: Operation, { after = 0 } = {}) {
      lost = { operation, after };
    },
  };
}

async function begin() {
  const { database, lose } = losable(world.database);
  const provider = faulty(new SandboxProvider(world.database, world.clock));
  const service = await world.serve({ database, providers: { live: provider } });
  return { lose, provider, service, session: await service.session('cus_monthly') };
}

it.each([
  ['before the decision is written down', 'insertInto', 0, []],
  ['before the plan is written down', 'updateTable', 0, ['pending']],
  ['before the outcome is written down', 'transaction', 1, ['pending']],
] as const)('%s: the same key finishes it, once', async (_name, operation, applied, states) => {
  const { lose, provider, service, session } = await begin();
  const key = newKey();
  lose(operation);
  const { status, error } = await service.act(session, takeDiscount, key);
  expect([status, error.code, error.message]).toEqual([500, 'internal', 'The service failed']);
  expect(provider.calls('apply')).toBe(applied);
  expect(await statesOf(world)).toEqual(states);
  expect((await service.read(session)).body.result).toBeUndefined();

  expect((await service.act(session, takeDiscount, key)).status).toBe(200);
  expect(provider.calls('apply')).toBe(1);
  expect(await couponsOf(world)).toEqual(['SAVE30']);
  expect(await statesOf(world)).toEqual(['applied']);
  expect((await service.read(session)).body.result).toBe('discount');
});

it('before a refusal is written down: the customer is not told of it, and it is tried again', async () => {
  const { lose, provider, service, session } = await begin();
  const key = newKey();
  provider.fail('apply', 'before', new ProviderError('payment_declined', 'Declined', 'none'));
  lose('updateTable', { after: 1 });
  expect((await service.act(session, cancel, key)).error.code).toBe('internal');
  world.clock.advance(120_000);
  expect((await service.act(session, cancel, key)).status).toBe(200);
  expect(await statesOf(world)).toEqual(['applied']);
});
