import type Stripe from 'stripe';
import { addMonths } from '../calendar.ts';
import { invalidRequest, resourceMissing } from '../errors.ts';
import type { Store } from '../store.ts';
import { idOf } from '../types.ts';
import { countRedemption, findCoupon } from './coupons.ts';
import { customerOf } from './lookup.ts';

const maxDiscounts = 20;

/** One entry of a subscription's discounts to be: one it has already, or a coupon to redeem. */
export type DiscountEntry =
  | { readonly keep: string }
  | { readonly coupon: Stripe.Coupon; readonly promotionCode: string | null };

type DiscountParam = Stripe.SubscriptionUpdateParams.Discount;

/**
 * What the `discounts` parameter asks for, checked: undefined leaves the discounts as they are, an empty
 * string clears them, a list replaces them. An empty list cannot be sent: a form has no words for it,
 * so it arrives as not given.
 * Throws an `ApiError` (400), before anything is changed.
 */
export function planDiscounts(
  store: Store,
  subscription: Stripe.Subscription,
  params: Stripe.SubscriptionUpdateParams['discounts'],
): DiscountEntry[] | undefined {
  if (params === undefined) return undefined;
  if (params === '' || params === null) return [];
  if (params.length > maxDiscounts) {
    throw invalidRequest(`You can pass at most ${maxDiscounts} discounts.`, 'discounts');
  }
  const entries = params.map((param, index) =>
    planEntry(store, subscription, param, `discounts[${index}]`),
  );
  const sources = params.map((param) => JSON.stringify(param));
  if (new Set(sources).size < sources.length) {
    throw invalidRequest('Each entry of discounts must be unique.', 'discounts');
  }
  return entries;
}

function planEntry(
  store: Store,
  subscription: Stripe.Subscription,
  param: DiscountParam,
  path: string,
): DiscountEntry {
  const { coupon, discount, promotion_code: promotionCode } = param;
  if (Object.keys(param).length !== 1) {
    const message = `You must pass exactly one of coupon, discount and promotion_code in ${path}.`;
    throw invalidRequest(message, path);
  }
  if (discount !== undefined) {
    const isHeld = subscription.discounts.some((held) => idOf(held) === discount);
    if (!isHeld) throw resourceMissing('discount', discount, `${path}[discount]`);
    return { keep: discount };
  }
  if (promotionCode !== undefined) {
    return planPromotionCode(store, subscription, promotionCode, `${path}[promotion_code]`);
  }
  const found = findCoupon(store, coupon ?? '');
  if (!found) throw resourceMissing('coupon', coupon ?? '', `${path}[coupon]`);
  assertRedeemable(found, subscription, `${path}[coupon]`);
  return { coupon: found, promotionCode: null };
}

function planPromotionCode(
  store: Store,
  subscription: Stripe.Subscription,
  id: string,
  param: string,
): DiscountEntry {
  const code = store.promotionCodes.get(id);
  const couponId = code?.promotion.coupon;
  const coupon = couponId ? findCoupon(store, idOf(couponId)) : undefined;
  if (!code || !coupon) throw resourceMissing('promotion code', id, param);
  if (!code.active) throw invalidRequest('This promotion code is not active.', param);
  if (code.customer !== null && code.customer !== subscription.customer) {
    throw invalidRequest('This promotion code cannot be redeemed by this customer.', param);
  }
  assertRedeemable(coupon, subscription, param);
  return { coupon, promotionCode: id };
}

function assertRedeemable(
  coupon: Stripe.Coupon,
  subscription: Stripe.Subscription,
  param: string,
): void {
  if (!coupon.valid) {
    throw invalidRequest(`Coupon expired: ${coupon.id}`, param, 'coupon_expired');
  }
  if (coupon.amount_off !== null && amountOff(coupon, subscription.currency) === undefined) {
    const message = `The coupon ${coupon.id} has no amount in ${subscription.currency}, the currency of the subscription.`;
    throw invalidRequest(message, param);
  }
}

/** What the coupon takes off in a currency, in its smallest unit. */
function amountOff(coupon: Stripe.Coupon, currency: string): number | undefined {
  return coupon.currency_options?.[currency]?.amount_off;
}

/** Puts the planned discounts on the subscription. Returns their ids. */
export function applyDiscounts(
  store: Store,
  subscription: Stripe.Subscription,
  entries: readonly DiscountEntry[],
): string[] {
  const ids = entries.map((entry) =>
    'keep' in entry ? entry.keep : redeem(store, subscription, entry),
  );
  for (const held of subscription.discounts) {
    if (!ids.includes(idOf(held))) removeDiscount(store, idOf(held));
  }
  return ids;
}

function redeem(
  store: Store,
  subscription: Stripe.Subscription,
  { coupon, promotionCode }: Extract<DiscountEntry, { coupon: Stripe.Coupon }>,
): string {
  const months = coupon.duration === 'repeating' ? coupon.duration_in_months : null;
  const discount = store.discounts.put<Stripe.Discount>({
    id: store.id('di'),
    object: 'discount',
    checkout_session: null,
    customer: customerOf(subscription),
    customer_account: null,
    end: months === null ? null : addMonths(store.now, months),
    invoice: null,
    invoice_item: null,
    promotion_code: promotionCode,
    source: { coupon: coupon.id, type: 'coupon' },
    start: store.now,
    subscription: subscription.id,
    subscription_item: null,
  });
  countRedemption(store, coupon);
  store.emit({ type: 'customer.discount.created', data: { object: discount } });
  return discount.id;
}

/** Tells that a discount is gone; it stays expandable on the invoices it was on. */
export function removeDiscount(store: Store, id: string): void {
  const discount = store.discounts.get(id);
  if (discount) store.emit({ type: 'customer.discount.deleted', data: { object: discount } });
}

/** The coupon behind a discount, deleted or not. */
export function couponOf(store: Store, discountId: string): Stripe.Coupon {
  const source = store.discounts.get(discountId)?.source.coupon;
  const coupon = source ? store.coupons.get(idOf(source)) : undefined;
  if (!coupon) throw new Error(`The discount ${discountId} has no coupon`);
  return coupon;
}

interface Discountable {
  readonly amount: number;
  readonly isDiscountable: boolean;
  readonly product: string;
}

/**
 * What each discount takes off each line, one after the other as Stripe stacks them. A percentage is
 * rounded line by line; an amount goes to the first lines until it is used up. Smallest unit.
 */
export function discountLines(
  store: Store,
  discountIds: readonly string[],
  lines: readonly Discountable[],
  currency: string,
): Stripe.InvoiceLineItem.DiscountAmount[][] {
  const rest = lines.map((line) => line.amount);
  const taken = lines.map((): Stripe.InvoiceLineItem.DiscountAmount[] => []);
  for (const discount of discountIds) {
    const coupon = couponOf(store, discount);
    const products = coupon.applies_to?.products;
    let budget = amountOff(coupon, currency) ?? 0;
    lines.forEach((line, index) => {
      const left = rest[index] ?? 0;
      if (!line.isDiscountable || (products && !products.includes(line.product))) return;
      const amount =
        coupon.percent_off === null
          ? Math.min(left, budget)
          : Math.round((left * coupon.percent_off) / 100);
      budget -= amount;
      rest[index] = left - amount;
      taken[index]?.push({ amount, discount });
    });
  }
  return taken;
}
