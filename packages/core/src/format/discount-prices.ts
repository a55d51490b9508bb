import type { Amount, Coupon, Discount, Subscription } from '@fairwell/contract';
import { discounted, periodPrice } from './format.js';

/** The discounts at work now. */
export function discountsInForce({ discounts = [] }: Subscription, now: Date): Discount[] {
  return discounts.filter(({ end }) => !end || new Date(end) > now);
}

/** What a period costs. */
export interface DiscountPrices {
  /** As it is now. */
  before: Amount;
  /** With the discount. */
  after: Amount;
  /** Once the discount is over. */
  later: Amount;
}

/**
 * What a discount does to the price; undefined where nothing is known of that.
 * @param stacks it comes on top of the discount in force, in place of replacing it.
 */
export function discountPrices(
  subscription: Subscription,
  coupon: Coupon,
  stacks: boolean,
  now: Date,
): DiscountPrices | undefined {
  const full = periodPrice(subscription);
  if (!full) return undefined;
  const [current] = discountsInForce(subscription, now);
  const before = current ? discounted(full, current.coupon) : full;
  const later = stacks ? before : full;
  return { before, after: discounted(later, coupon), later };
}
