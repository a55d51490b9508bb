import { Agent, get } from 'node:http';
import { expect, it } from 'vitest';
import { ProviderError } from '../src/index.js';
import { faulty } from './support/faulty-provider.js';
import { startReceiver } from './support/receiver.js';
import { takeDiscount, cancel, serveBreakable, statesOf, useWorld } from './support/world.js';

const world = useWorld();
const minute = 60_000;

/** The status of an answer on a connection that is kept open, or why there was none. */
function statusOf(url: string, agent: Agent): Promise<number | string> {
  return new Promise((resolve) => {
    get(url, { agent }, (response) => {
      response.resume().on('end', () => {
        resolve(response.statusCode ?? 0);
      });
    }).on('error', (error) => {
      resolve(error.message);
    });
  });
}

it('is not ready once it was asked to stop', async () => {
  const { provider, service, session } = await serveBreakable(world);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  world.cleanUp(() => {
    agent.destroy();
  });
  const ready = `${service.url}/readyz`;
  expect(await statusOf(ready, agent)).toBe(200);
  const { reached, release } = provider.hold('apply', 'before');
  // The page may lose its answer; what it decided is carried out all the same.
  const answer = service.act(session, takeDiscount).catch(() => undefined);
  await reached;
  const closed = service.close();
  expect(await statusOf(ready, agent)).not.toBe(200);
  release();
  await closed;
  await answer;
  expect(await statesOf(world)).toEqual(['applied']);
});

it('is not ready while the database lags behind this version', async () => {
  const service = await world.serve();
  const ready = async () => (await service.send('GET', '/readyz', {})).status;
  expect(await ready()).toBe(200);
  const query = world.database.query.$extendTables<{
    kysely_migration: { name: string; timestamp: string };
  }>();
  const [row] = await query
    .deleteFrom('kysely_migration')
    .where('name', '=', '004-data')
    .returningAll()
    .execute();
  try {
    expect(await ready()).toBe(503);
  } finally {
    if (row) await query.insertInto('kysely_migration').values(row).execute();
  }
  expect(await ready()).toBe(200);
});

it('finishes the pending action that it has taken on, and takes on no other', async () => {
  const { provider, service, session } = await serveBreakable(world);
  const another = await service.session('cus_euro');
  for (const each of [session, another]) {
    provider.fail('apply', 'before', new ProviderError('outcome_unknown', 'Lost', 'open'));
    await service.act(each, cancel);
  }
  expect(await statesOf(world)).toEqual(['pending', 'pending']);
  await service.close();
  world.clock.advance(2 * minute);
  const slow = faulty(world.sandbox);
  const { reached, release } = slow.hold('apply', 'before');
  const next = await world.serve({ providers: { live: slow } });
  await reached;
  const closed = next.close();
  await expect.poll(() => next.app.server.listening).toBe(false);
  release();
  await closed;
  expect((await statesOf(world)).sort()).toEqual(['applied', 'pending']);
});

it('finishes the delivery that is under way, and leaves the rest for the next', async () => {
  const receiver = await startReceiver();
  world.cleanUp(() => {
    receiver.close();
  });
  const service = await world.serve({
    webhooks: {
      endpoints: [{ url: receiver.url, secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'] }],
      allowPrivate: true,
    },
  });
  await service.act(await service.session('cus_monthly'), cancel);
  await receiver.until(1);
  await service.close();
  const jobs = await world.database.query.selectFrom('jobs').select(['kind', 'state']).execute();
  expect(jobs).toEqual(
    expect.arrayContaining([
      { kind: 'session', state: 'done' },
      { kind: 'webhook', state: 'done' },
    ]),
  );
});
