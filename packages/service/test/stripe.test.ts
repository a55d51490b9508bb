import { startStripeSimulator, type StripeSimulator } from '@fairwell-tools/stripe-simulator';
import type { Action, StartedSession } from '@fairwell/contract';
import { offersOf } from '@fairwell/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StripeProvider, type FairwellOptions } from '../src/index.js';
import { newKey, type TestService } from './support/service.js';
import { cancel, statesOf, takeDiscount, useWorld } from './support/world.js';

const world = useWorld();
let stripe: StripeSimulator;
let customer: string;
let subscription: string;

beforeEach(async () => {
  stripe = await startStripeSimulator({ clock: world.clock.now });
  const { state } = stripe;
  customer = state.seedCustomer({ name: 'Robin Vale', email: 'robin@example.com' }).id;
  const price = state.seedPrice({ id: 'price_standard', amount: 2900, nickname: 'Standard' }).id;
  state.seedPrice({ id: 'price_lite', amount: 900, nickname: 'Lite' });
  state.seedPrice({ id: 'price_lite_eur', amount: 900, currency: 'eur' });
  state.seedCoupon({
    id: 'SAVE30',
    percent_off: 30,
    duration: 'repeating',
    duration_in_months: 3,
  });
  state.seedCoupon({ id: 'FIVE', amount_off: 500, currency: 'usd', duration: 'once' });
  subscription = state.seedSubscription({ customer, price }).id;
});
afterEach(() => stripe.close());

async function serve(options: Partial<FairwellOptions> = {}): Promise<TestService> {
  const { host, port } = stripe;
  const provider = new StripeProvider({
    secretKey: 'sk_test_suite',
    server: { host, port, protocol: 'http' },
    timeouts: { read: 300, write: 300 },
  });
  return world.serve({ providers: { live: provider }, ...options });
}

const real = () => {
  const found = stripe.state.subscriptions.get(subscription);
  if (!found) throw new Error('No subscription');
  return found;
};

function couponsNow(): unknown[] {
  return real().discounts.map((id) => {
    const discount = typeof id === 'string' ? stripe.state.discounts.get(id) : id;
    const coupon = discount?.source.coupon;
    return typeof coupon === 'string' ? coupon : coupon?.id;
  });
}

const writes = () => stripe.state.requests.filter(({ method }) => method !== 'GET');

describe('on Stripe', () => {
  it('a session shows what the customer has there', async () => {
    const service = await serve();
    const session = await service.session(customer);
    expect(session).toMatchObject({
      customer: { name: 'Robin Vale', email: 'robin@example.com' },
      subscriptions: [
        {
          id: subscription,
          start: '2026-11-15T12:00:00.000Z',
          status: {
            name: 'active',
            currentPeriod: {
              start: '2026-11-15T12:00:00.000Z',
              end: '2026-12-15T12:00:00.000Z',
            },
          },
          items: [
            {
              price: {
                id: 'price_standard',
                name: 'Standard',
                amount: { value: 2900, currency: 'usd' },
                interval: 'month',
                intervalCount: 1,
              },
            },
          ],
        },
      ],
    });
    const offers = new Map(offersOf(session.flow).map(({ id, offer }) => [id, offer]));
    expect(offers.get('why/too_expensive')).toMatchObject({ coupon: { percentOff: 30 } });
    expect(offers.get('why/smaller')).toMatchObject({ options: [{ priceId: 'price_lite' }] });
    expect(offers.has('why/gone')).toBe(false);
  });

  it('a customer it does not know, or has deleted, is unknown', async () => {
    const service = await serve();
    const { error } = await service.start(service.tokenFor('cus_nobody'));
    expect(error.code).toBe('customer_unknown');
  });

  it('the discount is applied, once, under a key of its own', async () => {
    const service = await serve();
    const session = await service.session(customer);
    const key = newKey();
    const { body } = await service.act(session, takeDiscount, key);
    expect(body.outcome).toMatchObject({
      type: 'discount',
      coupon: { id: 'SAVE30' },
      until: '2027-02-15T12:00:00.000Z',
    });
    await service.act(session, takeDiscount, key);
    expect(couponsNow()).toEqual(['SAVE30']);
    const [entry] = await world.ledger();
    expect(writes().map(({ idempotencyKey }) => idempotencyKey)).toEqual([
      `${entry?.id}-1-${subscription}`,
    ]);
    expect(real().metadata).toEqual({ fairwell_action: entry?.id });
  });

  it('a coupon takes the place of another, or stands beside it', async () => {
    const takeFive: Action = { type: 'discount', offerId: 'why/five', couponId: 'FIVE' };
    const replacing = await serve();
    await replacing.act(await replacing.session(customer), takeDiscount);
    const settings = { discountCooldownMonths: 0 };
    const second = await serve({ settings });
    await second.act(await second.session(customer), takeFive);
    expect(couponsNow()).toEqual(['FIVE']);
    const stacking = await serve({ settings: { ...settings, stackCoupons: true } });
    await stacking.act(await stacking.session(customer), takeDiscount);
    expect(couponsNow()).toEqual(['FIVE', 'SAVE30']);
  });

  it('an amount off is offered in the currency of the customer, or not at all', async () => {
    const { state } = stripe;
    const price = state.seedPrice({ amount: 2700, currency: 'eur' }).id;
    const euro = state.seedCustomer().id;
    state.seedSubscription({ customer: euro, price });
    const service = await serve();
    const offers = async (): Promise<Map<string, unknown>> => {
      const { flow } = await service.session(euro);
      return new Map(offersOf(flow).map(({ id, offer }) => [id, offer]));
    };
    expect((await offers()).has('why/five')).toBe(false);
    state.seedCoupon({
      id: 'GONE',
      amount_off: 500,
      currency: 'usd',
      currency_options: { eur: { amount_off: 450 } },
      duration: 'once',
    });
    expect((await offers()).get('why/gone')).toMatchObject({
      coupon: { amountOff: 450, currency: 'eur' },
    });
  });

  it('a cancel waits for the end of the period, and says why', async () => {
    const service = await serve();
    const session = await service.session(customer);
    const at = '2026-11-15T12:00:01.000Z';
    await service.record(session, [
      {
        sequence: 0,
        event: { type: 'surveyAnswered', stepId: 'why', choiceId: 'too_expensive', at },
      },
      { sequence: 1, event: { type: 'feedbackGiven', stepId: 'words', text: 'So long', at } },
    ]);
    const { body } = await service.act(session, cancel);
    expect(body.outcome).toEqual({ type: 'cancel', endsAt: '2026-12-15T12:00:00.000Z' });
    expect(real()).toMatchObject({
      status: 'active',
      cancel_at_period_end: true,
      cancellation_details: {
        feedback: 'too_expensive',
        comment: 'It costs too much. So long',
      },
    });
  });

  it('a cancel ends it at once where the business wants that', async () => {
    const service = await serve({ settings: { cancelAt: 'immediately' } });
    const { body } = await service.act(await service.session(customer), cancel);
    expect(body.outcome).toEqual({ type: 'cancel', endsAt: '2026-11-15T12:00:00.000Z' });
    expect(real().status).toBe('canceled');
  });

  it('a cancel ends it at once where nothing was paid for', async () => {
    const { state } = stripe;
    const owing = state.seedCustomer().id;
    const { id } = state.seedSubscription({
      customer: owing,
      price: 'price_standard',
      status: 'past_due',
    });
    const service = await serve();
    await service.act(await service.session(owing), cancel);
    expect(state.subscriptions.get(id)?.status).toBe('canceled');
  });

  it('a cancel releases the schedule first', async () => {
    stripe.state.seedSchedule({ subscription, nextPrice: 'price_lite' });
    const service = await serve();
    const { status } = await service.act(await service.session(customer), cancel);
    expect(status).toBe(200);
    expect(real()).toMatchObject({ schedule: null, cancel_at_period_end: true });
  });

  it.each([
    [
      { type: 'pause', offerId: 'why/unused', interval: 'month', length: 2 },
      { pause_collection: { behavior: 'mark_uncollectible', resumes_at: 1800014400 } },
    ],
    [
      { type: 'planChange', offerId: 'why/smaller', priceId: 'price_lite' },
      { items: { data: [{ price: { id: 'price_lite' } }] } },
    ],
  ] as const)('$0.type is carried out', async (action, expected) => {
    const service = await serve();
    const { status } = await service.act(await service.session(customer), action);
    expect(status).toBe(200);
    expect(real()).toMatchObject(expected);
  });

  it('a trial is made longer', async () => {
    const { state } = stripe;
    const trying = state.seedCustomer().id;
    const { id } = state.seedSubscription({
      customer: trying,
      price: 'price_standard',
      trialDays: 14,
    });
    const service = await serve();
    const { body } = await service.act(await service.session(trying), {
      type: 'trialExtension',
      offerId: 'why/trial',
      days: 7,
    });
    expect(body.outcome).toEqual({ type: 'trialExtension', trialEnd: '2026-12-06T12:00:00.000Z' });
    expect(state.subscriptions.get(id)?.trial_end).toBe(Date.UTC(2026, 11, 6, 12) / 1000);
  });

  it('a customer can be found by address', async () => {
    const service = await serve();
    const answer = await service.send<{ session: { id: string } }>(
      'POST',
      '/v1/retention/session',
      {
        headers: { 'x-brand-key': 'the private key of the brand' },
        body: { retention: { customer_email: 'robin@example.com' } },
      },
    );
    const started = await service.start(answer.body.session.id);
    expect(started.body.customer.id).toBe(customer);
  });
});

describe('when Stripe fails', () => {
  const update = () => `POST /v1/subscriptions/${subscription}`;
  const begin = async (): Promise<{ service: TestService; session: StartedSession }> => {
    const service = await serve();
    return { service, session: await service.session(customer) };
  };

  it.each([
    [402, 402, 'payment_declined'],
    [429, 503, 'provider_rate_limited'],
    [500, 503, 'provider_unavailable'],
    [503, 503, 'provider_unavailable'],
  ] as const)(
    'with %i, nothing is done and the customer can cancel',
    async (from, status, code) => {
      const { service, session } = await begin();
      stripe.faults.next({ type: 'refuse', status: from }, { on: update() });
      const answer = await service.act(session, takeDiscount);
      expect([answer.status, answer.error.code]).toEqual([status, code]);
      expect(answer.error.message).not.toContain('Your card');
      expect(couponsNow()).toEqual([]);
      expect(await statesOf(world)).toEqual(['failed']);
      expect((await service.act(session, cancel)).status).toBe(200);
      expect(real().cancel_at_period_end).toBe(true);
    },
  );

  it.each([
    [{ type: 'garbage', body: 'html' }],
    [{ type: 'garbage', body: 'truncated-json' }],
    [{ type: 'fail-after' }],
    [{ type: 'lose-response' }],
  ] as const)(
    'after it did it, with $type, the customer is told that it is done',
    async (fault) => {
      const { service, session } = await begin();
      stripe.faults.next(fault, { on: update(), times: 2 });
      const { status } = await service.act(session, takeDiscount);
      expect(status).toBe(200);
      expect(couponsNow()).toEqual(['SAVE30']);
      expect(await statesOf(world)).toEqual(['applied']);
    },
  );

  it('after it did it, without an answer, and refuses all that comes after', async () => {
    const { service, session } = await begin();
    stripe.faults.next({ type: 'lose-response' }, { on: update() });
    stripe.faults.next({ type: 'refuse', status: 429 }, { on: update(), times: 5 });
    expect((await service.act(session, takeDiscount)).status).toBe(200);
    expect(couponsNow()).toEqual(['SAVE30']);
    expect(await statesOf(world)).toEqual(['applied']);
  });

  it('for good before it did it, and says nothing when it is looked up: the next look settles it', async () => {
    const { service, session } = await begin();
    const key = newKey();
    stripe.faults.next({ type: 'fail-before' }, { on: update() });
    // Of the questions the first is what the action is planned with.
    let asked = 0;
    stripe.faults.randomly(
      { type: 'refuse', status: 503, shouldRetry: false },
      {
        on: `GET /v1/subscriptions/${subscription}`,
        probability: 1,
        random: () => (asked++ ? 0 : 1),
      },
    );
    expect((await service.act(session, takeDiscount, key)).error.code).toBe('provider_unavailable');
    expect(await statesOf(world)).toEqual(['pending']);
    stripe.faults.clear();
    expect((await service.act(session, takeDiscount, key)).error.code).toBe('provider_unavailable');
    expect(await statesOf(world)).toEqual(['failed']);
    expect((await service.act(session, takeDiscount, key)).status).toBe(200);
    expect(couponsNow()).toEqual(['SAVE30']);
  });

  it('by saying nothing, it is unknown until the same key comes again', async () => {
    const { service, session } = await begin();
    const key = newKey();
    stripe.faults.next({ type: 'hang' }, { on: update() });
    const { status, error } = await service.act(session, takeDiscount, key);
    expect([status, error.code]).toEqual([504, 'outcome_unknown']);
    expect(await statesOf(world)).toEqual(['pending']);
    // What hung is done after all, and is not done again.
    stripe.faults.release();
    expect((await service.act(session, takeDiscount, key)).status).toBe(200);
    expect(couponsNow()).toEqual(['SAVE30']);
    expect(await statesOf(world)).toEqual(['applied']);
  });

  it('by saying nothing while it is asked, nothing is done', async () => {
    const { service, session } = await begin();
    stripe.faults.next({ type: 'hang' }, { on: 'GET', times: 20 });
    const { status, error } = await service.act(session, cancel);
    expect([status, error.code]).toEqual([503, 'provider_unavailable']);
    expect(writes()).toEqual([]);
    const started = await service.start(service.tokenFor(customer));
    expect([started.status, started.error.code]).toEqual([503, 'provider_unavailable']);
    stripe.faults.clear();
    stripe.faults.release();
    expect((await service.act(session, cancel)).status).toBe(200);
  });

  it.each([[{ type: 'lose-response' }], [{ type: 'fail-after' }], [{ type: 'hang' }]] as const)(
    'over an immediate cancel, with $type, its state is read again',
    async (fault) => {
      const service = await serve({ settings: { cancelAt: 'immediately' } });
      const session = await service.session(customer);
      const key = newKey();
      stripe.faults.next(fault, { on: 'DELETE', times: 2 });
      const first = await service.act(session, cancel, key);
      expect(first.status).toBe(fault.type === 'hang' ? 504 : 200);
      stripe.faults.clear();
      stripe.faults.release();
      const second = await service.act(session, cancel, key);
      expect(second.body.outcome).toEqual({ type: 'cancel', endsAt: '2026-11-15T12:00:00.000Z' });
      expect(real().status).toBe('canceled');
      expect(await statesOf(world)).toEqual(['applied']);
    },
  );

  it('because the key is not good, the customer is not told whose key', async () => {
    const { host, port } = stripe;
    const provider = new StripeProvider({
      secretKey: 'sk_live_wrong',
      server: { host, port, protocol: 'http' },
    });
    const service = await world.serve({ providers: { live: provider } });
    const { status, error } = await service.start(service.tokenFor(customer));
    expect([status, error.code]).toEqual([502, 'provider_rejected']);
    expect(JSON.stringify(error)).not.toContain('sk_');
  });

  it('because nobody is there, nothing is done', async () => {
    const { service, session } = await begin();
    await stripe.close();
    const { status, error } = await service.act(session, cancel);
    expect([status, error.code]).toEqual([503, 'provider_unavailable']);
    expect(await statesOf(world)).toEqual(['failed']);
  });
});
