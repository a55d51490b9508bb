import type { UndoCancelResponse } from '@fairwell/contract';
import { authHash } from '@fairwell/node';
import { describe, expect, it } from 'vitest';
import { ProviderError } from '../src/index.js';
import { apiKey } from './support/fixtures.js';
import { newKey, type TestService } from './support/service.js';
import { useStripe } from './support/stripe.js';
import { cancel, serveBreakable, statesOf, useWorld } from './support/world.js';

const world = useWorld();
const stripe = useStripe(world);

function undo(service: TestService, customerId: string, body: object = {}, subscription?: string) {
  return service.send<UndoCancelResponse>('POST', '/v1/cancellations/undo', {
    token: service.tokenFor(customerId, subscription),
    body: { key: newKey(), ...body },
  });
}

describe('undoing a cancellation', () => {
  it('lets what was to end go on, once for a key', async () => {
    const { provider, service } = await serveBreakable(world);
    const key = newKey();
    const first = await undo(service, 'cus_ending', { key });
    expect(first.body.subscriptions).toMatchObject([
      { id: 'sub_ending', status: { name: 'active' } },
    ]);
    expect((await undo(service, 'cus_ending', { key })).body).toEqual(first.body);
    expect(provider.calls('apply')).toBe(1);
    expect((await world.subscription('cus_ending')).cancelAt).toBeUndefined();
    // There is a flow to go through again.
    expect((await service.session('cus_ending')).subscriptions).toHaveLength(1);
  });

  it('is there right after a cancellation, and for all of a customer’s subscriptions', async () => {
    const service = await world.serve();
    await service.act(await service.session('cus_two'), cancel);
    const { body } = await undo(service, 'cus_two');
    expect(body.subscriptions.map(({ id, cancelAt }) => [id, cancelAt])).toEqual([
      ['sub_first', undefined],
      ['sub_second', undefined],
    ]);
    expect(await statesOf(world)).toEqual(['applied', 'applied']);
  });

  it('is for one subscription where one is named, in the token or in the request', async () => {
    const service = await world.serve();
    await service.act(await service.session('cus_two'), cancel);
    const byToken = await undo(service, 'cus_two', {}, 'sub_first');
    expect(byToken.body.subscriptions.map(({ id }) => id)).toEqual(['sub_first']);
    const byBody = await undo(service, 'cus_two', { subscriptionId: 'sub_second' });
    expect(byBody.body.subscriptions.map(({ id }) => id)).toEqual(['sub_second']);
    const { status } = await undo(
      service,
      'cus_two',
      { subscriptionId: 'sub_second' },
      'sub_first',
    );
    expect(status).toBe(403);
  });

  it('takes an authHash as a session does', async () => {
    const service = await world.serve();
    const { status } = await service.send('POST', '/v1/cancellations/undo', {
      body: {
        key: newKey(),
        customerId: 'cus_ending',
        authHash: authHash('cus_ending', apiKey),
      },
    });
    expect(status).toBe(200);
  });

  it('leaves what goes on as it is, and does not bring back what has ended', async () => {
    const { provider, service } = await serveBreakable(world);
    expect((await undo(service, 'cus_monthly')).status).toBe(200);
    expect(provider.calls('apply')).toBe(0);
    world.clock.advance(20 * 86_400_000);
    const { status, error } = await undo(service, 'cus_ending');
    expect([status, error.code]).toEqual([409, 'already_canceled']);
  });

  it('that nobody answered is settled by the same key', async () => {
    const { provider, service } = await serveBreakable(world);
    const key = newKey();
    provider.fail('apply', 'before', new ProviderError('outcome_unknown', 'No answer', 'open'));
    expect((await undo(service, 'cus_ending', { key })).error.code).toBe('outcome_unknown');
    expect((await undo(service, 'cus_ending', { key })).status).toBe(200);
    expect(await statesOf(world)).toEqual(['applied']);
  });
});

describe('undoing a cancellation on Stripe', () => {
  const serve = () => world.serve({ providers: { live: stripe.provider } });
  const subscribe = () => {
    const { state } = stripe.simulator;
    const customer = state.seedCustomer().id;
    return { customer, id: state.seedSubscription({ customer, price: 'price_standard' }).id };
  };

  it('takes back the end of the period, and the reason with it', async () => {
    const { customer, id } = subscribe();
    const service = await serve();
    await service.act(await service.session(customer), cancel);
    expect(stripe.subscription(id).cancel_at_period_end).toBe(true);
    expect((await undo(service, customer)).status).toBe(200);
    expect(stripe.subscription(id)).toMatchObject({
      cancel_at_period_end: false,
      cancel_at: null,
      cancellation_details: { reason: null, feedback: null, comment: null },
    });
  });

  it('takes back an end that a schedule has set', async () => {
    const { customer, id } = subscribe();
    stripe.simulator.state.seedSchedule({ subscription: id, endBehavior: 'cancel' });
    const service = await serve();
    expect((await undo(service, customer)).status).toBe(200);
    expect(stripe.subscription(id)).toMatchObject({ schedule: null, cancel_at: null });
  });
});
