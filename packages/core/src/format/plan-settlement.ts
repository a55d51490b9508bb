import type { Price, Subscription } from '@fairwell/contract';

/** How what is paid for already is reckoned up when a plan changes. */
export type PlanSettlement = 'chargedNow' | 'chargedLater' | 'creditedLater' | 'unprorated';

/**
 * What a change of plan does to what is paid for already; undefined where nothing is paid, and where
 * that is not known. A plan
 * of another rhythm begins its first period today.
 * (https://docs.stripe.com/billing/subscriptions/prorations)
 */
export function planSettlement(
  { status, items: [item] }: Subscription,
  to: Price,
  prorated: boolean | undefined,
): PlanSettlement | undefined {
  if (prorated === undefined || status.name !== 'active' || !item) return undefined;
  const from = item.price;
  if (from.interval !== to.interval || from.intervalCount !== to.intervalCount)
    return prorated ? 'chargedNow' : undefined;
  if (!prorated) return 'unprorated';
  const difference = to.amount.value - from.amount.value;
  if (difference === 0) return undefined;
  return difference > 0 ? 'chargedLater' : 'creditedLater';
}
