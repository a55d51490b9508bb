import type { Flow } from '@fairwell/contract';
import { offersOf } from '@fairwell/core';
import { describe, expect, it } from 'vitest';
import type { Visitor } from '../src/index.js';
import { faulty } from './support/faulty-provider.js';
import { liteEuro, lite, thirtyOff } from './support/fixtures.js';
import { takeDiscount, useWorld } from './support/world.js';

const world = useWorld();

async function offersFor(customerId: string): Promise<string[]> {
  const service = await world.serve();
  const { flow } = await service.session(customerId);
  return offersOf(flow).map(({ id }) => id.replace('why/', ''));
}

describe('starting a session', () => {
  it('answers with the customer, what they pay for, and when it would end', async () => {
    const service = await world.serve();
    const session = await service.session('cus_monthly');
    expect(session).toMatchObject({
      mode: 'live',
      preview: false,
      customer: { id: 'cus_monthly', name: 'Robin Vale', email: 'robin@example.com' },
      subscriptions: [{ id: 'sub_monthly', items: [{ price: { id: 'price_standard' } }] }],
      policy: { offers: true, prominentCancel: false },
      endsAt: '2026-12-01T00:00:00.000Z',
    });
  });

  it('fills in coupons and prices, and takes out what is not sold or not theirs', async () => {
    const service = await world.serve();
    const { flow } = await service.session('cus_monthly');
    const offers = new Map(offersOf(flow).map(({ id, offer }) => [id, offer]));
    expect(offers.get('why/too_expensive')).toMatchObject({ coupon: thirtyOff });
    expect(offers.get('why/smaller')).toMatchObject({
      options: [{ priceId: 'price_lite', nickname: 'Lite', price: lite }],
    });
  });

  it('is on the flow that the host chooses for the visitor', async () => {
    const service = await world.serve({
      flow: {
        flowFor: async ({ customer }: Visitor): Promise<Flow> => ({
          id: customer.id,
          steps: [{ id: 'sure', type: 'confirm' }],
        }),
      },
    });
    for (const customer of ['cus_monthly', 'cus_annual'])
      expect((await service.session(customer)).flow.id).toBe(customer);
  });

  it('offers each customer only what they may have', async () => {
    const talk = ['help', 'other_tool'];
    expect(await offersFor('cus_monthly')).toEqual([
      'too_expensive',
      'unused',
      'later',
      'smaller',
      ...talk,
      'five',
    ]);
    expect(await offersFor('cus_annual')).toEqual(['too_expensive', 'smaller', ...talk, 'five']);
    expect(await offersFor('cus_trial')).toEqual(['smaller', 'trial', ...talk, 'five']);
    expect(await offersFor('cus_euro')).toEqual([
      'too_expensive',
      'unused',
      'later',
      'smaller',
      ...talk,
    ]);
  });

  it('offers a customer in euros plans in euros', async () => {
    const service = await world.serve();
    const { flow } = await service.session('cus_euro');
    const plans = offersOf(flow).find(({ id }) => id === 'why/smaller')?.offer;
    expect(plans).toMatchObject({ options: [{ price: liteEuro }] });
  });

  it('makes no offer where the law does not let one be made', async () => {
    const service = await world.serve({ settings: { compliance: ['germany'] } });
    const { flow, policy } = await service.session('cus_monthly');
    expect(offersOf(flow)).toEqual([]);
    expect(policy).toEqual({ offers: false, prominentCancel: true });
  });

  it('shows of the metadata only what the flow merges into its texts', async () => {
    const service = await world.serve();
    const { customer } = await service.session('cus_monthly');
    expect(customer.metadata).toEqual({ team: 'blue' });
  });

  it('is for one subscription, or for all that are left', async () => {
    const service = await world.serve();
    const all = await service.session('cus_two');
    expect(all.subscriptions.map(({ id }) => id)).toEqual(['sub_first', 'sub_second']);
    const one = await service.session('cus_two', { subscriptionId: 'sub_second' });
    expect(one.subscriptions.map(({ id }) => id)).toEqual(['sub_second']);
    await service.act(one, { type: 'cancel' });
    const rest = await service.session('cus_two');
    expect(rest.subscriptions.map(({ id }) => id)).toEqual(['sub_first']);
  });

  it('goes on without an offer whose coupon cannot be read', async () => {
    const provider = faulty(world.sandbox);
    for (let call = 0; call < 3; call += 1)
      provider.fail('getCoupon', 'before', new Error('no coupons today'));
    const service = await world.serve({ providers: { live: provider } });
    const { flow } = await service.session('cus_monthly');
    expect(offersOf(flow).map(({ id }) => id)).not.toContain('why/too_expensive');
    expect(offersOf(flow).map(({ id }) => id)).toContain('why/smaller');
  });

  it('does not offer again what was taken within the cooldown', async () => {
    const service = await world.serve();
    await service.act(await service.session('cus_monthly'), takeDiscount);
    expect(await offersFor('cus_monthly')).not.toContain('too_expensive');
    world.clock.advance(93 * 86_400_000);
    expect(await offersFor('cus_monthly')).toContain('too_expensive');
  });
});

describe('the record of a session', () => {
  const at = '2026-11-15T12:00:01.000Z';
  const later = '2026-11-15T12:00:09.000Z';

  it('holds what was seen, said and done', async () => {
    const service = await world.serve();
    const session = await service.session('cus_monthly');
    await service.record(session, [
      { sequence: 0, event: { type: 'stepViewed', stepId: 'why', at } },
      { sequence: 1, event: { type: 'surveyAnswered', stepId: 'why', choiceId: 'unused', at } },
      { sequence: 2, event: { type: 'offerPresented', offerId: 'why/unused', at } },
      { sequence: 3, event: { type: 'offerDeclined', offerId: 'why/unused', at: later } },
      {
        sequence: 4,
        event: { type: 'surveyAnswered', stepId: 'why', choiceId: 'unused', text: 'Time', at },
      },
      { sequence: 5, event: { type: 'feedbackGiven', stepId: 'words', text: 'Goodbye', at } },
      { sequence: 6, event: { type: 'offerPresented', offerId: 'why/too_expensive', at } },
    ]);
    await service.act(session, takeDiscount);
    const { body } = await service.read(session);
    expect(body).toEqual({
      id: session.id,
      mode: 'live',
      preview: false,
      customerId: 'cus_monthly',
      flowId: 'everyone',
      flowVersion: 3,
      startedAt: '2026-11-15T12:00:00.000Z',
      endedAt: '2026-11-15T12:00:00.000Z',
      result: 'discount',
      usedClickToCancel: false,
      handledByHost: false,
      surveyChoiceId: 'unused',
      surveyResponse: 'I do not use it',
      followupQuestion: 'What would help?',
      followupResponse: 'Time',
      feedback: 'Goodbye',
      steps: [{ stepId: 'why', at }],
      presentedOffers: [
        {
          offerId: 'why/unused',
          offerType: 'pause',
          presentedAt: at,
          answer: 'declined',
          answeredAt: later,
        },
        {
          offerId: 'why/too_expensive',
          offerType: 'discount',
          presentedAt: at,
          answer: 'accepted',
          answeredAt: '2026-11-15T12:00:00.000Z',
        },
      ],
      accepted: {
        action: takeDiscount,
        outcome: { type: 'discount', coupon: thirtyOff, until: '2027-02-15T12:00:00.000Z' },
      },
    });
  });

  it('passes over a sequence number that was seen before, in whatever order they come', async () => {
    const service = await world.serve();
    const session = await service.session('cus_monthly');
    const second = { type: 'stepViewed', stepId: 'words', at } as const;
    const first = { type: 'stepViewed', stepId: 'why', at } as const;
    await service.record(session, [{ sequence: 1, event: second }]);
    await service.record(session, [
      { sequence: 0, event: first },
      { sequence: 1, event: { ...second, stepId: 'sure' } },
    ]);
    const { body } = await service.read(session);
    expect(body.steps.map(({ stepId }) => stepId)).toEqual(['why', 'words']);
  });

  it('is an abort once the flow was closed without a decision', async () => {
    const service = await world.serve();
    const session = await service.session('cus_monthly');
    await service.record(session, [{ sequence: 0, event: { type: 'closed', at } }]);
    const { body } = await service.read(session);
    expect(body).toMatchObject({ result: 'abort', endedAt: '2026-11-15T12:00:00.000Z' });
  });

  it('keeps a decision when the flow is closed after it', async () => {
    const service = await world.serve();
    const session = await service.session('cus_monthly');
    await service.act(session, { type: 'cancel', direct: true });
    await service.record(session, [{ sequence: 0, event: { type: 'closed', at } }]);
    const { body } = await service.read(session);
    expect(body).toMatchObject({ result: 'cancel', usedClickToCancel: true });
  });

  it('says so when the host did it, and bills nothing', async () => {
    const service = await world.serve();
    const session = await service.session('cus_monthly');
    await service.record(session, [
      { sequence: 0, event: { type: 'handledByHost', action: takeDiscount, at } },
    ]);
    const { body } = await service.read(session);
    expect(body).toMatchObject({
      result: 'discount',
      handledByHost: true,
      accepted: { action: takeDiscount },
    });
    expect((await world.subscription('cus_monthly')).discounts ?? []).toEqual([]);
    expect(await offersFor('cus_monthly')).not.toContain('too_expensive');
  });
});

describe('offers that a page asks for', () => {
  const settings = { dynamicCoupons: ['FIVE'], dynamicPlans: ['price_lite'] };

  it('take the place of all of their kind, where the settings allow them', async () => {
    const service = await world.serve({ settings });
    const { flow } = await service.session('cus_monthly', {
      dynamicOffers: { discount: { couponId: 'FIVE' }, planChange: { planIds: ['price_lite'] } },
    });
    const offers = offersOf(flow).map(({ offer }) => offer);
    const coupons = offers.flatMap((offer) =>
      offer.type === 'discount' ? [offer.coupon?.id] : [],
    );
    expect(new Set(coupons)).toEqual(new Set(['FIVE']));
    expect(offers.find(({ type }) => type === 'planChange')).toMatchObject({
      options: [{ priceId: 'price_lite', nickname: 'Lite', price: lite }],
    });
  });

  it.each([
    [{ discount: { couponId: 'SAVE30' } }, 'dynamicOffers.discount.couponId'],
    [{ planChange: { planIds: ['price_lite', 'x'] } }, 'dynamicOffers.planChange.planIds[1]'],
  ])('are refused where they do not: %j', async (dynamicOffers, field) => {
    const service = await world.serve({ settings });
    await expect(service.session('cus_monthly', { dynamicOffers })).rejects.toThrow(field);
  });
});

describe('an offer that is still in force', () => {
  it('comes with the next session, unless the page passes it by', async () => {
    const service = await world.serve({ settings: { stackCoupons: true } });
    await service.act(await service.session('cus_monthly'), takeDiscount);
    expect(await service.session('cus_monthly')).toMatchObject({
      stackCoupons: true,
      activeOffer: { type: 'discount', discount: { coupon: { id: 'SAVE30' } } },
    });
    const bypassed = await service.session('cus_monthly', { bypassDiscountAppliedScreen: true });
    expect(bypassed.activeOffer).toBeUndefined();
  });
});
