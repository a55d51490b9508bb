import type Stripe from 'stripe';
import { endpoint } from '../endpoint.ts';
import { invalidRequest, parameterMissing, resourceMissing } from '../errors.ts';
import { page, paging } from '../lists.ts';
import { array, decimal, integer, metadata, object, oneOf, record, string } from '../params.ts';
import type { Store } from '../store.ts';
import { withMetadata } from './metadata.ts';

/** Throws an `ApiError` (400) for terms that Stripe does not take together. */
export function createCoupon(store: Store, params: Stripe.CouponCreateParams): Stripe.Coupon {
  assertTerms(store, params);
  const coupon = store.coupons.put<Stripe.Coupon>({
    id: params.id ?? store.id('coupon'),
    object: 'coupon',
    amount_off: params.amount_off ?? null,
    ...(params.applies_to && { applies_to: { products: params.applies_to.products ?? [] } }),
    created: store.now,
    currency: params.currency ?? null,
    ...(params.amount_off !== undefined && { currency_options: amounts(params) }),
    duration: params.duration ?? 'once',
    duration_in_months: params.duration_in_months ?? null,
    livemode: false,
    max_redemptions: params.max_redemptions ?? null,
    metadata: withMetadata({}, params.metadata),
    name: params.name ?? null,
    percent_off: params.percent_off ?? null,
    redeem_by: params.redeem_by ?? null,
    times_redeemed: 0,
    valid: true,
  });
  store.deletedCoupons.delete(coupon.id);
  store.emit({ type: 'coupon.created', data: { object: coupon } });
  return coupon;
}

function assertTerms(store: Store, params: Stripe.CouponCreateParams): void {
  const { amount_off: amount, percent_off: percent, duration_in_months: months } = params;
  if (params.id !== undefined && findCoupon(store, params.id)) {
    throw invalidRequest('Coupon already exists.', 'id', 'resource_already_exists');
  }
  if ((amount === undefined) === (percent === undefined)) {
    throw invalidRequest('Must provide exactly one of percent_off and amount_off.', 'percent_off');
  }
  if (percent !== undefined && (percent <= 0 || percent > 100)) {
    throw invalidRequest('percent_off must be above 0 and at most 100.', 'percent_off');
  }
  if (amount !== undefined && amount <= 0) {
    throw invalidRequest('amount_off must be above 0.', 'amount_off', 'parameter_invalid_integer');
  }
  if (amount !== undefined && params.currency === undefined) throw parameterMissing('currency');
  if (amount === undefined && params.currency_options) {
    throw invalidRequest('currency_options needs amount_off.', 'currency_options');
  }
  if ((params.duration === 'repeating') !== (months !== undefined)) {
    throw invalidRequest(
      'duration_in_months is required with the duration repeating, and only then.',
      'duration_in_months',
    );
  }
  if (params.redeem_by !== undefined && params.redeem_by <= store.now) {
    throw invalidRequest('redeem_by must be in the future.', 'redeem_by');
  }
}

function amounts(params: Stripe.CouponCreateParams): Record<string, Stripe.Coupon.CurrencyOptions> {
  const own =
    params.currency !== undefined && params.amount_off !== undefined
      ? { [params.currency]: { amount_off: params.amount_off } }
      : {};
  return { ...own, ...params.currency_options };
}

/** The coupon that can be retrieved under this id; a deleted one cannot. */
export function findCoupon(store: Store, id: string): Stripe.Coupon | undefined {
  return store.deletedCoupons.has(id) ? undefined : store.coupons.get(id);
}

/** Counts a redemption; the last one that is allowed makes the coupon invalid. */
export function countRedemption(store: Store, coupon: Stripe.Coupon): void {
  const times = coupon.times_redeemed + 1;
  const isUsedUp = coupon.max_redemptions !== null && times >= coupon.max_redemptions;
  store.coupons.put({ ...coupon, times_redeemed: times, valid: coupon.valid && !isUsedUp });
}

const duration = oneOf<Stripe.CouponCreateParams.Duration>({
  forever: true,
  once: true,
  repeating: true,
});

export const couponEndpoints = [
  endpoint<Stripe['coupons']['create']>(
    'POST',
    '/v1/coupons',
    object(
      {
        amount_off: integer,
        applies_to: object({ products: array(string) }, {}),
        currency: string,
        currency_options: record(object({ amount_off: integer }, { amount_off: true })),
        duration,
        duration_in_months: integer,
        id: string,
        max_redemptions: integer,
        metadata,
        name: string,
        percent_off: decimal,
        redeem_by: integer,
      },
      {},
    ),
    ({ store, params }) => createCoupon(store, params),
  ),

  endpoint<Stripe['coupons']['retrieve']>('GET', '/v1/coupons/:id', object({}, {}), (call) => {
    const coupon = findCoupon(call.store, call.id);
    if (!coupon) throw resourceMissing('coupon', call.id);
    return coupon;
  }),

  endpoint<Stripe['coupons']['list']>(
    'GET',
    '/v1/coupons',
    object(paging, {}),
    ({ store, params }) => {
      const listed = store.coupons.all().filter((coupon) => !store.deletedCoupons.has(coupon.id));
      return page('/v1/coupons', listed, params);
    },
  ),

  endpoint<Stripe['coupons']['del']>('DELETE', '/v1/coupons/:id', object({}, {}), (call) => {
    const coupon = findCoupon(call.store, call.id);
    if (!coupon) throw resourceMissing('coupon', call.id);
    call.store.deletedCoupons.add(coupon.id);
    call.store.emit({ type: 'coupon.deleted', data: { object: coupon } });
    return { id: coupon.id, object: 'coupon', deleted: true };
  }),
];
