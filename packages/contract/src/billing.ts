import { Type, type Static } from 'typebox';

/** An instant, ISO 8601 in UTC, for example `2026-11-21T09:30:00.000Z`. */
export const Instant = Type.String({ format: 'date-time', description: 'ISO 8601, UTC' });

/** ISO 4217 currency code, upper or lower case. */
export const Currency = Type.String({ pattern: '^[A-Za-z]{3}$', description: 'ISO 4217' });

/** A sum of money: `value` in the currency's smallest unit (cents, yen, fils). */
export const Amount = Type.Object({ value: Type.Integer(), currency: Currency });
export type Amount = Static<typeof Amount>;

export const BillingInterval = Type.Union([
  Type.Literal('day'),
  Type.Literal('week'),
  Type.Literal('month'),
  Type.Literal('year'),
]);
export type BillingInterval = Static<typeof BillingInterval>;

/** What one unit of a plan costs each `intervalCount` intervals. */
export const Price = Type.Object({
  id: Type.String({ minLength: 1 }),
  name: Type.Optional(Type.String({ description: 'Name a customer knows the plan by' })),
  amount: Amount,
  interval: BillingInterval,
  intervalCount: Type.Integer({ minimum: 1 }),
});
export type Price = Static<typeof Price>;

const couponBase = {
  id: Type.String({ minLength: 1 }),
  name: Type.Optional(Type.String()),
  duration: Type.Union([Type.Literal('once'), Type.Literal('repeating'), Type.Literal('forever')]),
  durationInMonths: Type.Optional(
    Type.Integer({ minimum: 1, description: 'Only with the duration "repeating"' }),
  ),
};

export const PercentCoupon = Type.Object({
  ...couponBase,
  percentOff: Type.Number({ exclusiveMinimum: 0, maximum: 100 }),
});
export type PercentCoupon = Static<typeof PercentCoupon>;

export const AmountCoupon = Type.Object({
  ...couponBase,
  amountOff: Type.Integer({ minimum: 1, description: "In the currency's smallest unit" }),
  currency: Currency,
});
export type AmountCoupon = Static<typeof AmountCoupon>;

export const Coupon = Type.Union([PercentCoupon, AmountCoupon]);
export type Coupon = Static<typeof Coupon>;

/** A coupon at work on a subscription. Without `end` it has no known end. */
export const Discount = Type.Object({
  coupon: Coupon,
  start: Instant,
  end: Type.Optional(Instant),
});
export type Discount = Static<typeof Discount>;

export const Period = Type.Object({ start: Instant, end: Instant });
export type Period = Static<typeof Period>;

export const SubscriptionStatus = Type.Union([
  Type.Object({ name: Type.Literal('active'), currentPeriod: Period }),
  Type.Object({
    name: Type.Literal('trial'),
    trial: Period,
    currentPeriod: Type.Optional(Period),
  }),
  Type.Object({
    name: Type.Literal('paused'),
    pause: Type.Object({ start: Instant, end: Type.Optional(Instant) }),
    currentPeriod: Type.Optional(Period),
  }),
  Type.Object({ name: Type.Literal('canceled'), canceledAt: Instant }),
  Type.Object({ name: Type.Literal('unpaid'), currentPeriod: Type.Optional(Period) }),
]);
export type SubscriptionStatus = Static<typeof SubscriptionStatus>;

export const SubscriptionItem = Type.Object({
  id: Type.Optional(Type.String()),
  price: Price,
  quantity: Type.Optional(Type.Integer({ minimum: 0, description: '1 when absent' })),
  product: Type.Optional(
    Type.Object({ id: Type.Optional(Type.String()), name: Type.Optional(Type.String()) }),
  ),
});
export type SubscriptionItem = Static<typeof SubscriptionItem>;

/** Segmentation and merge values; only flat text, numbers and booleans. */
export const Metadata = Type.Record(
  Type.String(),
  Type.Union([Type.String(), Type.Number(), Type.Boolean()]),
);
export type Metadata = Static<typeof Metadata>;

export const Subscription = Type.Object({
  id: Type.String(),
  start: Instant,
  status: SubscriptionStatus,
  items: Type.Array(SubscriptionItem),
  discounts: Type.Optional(Type.Array(Discount)),
  cancelAt: Type.Optional(
    Type.Unsafe<string>({ ...Instant, description: 'When it ends, once a cancel is scheduled' }),
  ),
  metadata: Type.Optional(Metadata),
});
export type Subscription = Static<typeof Subscription>;

export const Customer = Type.Object({
  id: Type.String(),
  email: Type.Optional(Type.String()),
  name: Type.Optional(Type.String({ description: 'Full name' })),
  firstName: Type.Optional(Type.String()),
  lastName: Type.Optional(Type.String()),
  phone: Type.Optional(Type.String()),
  metadata: Type.Optional(Metadata),
});
export type Customer = Static<typeof Customer>;
