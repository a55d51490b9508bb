import type { Metrics } from '@fairwell/contract';
import { expect, it } from 'vitest';
import { dataClient, makeHistory } from './support/data.js';
import { useWorld } from './support/world.js';

const world = useWorld();

/** Payments after a session, in cents, a month apart; the session is reactivated with the first. */
async function pay(sessionId: string, currency: string, ...amounts: number[]): Promise<void> {
  const { query } = world.database;
  await query
    .insertInto('boosted_payments')
    .values(
      amounts.map((amount, month) => ({
        mode: 'live' as const,
        invoice_id: `in_${sessionId}_${String(month)}`,
        session_id: sessionId,
        amount,
        currency,
        paid_at: new Date(Date.UTC(2027, month, 15)),
      })),
    )
    .execute();
  await query
    .updateTable('sessions')
    .set({ reactivated_at: new Date(Date.UTC(2027, 0, 15)) })
    .where('id', '=', sessionId)
    .execute();
}

it('tells the figures of the sessions that are meant', async () => {
  const service = await world.serve();
  const client = await dataClient(world, service);
  const ids = await makeHistory(world, service);
  // After a pause three payments of $50; after a discount three of $80 and three of $100.
  await pay(ids['pause'] ?? '', 'usd', 5000, 5000, 5000);
  await pay(ids['discount'] ?? '', 'usd', 8000, 8000, 8000, 10_000, 10_000, 10_000);
  await pay(ids['contact'] ?? '', 'eur', 2700);

  const metrics = async (query: string): Promise<Metrics> =>
    (await client.get<Metrics>(`/v1/data/metrics${query}`)).body;
  const { offers, ...all } = await metrics('');
  expect(all).toEqual({
    sessions: 8,
    canceled: 1,
    saved: 7,
    saveRate: 7 / 8,
    reactivated: 3,
    reactivationRate: 3 / 7,
    boostedRevenue: [
      { currency: 'eur', amount: 2700, reactivated: 1, average: 2700 },
      { currency: 'usd', amount: 69_000, reactivated: 2, average: 34_500 },
    ],
  });
  expect(offers.find(({ offerType }) => offerType === 'DISCOUNT')).toEqual({
    offerType: 'DISCOUNT',
    presented: 2,
    accepted: 1,
    acceptanceRate: 0.5,
  });
  expect((await metrics('?saveType=PAUSE')).boostedRevenue).toEqual([
    { currency: 'usd', amount: 15_000, reactivated: 1, average: 15_000 },
  ]);
  expect((await metrics('?saveType=DISCOUNT')).boostedRevenue).toEqual([
    { currency: 'usd', amount: 54_000, reactivated: 1, average: 54_000 },
  ]);
  expect(await metrics('?startDate=2027-01-01')).toMatchObject({ sessions: 2, saveRate: 0.5 });
});
