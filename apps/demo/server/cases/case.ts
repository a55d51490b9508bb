import type { Period, Price, Subscription } from '@fairwell/contract';
import { addDays, addMonths } from '@fairwell/core';
import type { Invoice } from '@fairwell/service';
import type { WallTerms } from '../api.ts';
import { box } from './catalogue.ts';

/** A customer of the sandbox who is there to show one thing. */
export interface Case {
  /** Without `cus_`, which it begins with at the billing provider. */
  id: string;
  name: string;
  /** What there is to see, in a sentence. */
  shows: string;
  /** The file in `flows`, without its ending; the default flow where absent. */
  flow?: string;
  /** Nobody knows who they are until they have entered a code. */
  isSignedOut?: true;
  walls?: Partial<WallTerms>;
  subscriptions: readonly Subscription[];
  invoices?: readonly Invoice[];
}

export interface CaseGroup {
  name: string;
  cases: readonly Case[];
}

/** Every customer's days are told from today, so that each is in mid-period whenever they are put in place. */
export class Calendar {
  readonly #now: Date;

  constructor(now: Date) {
    this.#now = now;
  }

  /** So many days from now, ISO 8601 UTC; before now where negative. */
  day(days: number): string {
    return addDays(this.#now, days).toISOString();
  }

  /** So many months after that instant; before it where negative. */
  monthsFrom(instant: string, months: number): string {
    return addMonths(new Date(instant), months).toISOString();
  }

  /** Of a subscription that is billed by the month. */
  get period(): Period {
    const end = this.day(18);
    return { start: this.monthsFrom(end, -1), end };
  }

  /** Eleven months of the year are over. */
  get yearlyPeriod(): Period {
    const end = this.day(40);
    return { start: this.monthsFrom(end, -12), end };
  }
}

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
