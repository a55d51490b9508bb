import type {
  BillingInterval,
  Coupon,
  Discount,
  Period,
  Price,
  Subscription,
} from '@fairwell/contract';
import { addDays, addMonths } from '@fairwell/core';
import type { Change, ChangeMap, ChangeType } from './changes.js';
import { ProviderError } from './provider-error.js';
import type { BillingProvider } from './provider.js';

const laterBy: Record<BillingInterval, (date: Date, count: number) => Date> = {
  day: addDays,
  week: (date, count) => addDays(date, count * 7),
  month: addMonths,
  year: (date, count) => addMonths(date, count * 12),
};

function periodOf({ status }: Subscription): Period | undefined {
  return status.name === 'canceled' ? undefined : status.currentPeriod;
}

/** When what was paid for, or the trial, ends; undefined where nothing is. ISO 8601 UTC. */
export function paidUntil(subscription: Subscription): string | undefined {
  const { status } = subscription;
  return status.name === 'trial' ? status.trial.end : periodOf(subscription)?.end;
}

/** When access ended or will end; undefined where no end is set. ISO 8601 UTC. */
export function endOf({ status, cancelAt }: Subscription): string | undefined {
  return status.name === 'canceled' ? status.canceledAt : cancelAt;
}

function nextPeriod(start: Date, price: Price | undefined): Period {
  const end = price ? laterBy[price.interval](start, price.intervalCount) : addMonths(start, 1);
  return { start: start.toISOString(), end: end.toISOString() };
}

function withPeriod(subscription: Subscription, currentPeriod: Period): Subscription {
  const { status } = subscription;
  return status.name === 'canceled'
    ? subscription
    : { ...subscription, status: { ...status, currentPeriod } };
}

function isUsed({ coupon, end }: Discount, now: Date): boolean {
  return coupon.duration !== 'once' && end !== undefined && new Date(end) <= now;
}

/** What time alone has done to a subscription: trials and pauses that ended, periods that went by. */
export function advance(subscription: Subscription, now: Date): Subscription {
  const past = (instant: string | undefined): instant is string =>
    instant !== undefined && new Date(instant) <= now;
  const { status, cancelAt, items, discounts } = subscription;
  if (status.name === 'canceled') return subscription;
  if (past(cancelAt)) {
    const { cancelAt: canceledAt = cancelAt, ...rest } = subscription;
    return { ...rest, status: { name: 'canceled', canceledAt } };
  }
  if (status.name === 'trial' && past(status.trial.end)) {
    const currentPeriod = nextPeriod(new Date(status.trial.end), items[0]?.price);
    return advance({ ...subscription, status: { name: 'active', currentPeriod } }, now);
  }
  if (status.name === 'paused' && past(status.pause.end))
    return advance(resume(subscription, now), now);
  const period = periodOf(subscription);
  if (status.name !== 'trial' && period && past(period.end)) {
    const rolled = withPeriod(subscription, nextPeriod(new Date(period.end), items[0]?.price));
    const kept = discounts?.filter(({ coupon }) => coupon.duration !== 'once');
    return advance(kept ? { ...rolled, discounts: kept } : rolled, now);
  }
  if (!discounts?.some((discount) => isUsed(discount, now))) return subscription;
  return { ...subscription, discounts: discounts.filter((discount) => !isUsed(discount, now)) };
}

function resume(subscription: Subscription, now: Date): Subscription {
  const { status, items } = subscription;
  const currentPeriod = periodOf(subscription) ?? nextPeriod(now, items[0]?.price);
  return status.name === 'paused'
    ? { ...subscription, status: { name: 'active', currentPeriod } }
    : subscription;
}

/** A subscription that was unpaid, once what it owed is paid. */
export function recovered(subscription: Subscription, now: Date): Subscription {
  const { status, items } = subscription;
  if (status.name !== 'unpaid') return subscription;
  const currentPeriod = status.currentPeriod ?? nextPeriod(now, items[0]?.price);
  return { ...subscription, status: { name: 'active', currentPeriod } };
}

/** What a change refers to, fetched before. */
export interface Catalogue {
  coupon?: Coupon | null;
  price?: Price | null;
}

type Transition<T extends ChangeType> = (
  subscription: Subscription,
  change: ChangeMap[T],
  now: Date,
  catalogue: Catalogue,
) => Subscription;

const transitions: { [T in ChangeType]: Transition<T> } = {
  cancel(subscription, { at }, now) {
    const end = paidUntil(subscription);
    const { cancelAt: _scheduled, ...rest } = subscription;
    // Where nothing is paid for there is nothing to wait for.
    return at === 'periodEnd' && end !== undefined && subscription.status.name !== 'unpaid'
      ? { ...rest, cancelAt: end }
      : { ...rest, status: { name: 'canceled', canceledAt: now.toISOString() } };
  },
  undoCancel({ cancelAt: _scheduled, ...rest }) {
    return rest;
  },
  discount(subscription, { couponId, stack }, now, { coupon }) {
    if (!coupon)
      throw new ProviderError('coupon_unknown', `The coupon "${couponId}" does not exist`, 'none');
    const months = coupon.duration === 'repeating' ? coupon.durationInMonths : undefined;
    const discount: Discount = {
      coupon,
      start: now.toISOString(),
      ...(months !== undefined && { end: addMonths(now, months).toISOString() }),
    };
    const kept = stack ? (subscription.discounts ?? []) : [];
    return { ...subscription, discounts: [...kept, discount] };
  },
  pause(subscription, { startsAt, resumesAt }) {
    const currentPeriod = periodOf(subscription);
    return {
      ...subscription,
      status: {
        name: 'paused',
        pause: { start: startsAt, end: resumesAt },
        ...(currentPeriod && { currentPeriod }),
      },
    };
  },
  resume: (subscription, _change, now) => resume(subscription, now),
  planChange(subscription, { priceId }, now, { price }) {
    if (!price)
      throw new ProviderError('provider_rejected', `The price "${priceId}" does not exist`, 'none');
    const [item, ...others] = subscription.items;
    const changed = { ...subscription, items: [{ ...item, price }, ...others] };
    const sameRhythm =
      item?.price.interval === price.interval && item.price.intervalCount === price.intervalCount;
    return sameRhythm || subscription.status.name === 'trial'
      ? changed
      : withPeriod(changed, nextPeriod(now, price));
  },
  trialExtension(subscription, { trialEnd }) {
    const { status } = subscription;
    if (status.name !== 'trial')
      throw new ProviderError('provider_rejected', 'The subscription is not on trial', 'none');
    const trial = { start: status.trial.start, end: trialEnd };
    return { ...subscription, status: { name: 'trial', trial, currentPeriod: trial } };
  },
};

function transition<T extends ChangeType>(
  type: T,
  subscription: Subscription,
  change: ChangeMap[T],
  now: Date,
  catalogue: Catalogue,
): Subscription {
  return transitions[type](subscription, change, now, catalogue);
}

/**
 * The subscription after a change.
 * @throws {ProviderError} if the change cannot be made to it.
 */
export function changed(
  subscription: Subscription,
  change: Change,
  now: Date,
  catalogue: Catalogue,
): Subscription {
  if (subscription.status.name === 'canceled' && change.type !== 'cancel')
    throw new ProviderError('already_canceled', 'The subscription has ended', 'none');
  return transition(change.type, subscription, change, now, catalogue);
}

/** The currency of a customer's subscriptions. A customer has one. */
export function currencyOf([subscription]: readonly Subscription[]): string | undefined {
  return subscription?.items[0]?.price.amount.currency;
}

/** What `changed` needs to know of a change. */
export async function fetchCatalogue(
  change: Change,
  from: Pick<BillingProvider, 'getCoupon' | 'getPrice'>,
  currency?: string,
): Promise<Catalogue> {
  if (change.type === 'discount')
    return { coupon: await from.getCoupon(change.couponId, currency) };
  if (change.type === 'planChange') return { price: await from.getPrice(change.priceId) };
  return {};
}
