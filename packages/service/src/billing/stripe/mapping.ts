import type {
  BillingInterval,
  Coupon,
  Customer,
  Discount,
  Metadata,
  Period,
  Price,
  Subscription,
  SubscriptionItem,
  SubscriptionStatus,
} from '@fairwell/contract';
import type Stripe from 'stripe';

/** Metadata of a subscription: the ledger entry that changed it last. */
export const actionMark = 'fairwell_action';
/** Metadata of a subscription: from when a pause is felt, ISO 8601 UTC. */
export const pauseStartMark = 'pauseWallStartDate';

export function toSeconds(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000);
}

export function toInstant(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

function toMetadata(metadata: Stripe.Metadata): Metadata {
  const { [actionMark]: _mark, ...rest } = metadata;
  return rest;
}

export function toCustomer({ id, email, name, phone, metadata }: Stripe.Customer): Customer {
  return {
    id,
    ...(email && { email }),
    ...(name && { name }),
    ...(phone && { phone }),
    metadata: toMetadata(metadata),
  };
}

const durations: readonly Coupon['duration'][] = ['once', 'repeating', 'forever'];
const intervals: readonly BillingInterval[] = ['day', 'week', 'month', 'year'];

/** Null for a price that does not recur. */
export function toPrice(price: Stripe.Price, productName?: string): Price | null {
  const { id, nickname, currency, recurring, unit_amount, unit_amount_decimal } = price;
  const interval = intervals.find((each) => each === recurring?.interval);
  if (!recurring || !interval) return null;
  const name = nickname ?? productName;
  return {
    id,
    ...(name !== undefined && { name }),
    // Tiers have no amount of their own; fractions of a cent are rounded for showing.
    amount: { value: unit_amount ?? Math.round(Number(unit_amount_decimal ?? 0)), currency },
    interval,
    intervalCount: recurring.interval_count,
  };
}

/**
 * Null for a coupon of a kind that is not known.
 * @param currency In which to tell an amount off, where the coupon has one in it.
 */
export function toCoupon(coupon: Stripe.Coupon, currency?: string): Coupon | null {
  const { id, name, duration_in_months, percent_off } = coupon;
  const duration = durations.find((each) => each === coupon.duration);
  if (!duration) return null;
  const base = {
    id,
    ...(name && { name }),
    duration,
    ...(duration_in_months && { durationInMonths: duration_in_months }),
  };
  if (percent_off) return { ...base, percentOff: percent_off };
  const option = currency ? coupon.currency_options?.[currency.toLowerCase()] : undefined;
  if (option && currency) return { ...base, amountOff: option.amount_off, currency };
  return coupon.amount_off && coupon.currency
    ? { ...base, amountOff: coupon.amount_off, currency: coupon.currency }
    : null;
}

function toDiscount(discount: string | Stripe.Discount, currency: string): Discount[] {
  if (typeof discount === 'string') return [];
  const { coupon: source } = discount.source;
  const coupon = source && typeof source !== 'string' ? toCoupon(source, currency) : null;
  if (!coupon) return [];
  const { start, end } = discount;
  return [{ coupon, start: toInstant(start), ...(end && { end: toInstant(end) }) }];
}

function toPeriod({ items }: Stripe.Subscription): Period | undefined {
  const [item] = items.data;
  return (
    item && {
      start: toInstant(item.current_period_start),
      end: toInstant(item.current_period_end),
    }
  );
}

/** In these Stripe bills in advance, so there is a paid period whose end can be waited for. */
export function isRunning({ status }: Stripe.Subscription): boolean {
  return status === 'active' || status === 'trialing';
}

export function hasEnded({ status }: Stripe.Subscription): boolean {
  return status === 'canceled' || status === 'incomplete_expired';
}

/** When a pause that was planned is felt: as we write it, or in the Unix seconds that others write. */
function plannedStart({ [pauseStartMark]: mark = '' }: Stripe.Metadata): string | undefined {
  const date = new Date(/^\d+$/.test(mark) ? Number(mark) * 1000 : mark);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** Stopped because nothing paid for it, not because the customer wanted a pause. */
function isStoppedUnpaid({ status, status_details }: Stripe.Subscription): boolean {
  const reason = status_details?.paused.subscription.type;
  return status === 'paused' && reason !== undefined && reason !== 'pause_requested';
}

function toStatus(subscription: Stripe.Subscription): SubscriptionStatus {
  const { status, start_date, trial_start, trial_end, canceled_at, ended_at } = subscription;
  const { pause_collection: pause, metadata } = subscription;
  const currentPeriod = toPeriod(subscription);
  const period = currentPeriod && { currentPeriod };
  if (hasEnded(subscription))
    return { name: 'canceled', canceledAt: toInstant(ended_at ?? canceled_at ?? start_date) };
  if (isStoppedUnpaid(subscription)) return { name: 'unpaid', ...period };
  if (pause || status === 'paused') {
    const start = plannedStart(metadata) ?? currentPeriod?.start ?? toInstant(start_date);
    const end = pause?.resumes_at ? { end: toInstant(pause.resumes_at) } : {};
    return { name: 'paused', pause: { start, ...end }, ...period };
  }
  if (status === 'trialing' && trial_end) {
    const trial = { start: toInstant(trial_start ?? start_date), end: toInstant(trial_end) };
    return { name: 'trial', trial, ...period };
  }
  return status === 'active' && currentPeriod
    ? { name: 'active', currentPeriod }
    : { name: 'unpaid', ...period };
}

function toItem(
  { id, price, quantity }: Stripe.SubscriptionItem,
  productNames: ReadonlyMap<string, string>,
): SubscriptionItem[] {
  const productId = typeof price.product === 'string' ? price.product : price.product.id;
  const productName = productNames.get(productId);
  const mapped = toPrice(price, productName);
  if (!mapped) return [];
  return [
    {
      id,
      price: mapped,
      ...(quantity !== undefined && { quantity }),
      product: { id: productId, ...(productName !== undefined && { name: productName }) },
    },
  ];
}

/**
 * @param subscription With its discounts expanded down to their coupons.
 * @param productNames By product id, for prices without a nickname.
 */
export function toSubscription(
  subscription: Stripe.Subscription,
  productNames: ReadonlyMap<string, string>,
): Subscription {
  const { id, start_date, items, discounts, cancel_at, currency, metadata } = subscription;
  return {
    id,
    start: toInstant(start_date),
    status: toStatus(subscription),
    items: items.data.flatMap((item) => toItem(item, productNames)),
    discounts: discounts.flatMap((discount) => toDiscount(discount, currency)),
    ...(cancel_at && !hasEnded(subscription) && { cancelAt: toInstant(cancel_at) }),
    metadata: toMetadata(metadata),
  };
}
