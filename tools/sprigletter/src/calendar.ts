import type { Period } from '@fairwell/contract';
import { addDays, addMonths } from '@fairwell/core';

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
