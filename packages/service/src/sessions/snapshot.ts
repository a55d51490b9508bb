import type {
  BillingInterval,
  Customer,
  ReportedCustomer,
  ReportedInterval,
  Subscription,
} from '@fairwell/contract';

const reportedIntervals: Record<BillingInterval, ReportedInterval> = {
  day: 'DAY',
  week: 'WEEK',
  month: 'MONTH',
  year: 'YEAR',
};

/** What the customer pays for as a session begins; where that are several subscriptions, the first. */
export function snapshotOf(
  { email }: Customer,
  [subscription]: readonly Subscription[],
): Omit<ReportedCustomer, 'id'> {
  if (!subscription) return { ...(email !== undefined && { email }) };
  const { id, start, status, items } = subscription;
  const [item] = items;
  const period = 'currentPeriod' in status ? status.currentPeriod : undefined;
  const price = item?.price;
  return {
    ...(email !== undefined && { email }),
    subscriptionId: id,
    subscriptionStart: start,
    ...(period && { subscriptionPeriodStart: period.start, subscriptionPeriodEnd: period.end }),
    trial: status.name === 'trial',
    ...(price && {
      currency: price.amount.currency,
      planId: price.id,
      planPrice: price.amount.value,
      itemQuantity: item.quantity ?? 1,
      billingInterval: reportedIntervals[price.interval],
      billingIntervalCount: price.intervalCount,
    }),
  };
}
