import type { Customer, OverdueInvoice, PauseInForce } from '@fairwell/contract';
import { addDays } from '../dates/dates.js';

/** An invoice that is overdue for longer raises no wall. */
const oldestInDays = 60;

/** How a wall stands. */
export interface Standing {
  soft: boolean;
  /** When the days of grace end, ISO 8601 UTC. */
  hardFrom?: string | undefined;
}

export interface PauseWallRules {
  /** Can the customer step past it. */
  softWall?: boolean | undefined;
}

export interface FailedPaymentWallRules extends PauseWallRules {
  /** For so many days from when the invoice was due the wall is soft, then hard. */
  gracePeriodDays?: number | undefined;
  /** Only an invoice that was tried and failed raises the wall. */
  ignoreInvoicesWithoutAttempt?: boolean | undefined;
  /**
   * The host's own rule. `true` leaves the wall as the other options have it, `false` lets the
   * customer in, `'soft'` and `'hard'` go before the other options.
   */
  shouldShowFailedPaymentWall?:
    ((invoice: OverdueInvoice, customer: Customer) => boolean | 'soft' | 'hard') | undefined;
}

/** How the wall of a pause stands; null where the pause has not begun, or is over. */
export function pauseStanding(
  { since, resumesAt }: PauseInForce,
  { softWall = false }: PauseWallRules,
  now: Date,
): Standing | null {
  const begun = new Date(since) <= now;
  const over = resumesAt !== undefined && new Date(resumesAt) <= now;
  return begun && !over ? { soft: softWall } : null;
}

/** How the wall of an overdue invoice stands; null where it raises none. */
export function paymentStanding(
  invoice: OverdueInvoice,
  customer: Customer,
  rules: FailedPaymentWallRules,
  now: Date,
): Standing | null {
  const { softWall = false, gracePeriodDays = 0, shouldShowFailedPaymentWall } = rules;
  const due = new Date(invoice.since);
  // Written so that a date that is none raises no wall either.
  if (!(addDays(due, oldestInDays) >= now)) return null;
  if (rules.ignoreInvoicesWithoutAttempt && !invoice.attempted) return null;
  const wish = shouldShowFailedPaymentWall?.(invoice, customer) ?? true;
  if (!wish) return null;
  if (wish === 'hard') return { soft: false };
  if (wish === 'soft' || softWall) return { soft: true };
  const hardFrom = addDays(due, gracePeriodDays);
  return now < hardFrom ? { soft: true, hardFrom: hardFrom.toISOString() } : { soft: false };
}
