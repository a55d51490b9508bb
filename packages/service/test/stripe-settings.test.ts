import type { Action } from '@fairwell/contract';
import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import type { ChangeRequest, Settings } from '../src/index.js';
import { useStripe } from './support/stripe.js';
import { cancel, takeDiscount, useWorld } from './support/world.js';

const world = useWorld();
const stripe = useStripe(world);

const pause: Action = { type: 'pause', offerId: 'why/unused', interval: 'month', length: 2 };
const toLite: Action = { type: 'planChange', offerId: 'why/smaller', priceId: 'price_lite' };

function subscribe(card: 'pm_card_visa' | 'pm_card_chargeCustomerFail' = 'pm_card_visa') {
  const { state } = stripe.simulator;
  const customer = state.seedCustomer({ card }).id;
  const { id } = state.seedSubscription({ customer, price: 'price_standard', status: 'active' });
  return { customer, id };
}

async function take(customer: string, action: Action, settings: Partial<Settings> = {}) {
  const service = await world.serve({ providers: { live: stripe.provider }, settings });
  return service.act(await service.session(customer), action);
}

describe('on Stripe', () => {
  it.each([
    ['markUncollectible', 'mark_uncollectible'],
    ['void', 'void'],
    ['keepAsDraft', 'keep_as_draft'],
  ] as const)('invoices of a pause are treated as set: %s', async (pauseInvoices, behavior) => {
    const { customer, id } = subscribe();
    await take(customer, pause, { pauseInvoices });
    expect(stripe.subscription(id)).toMatchObject({
      pause_collection: { behavior },
      metadata: { pauseWallStartDate: '2026-11-15T12:00:00.000Z' },
    });
  });

  it('a pause from the end of the period on says in the metadata when that is', async () => {
    const { customer, id } = subscribe();
    const until = '2027-03-10T00:00:00.000Z';
    const answer = await take(customer, {
      type: 'pause',
      offerId: 'why/later',
      interval: 'month',
      until,
    });
    expect(answer.body.outcome).toMatchObject({ startsAt: '2026-12-15T12:00:00.000Z' });
    expect(stripe.subscription(id)).toMatchObject({
      pause_collection: { resumes_at: Date.parse(until) / 1000 },
      metadata: { pauseWallStartDate: '2026-12-15T12:00:00.000Z' },
    });
  });

  it.each([
    [true, 1],
    [false, 0],
  ])('a change of plan is prorated as set: %s', async (prorate, lines) => {
    const { customer, id } = subscribe();
    const service = await world.serve({
      providers: { live: stripe.provider },
      settings: { prorate },
    });
    const session = await service.session(customer);
    expect(session.prorated).toBe(prorate);
    world.clock.advance(5 * 86_400_000);
    expect((await service.act(await service.session(customer), toLite)).status).toBe(200);
    expect((stripe.simulator.state.pendingLines.get(id) ?? []).length > 0).toBe(lines > 0);
  });

  it('a plan whose first invoice is declined is not changed to', async () => {
    const { customer, id } = subscribe('pm_card_chargeCustomerFail');
    const request: ChangeRequest = {
      customerId: customer,
      subscriptionId: id,
      change: { type: 'planChange', priceId: 'price_yearly', prorate: true },
      reference: 'act_1',
      key: 'act_1-1',
    };
    await expect(stripe.provider.apply(request)).rejects.toMatchObject({
      code: 'payment_declined',
      effect: 'none',
    });
    expect(stripe.subscription(id).items.data[0]?.price.id).toBe('price_standard');
  });
});

describe('what nobody answered', () => {
  const request = (customerId: string, subscriptionId: string): ChangeRequest => ({
    customerId,
    subscriptionId,
    change: { type: 'discount', couponId: 'SAVE30', stack: false },
    reference: 'act_1',
    key: 'act_1-1',
  });

  it('is called back on Stripe: it is refused, should it arrive after all', async () => {
    const { customer, id } = subscribe();
    const change = request(customer, id);
    expect(await stripe.provider.revoke(change)).toBe(true);
    expect(await stripe.provider.revoke(change)).toBe(true);
    await expect(stripe.provider.apply(change)).rejects.toThrow();
    expect(stripe.subscription(id).discounts).toEqual([]);
  });

  it('is called back though Stripe broke down over that', async () => {
    const { customer, id } = subscribe();
    const change = request(customer, id);
    stripe.simulator.faults.next({ type: 'fail-after' }, { on: `POST /v1/customers/${customer}` });
    await expect(stripe.provider.revoke(change)).rejects.toThrow();
    expect(await stripe.provider.revoke(change)).toBe(true);
    await expect(stripe.provider.apply(change)).rejects.toMatchObject({ effect: 'none' });
    expect(stripe.subscription(id).discounts).toEqual([]);
  });

  it('cannot be called back once Stripe has it', async () => {
    const { customer, id } = subscribe();
    const change = request(customer, id);
    await stripe.provider.apply(change);
    expect(await stripe.provider.revoke(change)).toBe(false);
  });

  it('is not known to be off where it ends a subscription at once', async () => {
    const { customer, id } = subscribe();
    const change = {
      ...request(customer, id),
      change: { type: 'cancel', at: 'immediately', reason: {} } as const,
    };
    expect(await stripe.provider.revoke(change)).toBe(false);
  });

  it('is called back in the sandbox too', async () => {
    const change = request('cus_monthly', 'sub_monthly');
    expect(await world.sandbox.revoke(change)).toBe(true);
    await expect(world.sandbox.apply(change)).rejects.toMatchObject({ effect: 'none' });
    const made = { ...change, key: 'act_1-2' };
    await world.sandbox.apply(made);
    expect(await world.sandbox.revoke(made)).toBe(false);
  });

  it('and is still being worked on keeps other decisions waiting, until it is known', async () => {
    const { customer, id } = subscribe();
    const service = await world.serve({ providers: { live: stripe.provider } });
    const { faults } = stripe.simulator;
    faults.next({ type: 'hang' }, { on: `POST /v1/subscriptions/${id}` });
    const first = await service.act(await service.session(customer), takeDiscount);
    expect(first.error.code).toBe('outcome_unknown');
    const second = await service.session(customer);
    expect((await service.act(second, { type: 'cancel' })).error.code).toBe('action_in_flight');
    faults.release();
    await expect.poll(async () => (await service.act(second, { type: 'cancel' })).status).toBe(200);
    expect((await world.ledger()).map(({ state }) => state)).toEqual(['applied', 'applied']);
    expect(stripe.subscription(id)).toMatchObject({ cancel_at_period_end: true });
  });
});

describe('what changed on Stripe meanwhile', () => {
  async function begin() {
    const { customer, id } = subscribe();
    const service = await world.serve({ providers: { live: stripe.provider } });
    return { service, customer, id, session: await service.session(customer) };
  }

  it('a coupon that was deleted is no longer given', async () => {
    const { service, id, session } = await begin();
    stripe.simulator.state.deletedCoupons.add('SAVE30');
    const { status, error } = await service.act(session, takeDiscount);
    expect([status, error.code]).toEqual([409, 'coupon_unknown']);
    expect(stripe.subscription(id).discounts).toEqual([]);
    expect((await service.act(session, cancel)).status).toBe(200);
  });

  it('a subscription that was cancelled in the dashboard is not cancelled again', async () => {
    const { service, customer, id, session } = await begin();
    const { host, port } = stripe.simulator;
    const dashboard = new Stripe('sk_test_dashboard', { host, port, protocol: 'http' });
    await dashboard.subscriptions.update(id, { cancel_at_period_end: true });
    const { status, error } = await service.act(session, cancel);
    expect([status, error.code]).toEqual([409, 'already_canceled']);
    const started = await service.start(service.tokenFor(customer));
    expect(started.error.code).toBe('already_canceled');
  });
});
