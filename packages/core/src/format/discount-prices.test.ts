import type { Coupon, Discount } from '@fairwell/contract';
import { expect, it } from 'vitest';
import { monthly, now } from '../testing/fixtures.js';
import { discountPrices, discountsInForce } from './discount-prices.js';

const half: Coupon = { id: 'HALF', percentOff: 50, duration: 'once' };
const ten: Coupon = { id: 'TEN', percentOff: 10, duration: 'forever' };
const inForce = (coupon: Coupon, end?: string): Discount => ({
  coupon,
  start: '2026-01-01T00:00:00Z',
  ...(end && { end }),
});
const usd = (value: number) => ({ value, currency: 'usd' });

it('takes the discount off what is paid now', () => {
  expect(discountPrices(monthly, half, false, now)).toEqual({
    before: usd(2999),
    after: usd(1499),
    later: usd(2999),
  });
});

it.each([
  ['replaces the one in force', false, usd(1499), usd(2999)],
  ['comes on top of the one in force', true, usd(1349), usd(2699)],
])('%s', (_name, stacks, after, later) => {
  const subscription = { ...monthly, discounts: [inForce(ten)] };
  expect(discountPrices(subscription, half, stacks, now)).toEqual({
    before: usd(2699),
    after,
    later,
  });
});

it('passes over a discount that ended, and knows nothing of a subscription without a price', () => {
  const ended = inForce(ten, '2026-11-01T00:00:00Z');
  expect(discountsInForce({ ...monthly, discounts: [ended] }, now)).toEqual([]);
  expect(discountPrices({ ...monthly, items: [] }, half, false, now)).toBeUndefined();
});
