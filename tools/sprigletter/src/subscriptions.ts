import type { Price, Subscription } from '@fairwell/contract';
import type { Invoice } from '@fairwell/service';
import type { Calendar } from './calendar.ts';
import { box } from './catalogue.ts';

type Rest = Pick<Subscription, 'status' | 'discounts' | 'cancelAt'>;

export function subscriptionOf(id: string, price: Price, start: string, rest: Rest): Subscription {
  return { id: `sub_${id}`, items: [{ id: `si_${id}`, price, quantity: 1 }], start, ...rest };
}

/** A box a month, since a year and two months; as it is now. */
export function monthly(
  id: string,
  calendar: Calendar,
  rest: Partial<Rest> & { price?: Price } = {},
): Subscription {
  const { price, ...others } = rest;
  const { period } = calendar;
  const status = { name: 'active', currentPeriod: period } as const;
  const start = calendar.monthsFrom(period.end, -14);
  return subscriptionOf(id, price ?? box, start, { status, ...others });
}

/** A box a month, paused since ten days. */
export function paused(id: string, calendar: Calendar): Subscription {
  const { period } = calendar;
  const pause = { start: calendar.day(-10), end: calendar.day(51) };
  return monthly(id, calendar, { status: { name: 'paused', pause, currentPeriod: period } });
}

/** A box a month of which the last payment failed so many days ago. */
export function overdue(
  id: string,
  days: number,
  calendar: Calendar,
): { subscriptions: Subscription[]; invoices: Invoice[] } {
  const end = calendar.day(30 - days);
  const currentPeriod = { start: calendar.day(-days), end };
  const subscription = monthly(id, calendar, { status: { name: 'unpaid', currentPeriod } });
  const invoice: Invoice = {
    id: `in_${id}`,
    subscriptionId: subscription.id,
    state: 'open',
    amountDue: box.amount,
    createdAt: currentPeriod.start,
    dueAt: currentPeriod.start,
    attempted: true,
  };
  return { subscriptions: [subscription], invoices: [invoice] };
}
