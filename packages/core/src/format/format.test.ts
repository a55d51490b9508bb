import { expect, it } from 'vitest';
import { addMonths } from '../dates/dates.js';
import { monthly } from '../testing/fixtures.js';
import {
  discounted,
  formatDate,
  formatMoney,
  formatNumber,
  formatPercent,
  periodPrice,
} from './format.js';

const plain = (value: string) => value.replace(/\u00a0|\u202f/g, ' ');

it.each([
  [{ value: 2999, currency: 'usd' }, 'en', '$29.99'],
  [{ value: 2999, currency: 'EUR' }, 'de', '29,99 €'],
  [{ value: 500, currency: 'jpy' }, 'en', '¥500'],
  [{ value: 12345, currency: 'kwd' }, 'en', 'KWD 12.345'],
  [{ value: -100, currency: 'usd' }, 'en', '-$1.00'],
])('writes money in the smallest unit of its currency: %o in %s', (amount, locale, expected) => {
  expect(plain(formatMoney(amount, locale))).toBe(expected);
});

it('writes a date in the zone it is asked for', () => {
  const instant = '2026-12-31T23:30:00.000Z';
  expect(formatDate(instant, 'en', 'UTC')).toBe('December 31, 2026');
  expect(formatDate(instant, 'en', 'Asia/Tokyo')).toBe('January 1, 2027');
  expect(formatDate(instant, 'de', 'UTC')).toBe('31. Dezember 2026');
});

it('writes numbers and percentages as the language does', () => {
  expect(formatNumber(1000, 'en')).toBe('1,000');
  expect(formatNumber(12, 'bn')).toBe('১২');
  expect(formatPercent(30, 'en')).toBe('30%');
  expect(formatPercent(12.5, 'en')).toBe('12.5%');
});

it.each([
  [{ id: 'c', percentOff: 30, duration: 'once' as const }, 2099],
  [{ id: 'c', percentOff: 100, duration: 'once' as const }, 0],
  [{ id: 'c', amountOff: 500, currency: 'usd', duration: 'once' as const }, 2499],
  [{ id: 'c', amountOff: 5000, currency: 'usd', duration: 'once' as const }, 0],
])('takes a coupon off without going below nothing: %o', (coupon, value) => {
  expect(discounted({ value: 2999, currency: 'usd' }, coupon)).toEqual({ value, currency: 'usd' });
});

it('adds up what a period costs', () => {
  const [item] = monthly.items;
  expect(periodPrice(monthly)).toEqual({ value: 2999, currency: 'usd' });
  expect(periodPrice({ ...monthly, items: item ? [{ ...item, quantity: 3 }, item] : [] })).toEqual({
    value: 4 * 2999,
    currency: 'usd',
  });
  expect(periodPrice({ ...monthly, items: [] })).toBeUndefined();
});

it.each([
  ['2026-01-31T10:00:00.000Z', 1, '2026-02-28T10:00:00.000Z'],
  ['2028-01-31T10:00:00.000Z', 1, '2028-02-29T10:00:00.000Z'],
  ['2026-11-30T00:00:00.000Z', 3, '2027-02-28T00:00:00.000Z'],
  ['2026-12-15T00:00:00.000Z', 1, '2027-01-15T00:00:00.000Z'],
])('adds months to %s without running into the next', (from, months, to) => {
  expect(addMonths(new Date(from), months).toISOString()).toBe(to);
});
