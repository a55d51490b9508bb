import type { CheckedWall } from '@fairwell/contract';
import fc from 'fast-check';
import { sql } from 'kysely';
import Stripe from 'stripe';
import { describe, expect, it, vi } from 'vitest';
import { StripeProvider } from '../src/index.js';
import { JobStore } from '../src/queue/job-store.js';
import { createMessaging } from '../src/webhooks/messaging.js';
import type { TestOptions, TestService } from './support/service.js';
import { useStripe } from './support/stripe.js';
import { takeDiscount, useWorld } from './support/world.js';
import { createMeters } from '../src/telemetry/meters.js';

const world = useWorld();
const stripe = useStripe(world);
const secret = 'whsec_of_the_endpoint';
const older = 'whsec_of_the_endpoint_before';
const day = 24 * 60 * 60 * 1000;
const sdk = () => {
  const { host, port } = stripe.simulator;
  return new Stripe('sk_test_host', { host, port, protocol: 'http', telemetry: false });
};

let billing: StripeProvider;
async function serve(options: Partial<TestOptions> = {}): Promise<TestService> {
  const { host, port } = stripe.simulator;
  const provider = new StripeProvider({
    secretKey: 'sk_test_suite',
    server: { host, port, protocol: 'http' },
    webhookSecrets: [secret, older],
  });
  billing = provider;
  return world.serve({ providers: { live: provider }, ...options });
}
function send(service: TestService, event: object, signedWith = secret, change = {}) {
  const payload = JSON.stringify(event);
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: signedWith });
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'stripe-signature': signature,
    ...change,
  };
  return service.send<null>('POST', '/v1/webhooks/stripe/live', { body: payload, headers });
}

async function pending(): Promise<number> {
  const { query } = world.database;
  const rows = await query
    .selectFrom('jobs')
    .select('id')
    .where('kind', '=', 'providerEvent')
    .where('state', '=', 'pending')
    .execute();
  return rows.length;
}

/** Resolves once everything that was told is taken in. */
async function settle(): Promise<void> {
  const { database, clock } = world;
  const { queue } = createMessaging({
    database,
    jobs: new JobStore(database, clock.now),
    webhooks: {},
    alerts: {},
    mailer: undefined,
    providerFor: () => billing,
    meters: createMeters(),
    log: { info: () => undefined, error: () => undefined },
    now: clock.now,
  });
  await queue.work();
  await vi.waitFor(
    async () => {
      expect(await pending()).toBe(0);
    },
    { timeout: 20_000 },
  );
}

function customerWith(price: string): string {
  const { state } = stripe.simulator;
  const { id } = state.seedCustomer();
  state.seedSubscription({ customer: id, price });
  return id;
}

/** What we know of the sessions, and of what was paid after them. */
async function known() {
  const sessions = await world.database.query
    .selectFrom('sessions')
    .select(['id', 'undone_at', 'reactivated_at'])
    .orderBy('id')
    .execute();
  const payments = await world.database.query
    .selectFrom('boosted_payments')
    .select(['session_id', 'invoice_id', 'amount', 'currency', 'paid_at'])
    .orderBy('invoice_id')
    .execute();
  return {
    sessions,
    payments: payments.map((payment) => ({ ...payment, amount: Number(payment.amount) })),
  };
}

const takePause = {
  type: 'pause',
  offerId: 'why/unused',
  interval: 'month',
  length: 2,
} as const;

describe('what Stripe tells', () => {
  it('is believed only if it is signed, and answered whatever it is', async () => {
    const service = await serve();
    const event = { id: 'evt_1', object: 'event', type: 'charge.captured', data: { object: {} } };
    expect((await send(service, event)).status).toBe(204);
    expect((await send(service, event, older)).status).toBe(204);
    const refused = [
      await send(service, event, 'whsec_of_somebody_else'),
      await send(service, event, secret, { 'stripe-signature': 't=1,v1=00' }),
      await send(service, event, secret, { 'stripe-signature': '' }),
    ];
    expect(refused.map(({ status, error }) => [status, error.code])).toEqual([
      [401, 'token_invalid'],
      [401, 'token_invalid'],
      [401, 'credential_missing'],
    ]);
    const old = Stripe.webhooks.generateTestHeaderString({
      payload: JSON.stringify(event),
      secret,
      timestamp: Math.floor(Date.now() / 1000) - 400,
    });
    expect((await send(service, event, secret, { 'stripe-signature': old })).status).toBe(401);
    expect(await pending()).toBe(0);
  });

  it.each(['/v1/webhooks/stripe/test', '/v1/webhooks/paddle/live', '/v1/webhooks/stripe/other'])(
    'is not taken in at %s',
    async (path) => {
      const service = await serve();
      const { status } = await service.send('POST', path, { body: {} });
      expect(status).toBe(path.endsWith('other') ? 400 : 404);
    },
  );

  it('of payments after a discount adds up, as in the documented example', async () => {
    const { state } = stripe.simulator;
    const price = state.seedPrice({ amount: 10_000 }).id;
    state.seedCoupon({
      id: 'TWENTY',
      percent_off: 20,
      duration: 'repeating',
      duration_in_months: 3,
    });
    const customer = customerWith(price);
    const service = await serve({ settings: { dynamicCoupons: ['TWENTY'] } });
    world.clock.advance(5 * day);
    const session = await service.session(customer, {
      dynamicOffers: { discount: { couponId: 'TWENTY' } },
    });
    await service.act(session, {
      type: 'discount',
      offerId: 'why/too_expensive',
      couponId: 'TWENTY',
    });
    world.clock.advance(183 * day);
    state.catchUp();
    for (const event of state.events) expect((await send(service, event)).status).toBe(204);
    await settle();
    const { sessions, payments } = await known();
    expect(payments.map(({ amount }) => amount)).toEqual([
      8_000, 8_000, 8_000, 10_000, 10_000, 10_000,
    ]);
    expect(sessions).toMatchObject([
      { id: session.id, reactivated_at: new Date('2026-12-15T12:00:00.000Z') },
    ]);
  });

  it('of payments after somebody left the flow counts, and after a cancellation does not', async () => {
    const { state } = stripe.simulator;
    const stayed = customerWith('price_standard');
    const left = customerWith('price_standard');
    const service = await serve();
    world.clock.advance(day);
    const abandoned = await service.session(stayed);
    const at = world.clock.now().toISOString();
    await service.record(abandoned, [{ sequence: 0, event: { type: 'closed', at } }]);
    await service.act(await service.session(left), { type: 'cancel' });
    world.clock.advance(31 * day);
    state.catchUp();
    // Billed once more, for something from before.
    const invoice = state.invoices.all().find(({ customer }) => customer === left);
    const paid_at = Math.floor(world.clock.now().getTime() / 1000);
    const late = { ...invoice, id: 'in_late', status_transitions: { paid_at } };
    await send(service, { id: 'evt_late', type: 'invoice.paid', data: { object: late } });
    for (const event of state.events) await send(service, event);
    await settle();
    const { payments } = await known();
    expect(payments).toMatchObject([{ session_id: abandoned.id, amount: 2_900 }]);
  });

  it('of a cancellation or a pause that was taken back there is known', async () => {
    const { state } = stripe.simulator;
    const customers = [1, 2, 3].map(() => customerWith('price_standard'));
    const service = await serve();
    const [canceled, paused, stays] = [
      await service.session(customers[0] ?? ''),
      await service.session(customers[1] ?? ''),
      await service.session(customers[2] ?? ''),
    ];
    await service.act(canceled, { type: 'cancel' });
    await service.act(paused, takePause);
    await service.act(stays, takePause);
    const [first, second] = state.subscriptions.all();
    await sdk().subscriptions.update(first?.id ?? '', { cancel_at_period_end: false });
    await sdk().subscriptions.update(second?.id ?? '', { pause_collection: '' });
    for (const event of state.events) await send(service, event);
    await settle();
    const undone = async (): Promise<(string | undefined)[]> =>
      Promise.all(
        [canceled, paused, stays].map(async (each) => (await service.read(each)).body.undoneAt),
      );
    const now = world.clock.now().toISOString();
    expect(await undone()).toEqual([now, now, undefined]);
    await sdk().subscriptions.update(first?.id ?? '', { cancel_at_period_end: true });
    for (const event of state.events) await send(service, event);
    await settle();
    expect(await undone()).toEqual([undefined, now, undefined]);
    // The pause would have been over by now, which does not make it one that was kept.
    world.clock.advance(90 * day);
    for (const event of state.events) await send(service, { ...event, id: `${event.id}_late` });
    await settle();
    expect((await known()).sessions.filter(({ undone_at }) => undone_at)).toHaveLength(1);
  });

  it('lets a wall fall at once', async () => {
    const { state } = stripe.simulator;
    const customer = customerWith('price_standard');
    const service = await serve();
    await service.act(await service.session(customer), takePause);
    const check = async () => {
      const { body } = await service.send<CheckedWall>('POST', '/v1/walls', {
        token: service.tokenFor(customer),
        body: { kind: 'pause' },
      });
      return body.wall?.kind;
    };
    world.clock.advance(1_000);
    expect(await check()).toBe('pause');
    world.clock.advance(1_000);
    const [subscription] = state.subscriptions.all();
    await sdk().subscriptions.update(subscription?.id ?? '', { pause_collection: '' });
    expect(await check()).toBe('pause');
    const event = state.events.at(-1);
    await send(service, event ?? {});
    expect(await check()).toBeUndefined();
  });

  it('comes to the same in any order, and however often it is told', async () => {
    const { state } = stripe.simulator;
    const customers = Array.from({ length: 4 }, () => customerWith('price_standard'));
    const service = await serve();
    world.clock.advance(5 * day);
    const actions = [takeDiscount, takePause, takePause, { type: 'cancel' } as const];
    for (const [index, action] of actions.entries())
      await service.act(await service.session(customers[index] ?? ''), action);
    const [, , resumed, kept] = state.subscriptions.all();
    await sdk().subscriptions.update(resumed?.id ?? '', { pause_collection: '' });
    await sdk().subscriptions.update(kept?.id ?? '', { cancel_at_period_end: false });
    world.clock.advance(58 * day);
    state.catchUp();
    const { events } = state;
    const tell = async (told: readonly object[]) => {
      const { query } = world.database;
      await sql`truncate jobs, job_attempts, boosted_payments`.execute(query);
      await query.updateTable('sessions').set({ undone_at: null, reactivated_at: null }).execute();
      for (const event of told) expect((await send(service, event)).status).toBe(204);
      await settle();
      return known();
    };
    const expected = await tell(events);
    expect(expected.payments).toHaveLength(4);
    expect(expected.sessions.filter(({ undone_at }) => undone_at)).toHaveLength(2);
    const { length } = events;
    const anyOrder = fc
      .tuple(
        fc.shuffledSubarray([...events], { minLength: length, maxLength: length }),
        fc.subarray([...events]),
      )
      .map(([once, again]) => [...once, ...again]);
    await fc.assert(
      fc.asyncProperty(anyOrder, async (told) => {
        expect(await tell(told)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  }, 120_000);
});
