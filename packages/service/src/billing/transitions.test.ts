import type { Coupon, Price, Subscription } from '@fairwell/contract';
import { describe, expect, it } from 'vitest';
import { advance, changed, paidUntil } from './transitions.js';

const price: Price = {
  id: 'price',
  amount: { value: 1000, currency: 'usd' },
  interval: 'month',
  intervalCount: 1,
};
const coupon = (duration: Coupon['duration'], durationInMonths?: number): Coupon => ({
  id: duration,
  percentOff: 10,
  duration,
  ...(durationInMonths !== undefined && { durationInMonths }),
});
const subscription: Subscription = {
  id: 'sub',
  start: '2026-01-31T00:00:00.000Z',
  status: {
    name: 'active',
    currentPeriod: {
      start: '2026-01-31T00:00:00.000Z',
      end: '2026-02-28T00:00:00.000Z',
    },
  },
  items: [{ price }],
};
const at = (instant: string): Date => new Date(instant);
const now = at('2026-02-10T00:00:00.000Z');

describe('time', () => {
  it('renews a subscription, however often that was due', () => {
    const later = advance(subscription, at('2026-05-15T00:00:00.000Z'));
    expect(later.status).toEqual({
      name: 'active',
      currentPeriod: {
        start: '2026-04-28T00:00:00.000Z',
        end: '2026-05-28T00:00:00.000Z',
      },
    });
  });

  it('ends one that was cancelled, and nothing after that', () => {
    const canceling = { ...subscription, cancelAt: '2026-02-28T00:00:00.000Z' };
    expect(advance(canceling, at('2026-02-27T23:59:59.999Z'))).toEqual(canceling);
    const ended = advance(canceling, at('2026-06-01T00:00:00.000Z'));
    expect(ended.status).toEqual({
      name: 'canceled',
      canceledAt: '2026-02-28T00:00:00.000Z',
    });
    expect(ended).not.toHaveProperty('cancelAt');
  });

  it('ends a trial, from which on it is paid for', () => {
    const trial = {
      start: '2026-02-01T00:00:00.000Z',
      end: '2026-02-15T00:00:00.000Z',
    };
    const trying: Subscription = {
      ...subscription,
      status: { name: 'trial', trial },
    };
    expect(paidUntil(trying)).toBe(trial.end);
    expect(advance(trying, at('2026-02-20T00:00:00.000Z')).status).toEqual({
      name: 'active',
      currentPeriod: { start: trial.end, end: '2026-03-15T00:00:00.000Z' },
    });
  });

  it('uses coupons up: once with the next invoice, repeating with its months, forever never', () => {
    const discounted = [coupon('once'), coupon('repeating', 2), coupon('forever')].reduce(
      (before, each) =>
        changed(before, { type: 'discount', couponId: each.id, stack: true }, now, {
          coupon: each,
        }),
      subscription,
    );
    const left = (instant: string): unknown =>
      advance(discounted, at(instant)).discounts?.map((discount) => discount.coupon.id);
    expect(left('2026-02-27T00:00:00.000Z')).toEqual(['once', 'repeating', 'forever']);
    expect(left('2026-03-01T00:00:00.000Z')).toEqual(['repeating', 'forever']);
    expect(left('2026-04-11T00:00:00.000Z')).toEqual(['forever']);
  });
});

describe('a change', () => {
  const unpaid: Subscription = { ...subscription, status: { name: 'unpaid' } };
  const canceled: Subscription = {
    ...subscription,
    status: { name: 'canceled', canceledAt: '2026-02-01T00:00:00.000Z' },
  };
  const cancel = { type: 'cancel', at: 'periodEnd', reason: {} } as const;

  it('cancels at once what is not paid for', () => {
    expect(changed(unpaid, cancel, now, {}).status.name).toBe('canceled');
  });

  it('can be undone, if it was a cancel that has not come into force', () => {
    const canceling = changed(subscription, cancel, now, {});
    expect(canceling.cancelAt).toBe('2026-02-28T00:00:00.000Z');
    expect(changed(canceling, { type: 'undoCancel' }, now, {})).toEqual(subscription);
  });

  it('pauses and resumes', () => {
    const pause = {
      type: 'pause',
      startsAt: now.toISOString(),
      resumesAt: '2026-04-10T00:00:00.000Z',
      invoices: 'void',
    } as const;
    const paused = changed(subscription, pause, now, {});
    expect(paused.status).toMatchObject({
      name: 'paused',
      pause: { end: pause.resumesAt },
    });
    expect(changed(paused, { type: 'resume' }, now, {})).toEqual(subscription);
  });

  it.each([
    [{ type: 'discount', couponId: 'gone', stack: false }, subscription, 'coupon_unknown'],
    [{ type: 'planChange', priceId: 'gone', prorate: true }, subscription, 'provider_rejected'],
    [{ type: 'trialExtension', trialEnd: '2026-03-01' }, subscription, 'provider_rejected'],
    [{ type: 'resume' }, canceled, 'already_canceled'],
  ] as const)('that cannot be made is refused: %j', (change, from, code) => {
    expect(() => changed(from, change, now, {})).toThrow(
      expect.objectContaining({ code, effect: 'none' }),
    );
  });
});
