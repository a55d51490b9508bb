import type Stripe from 'stripe';
import { isKeyOf } from './types.ts';
import type { Known } from './types.ts';

type Interval = Known<Stripe.Price.Recurring.Interval>;

const day = 24 * 60 * 60;

const add: Record<Interval, (from: number, count: number) => number> = {
  day: (from, count) => from + count * day,
  week: (from, count) => from + count * 7 * day,
  month: addMonths,
  year: (from, count) => addMonths(from, count * 12),
};

/** The same day of a later month in UTC, or that month's last day. Unix seconds in and out. */
export function addMonths(from: number, count: number): number {
  const date = new Date(from * 1000);
  const first = new Date(from * 1000);
  first.setUTCDate(1);
  first.setUTCMonth(first.getUTCMonth() + count);
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0));
  first.setUTCDate(Math.min(date.getUTCDate(), lastDay.getUTCDate()));
  return first.getTime() / 1000;
}

export function addDays(from: number, count: number): number {
  return add.day(from, count);
}

/**
 * The first end of a billing period after `after`. Periods are counted from the anchor, so one
 * anchored on the 31st ends on 28 February and then on 31 March. Unix seconds.
 */
export function periodEnd(
  anchor: number,
  recurring: Stripe.Price.Recurring,
  after: number,
): number {
  const { interval, interval_count: length } = recurring;
  if (!isKeyOf(add, interval)) throw new Error(`The interval ${interval} is not simulated`);
  let end = anchor;
  for (let count = 1; end <= after; count += 1) end = add[interval](anchor, count * length);
  return end;
}
