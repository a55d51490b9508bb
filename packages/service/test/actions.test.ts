import type { Action } from '@fairwell/contract';
import { describe, expect, it } from 'vitest';
import { annual, lite, thirtyOff } from './support/fixtures.js';
import { cancel, takeDiscount, useWorld } from './support/world.js';

const world = useWorld();
const day = 86_400_000;

describe('carrying out what the customer decided', () => {
  it('applies the discount', async () => {
    const service = await world.serve();
    const answer = await service.act(await service.session('cus_monthly'), takeDiscount);
    expect(answer.status).toBe(200);
    expect(answer.body.outcome).toEqual({
      type: 'discount',
      coupon: thirtyOff,
      until: '2027-02-15T12:00:00.000Z',
    });
    const subscription = await world.subscription('cus_monthly');
    expect(subscription.discounts).toEqual([
      { coupon: thirtyOff, start: '2026-11-15T12:00:00.000Z', end: '2027-02-15T12:00:00.000Z' },
    ]);
    expect(answer.body.subscriptions).toEqual([subscription]);
  });

  it('puts a coupon in the place of another, or beside it', async () => {
    const takeFive: Action = { type: 'discount', offerId: 'why/five', couponId: 'FIVE' };
    const couponsAfter = async (stackCoupons: boolean): Promise<string[]> => {
      const settings = { stackCoupons, discountCooldownMonths: 0 };
      const service = await world.serve({ settings });
      await service.act(await service.session('cus_monthly'), takeDiscount);
      await service.act(await service.session('cus_monthly'), takeFive);
      const { discounts = [] } = await world.subscription('cus_monthly');
      return discounts.map(({ coupon }) => coupon.id);
    };
    expect(await couponsAfter(false)).toEqual(['FIVE']);
    expect(await couponsAfter(true)).toEqual(['FIVE', 'SAVE30', 'FIVE']);
  });

  it('cancels at the end of what is paid for', async () => {
    const service = await world.serve();
    const { body } = await service.act(await service.session('cus_monthly'), cancel);
    expect(body.outcome).toEqual({ type: 'cancel', endsAt: '2026-12-01T00:00:00.000Z' });
    expect(await world.subscription('cus_monthly')).toMatchObject({
      status: { name: 'active' },
      cancelAt: '2026-12-01T00:00:00.000Z',
    });
    world.clock.advance(20 * day);
    expect((await world.subscription('cus_monthly')).status).toEqual({
      name: 'canceled',
      canceledAt: '2026-12-01T00:00:00.000Z',
    });
  });

  it('cancels at once where the business wants that', async () => {
    const service = await world.serve({ settings: { cancelAt: 'immediately' } });
    const session = await service.session('cus_monthly');
    expect(session.endsAt).toBe('2026-11-15T12:00:00.000Z');
    const { body } = await service.act(session, cancel);
    expect(body.outcome).toEqual({ type: 'cancel', endsAt: '2026-11-15T12:00:00.000Z' });
    expect((await world.subscription('cus_monthly')).status.name).toBe('canceled');
  });

  it('cancels a trial with its end', async () => {
    const service = await world.serve();
    const { body } = await service.act(await service.session('cus_trial'), cancel);
    expect(body.outcome).toEqual({ type: 'cancel', endsAt: '2026-11-24T00:00:00.000Z' });
  });

  it('cancels everything that a session is for', async () => {
    const service = await world.serve();
    const { body } = await service.act(await service.session('cus_two'), cancel);
    expect(body.subscriptions.map(({ id, cancelAt }) => [id, cancelAt])).toEqual([
      ['sub_first', '2026-12-01T00:00:00.000Z'],
      ['sub_second', '2026-12-01T00:00:00.000Z'],
    ]);
  });

  it('pauses for as long as was chosen', async () => {
    const service = await world.serve();
    const { body } = await service.act(await service.session('cus_monthly'), {
      type: 'pause',
      offerId: 'why/unused',
      interval: 'month',
      length: 2,
    });
    expect(body.outcome).toEqual({
      type: 'pause',
      startsAt: '2026-11-15T12:00:00.000Z',
      resumesAt: '2027-01-15T12:00:00.000Z',
    });
    expect((await world.subscription('cus_monthly')).status.name).toBe('paused');
    world.clock.advance(62 * day);
    expect((await world.subscription('cus_monthly')).status.name).toBe('active');
  });

  it('pauses from the end of the paid period until a chosen day', async () => {
    const service = await world.serve();
    const { body } = await service.act(await service.session('cus_monthly'), {
      type: 'pause',
      offerId: 'why/later',
      interval: 'month',
      until: '2027-01-20T00:00:00.000Z',
    });
    expect(body.outcome).toEqual({
      type: 'pause',
      startsAt: '2026-12-01T00:00:00.000Z',
      resumesAt: '2027-01-20T00:00:00.000Z',
    });
  });

  it('counts the cooldown of a pause from its end', async () => {
    const service = await world.serve();
    await service.act(await service.session('cus_monthly'), {
      type: 'pause',
      offerId: 'why/unused',
      interval: 'month',
      length: 1,
    });
    const canPause = async (): Promise<boolean> => {
      const { flow } = await service.session('cus_monthly');
      return JSON.stringify(flow).includes('"type":"pause"');
    };
    world.clock.advance(100 * day);
    expect(await canPause()).toBe(false);
    world.clock.advance(30 * day);
    expect(await canPause()).toBe(true);
  });

  it('changes the plan', async () => {
    const service = await world.serve();
    const { body } = await service.act(await service.session('cus_monthly'), {
      type: 'planChange',
      offerId: 'why/smaller',
      priceId: 'price_lite',
    });
    expect(body.outcome).toEqual({ type: 'planChange', price: lite });
    expect((await world.subscription('cus_monthly')).items).toEqual([{ price: lite }]);
  });

  it('begins a new period with a plan of another rhythm', async () => {
    const service = await world.serve();
    const before = await world.subscription('cus_annual');
    expect(before.items).toEqual([{ price: annual }]);
    await service.act(await service.session('cus_annual'), {
      type: 'planChange',
      offerId: 'why/smaller',
      priceId: 'price_lite',
    });
    expect((await world.subscription('cus_annual')).status).toEqual({
      name: 'active',
      currentPeriod: { start: '2026-11-15T12:00:00.000Z', end: '2026-12-15T12:00:00.000Z' },
    });
  });

  it('makes a trial longer, once', async () => {
    const service = await world.serve();
    const extend: Action = { type: 'trialExtension', offerId: 'why/trial', days: 7 };
    const { body } = await service.act(await service.session('cus_trial'), extend);
    expect(body.outcome).toEqual({ type: 'trialExtension', trialEnd: '2026-12-01T00:00:00.000Z' });
    const again = await service.act(await service.session('cus_trial'), extend);
    expect(again.error.code).toBe('offer_unknown');
  });

  it('makes a trial longer as often as somebody tries it out, outside live mode', async () => {
    const service = await world.serve({ providers: { test: world.sandbox } });
    const token = service.tokenFor('cus_trial', undefined, 'test');
    for (const trialEnd of ['2026-12-01T00:00:00.000Z', '2026-12-08T00:00:00.000Z']) {
      const { body: session } = await service.start(token);
      const extend: Action = { type: 'trialExtension', offerId: 'why/trial', days: 7 };
      const { body } = await service.act(session, extend);
      expect(body.outcome).toEqual({ type: 'trialExtension', trialEnd });
    }
  });

  it.each([
    [
      { type: 'contact', offerId: 'why/help' },
      { type: 'contact', url: 'https://example.com/help' },
    ],
    [
      { type: 'redirect', offerId: 'why/other_tool', url: 'https://example.com/compare' },
      { type: 'redirect', url: 'https://example.com/compare' },
    ],
  ] as const)('writes down $0.type without a word to the provider', async (action, outcome) => {
    const service = await world.serve();
    const before = await world.subscription('cus_monthly');
    const session = await service.session('cus_monthly');
    const { body } = await service.act(session, action);
    expect(body).toEqual({ outcome, subscriptions: [] });
    expect(await world.subscription('cus_monthly')).toEqual(before);
    expect((await service.read(session)).body.result).toBe(action.type);
  });

  it('lets a customer who took an offer cancel after all', async () => {
    const service = await world.serve();
    const session = await service.session('cus_monthly');
    await service.act(session, takeDiscount);
    const { status } = await service.act(session, cancel);
    expect(status).toBe(200);
    expect((await service.read(session)).body).toMatchObject({ result: 'cancel' });
  });
});

describe('a preview', () => {
  it('shows what would happen, and bills nothing', async () => {
    const service = await world.serve();
    const before = await world.subscription('cus_monthly');
    const session = await service.session('cus_monthly', { preview: true });
    expect(session.preview).toBe(true);
    const { body } = await service.act(session, takeDiscount);
    expect(body.outcome).toEqual({
      type: 'discount',
      coupon: thirtyOff,
      until: '2027-02-15T12:00:00.000Z',
    });
    expect(await world.subscription('cus_monthly')).toEqual(before);
  });

  it('uses nothing up', async () => {
    const service = await world.serve();
    await service.act(await service.session('cus_monthly', { preview: true }), takeDiscount);
    const { status } = await service.act(await service.session('cus_monthly'), takeDiscount);
    expect(status).toBe(200);
  });
});
