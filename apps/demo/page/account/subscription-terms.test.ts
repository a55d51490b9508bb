import type { Subscription } from '@fairwell/contract';
import { describe, expect, it } from 'vitest';
import { termsOf } from './subscription-terms.ts';

const active: Subscription = {
  id: 'sub_1',
  start: '2026-01-10T12:00:00.000Z',
  status: {
    name: 'active',
    currentPeriod: { start: '2026-11-10T12:00:00.000Z', end: '2026-12-10T12:00:00.000Z' },
  },
  items: [
    {
      price: {
        id: 'price_1',
        name: 'Seed Box',
        amount: { value: 1800, currency: 'usd' },
        interval: 'month',
        intervalCount: 1,
      },
    },
  ],
};
const start = '2026-11-21T12:00:00.000Z';

describe('the terms of a subscription', () => {
  it('are what is paid, when, and since when', () => {
    expect(termsOf(active, 'en')).toMatchObject({
      plan: 'Seed Box',
      status: { name: 'Active' },
      price: '$18.00 per month',
      priceBefore: null,
      nextPayment: '$18.00 on December 10, 2026',
      end: null,
      since: 'January 10, 2026',
    });
  });

  it('take a discount that lasts off the price and off the next payment', () => {
    const coupon = { id: 'A', percentOff: 30, duration: 'repeating', durationInMonths: 3 } as const;
    const discounts = [{ coupon, start, end: '2027-02-21T12:00:00.000Z' }];
    expect(termsOf({ ...active, discounts }, 'en')).toMatchObject({
      price: '$12.60 per month',
      priceBefore: '$18.00',
      discounts: ['30% off until February 21, 2027'],
      nextPayment: '$12.60 on December 10, 2026',
    });
  });

  it('do not promise a discount that ends before the next payment', () => {
    const coupon = { id: 'A', percentOff: 30, duration: 'repeating', durationInMonths: 1 } as const;
    const discounts = [{ coupon, start, end: '2026-12-01T12:00:00.000Z' }];
    expect(termsOf({ ...active, discounts }, 'en').nextPayment).toBe('$18.00 on December 10, 2026');
  });

  it('leave the price as it is when the discount is for one payment', () => {
    const coupon = { id: 'A', amountOff: 500, currency: 'usd', duration: 'once' } as const;
    expect(termsOf({ ...active, discounts: [{ coupon, start }] }, 'en')).toMatchObject({
      price: '$18.00 per month',
      priceBefore: null,
      discounts: ['$5.00 off the next payment'],
      nextPayment: '$13.00 on December 10, 2026',
    });
  });

  it('charge nothing after a cancellation', () => {
    const cancelAt = '2026-12-10T12:00:00.000Z';
    expect(termsOf({ ...active, cancelAt }, 'en')).toMatchObject({
      status: { name: 'Cancelled' },
      nextPayment: 'None',
      end: 'December 10, 2026',
    });
  });

  it('charge nothing during a pause', () => {
    const pause = { start, end: '2027-01-21T12:00:00.000Z' };
    expect(termsOf({ ...active, status: { name: 'paused', pause } }, 'en')).toMatchObject({
      status: { name: 'Paused' },
      nextPayment: 'None before January 21, 2027',
    });
  });

  it('charge for the first time when the trial ends', () => {
    const trial = { start, end: '2026-11-30T12:00:00.000Z' };
    expect(termsOf({ ...active, status: { name: 'trial', trial } }, 'en')).toMatchObject({
      status: { name: 'Trial' },
      nextPayment: '$18.00 on November 30, 2026',
    });
  });
});
