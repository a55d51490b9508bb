import type { ActiveOffer, Flow, Subscription } from '@fairwell/contract';
import { discountsInForce } from '../format/discount-prices.js';
import { offersOf } from '../flow/offers.js';

export interface ActiveOfferBypass {
  bypassDiscountAppliedScreen?: boolean | undefined;
  bypassPauseAppliedScreen?: boolean | undefined;
}

/**
 * The offer accepted earlier that is still in force: a pause, or a discount by a coupon that the
 * flow itself offers. Whoever leaves now would lose it, so the flow begins by saying so.
 *
 * @param flow As its author wrote it, before what is not eligible was taken out.
 */
export function activeOffer(
  flow: Flow,
  subscriptions: readonly Subscription[],
  now: Date,
  { bypassDiscountAppliedScreen, bypassPauseAppliedScreen }: ActiveOfferBypass = {},
): ActiveOffer | undefined {
  const offered = new Set(
    offersOf(flow).map(({ offer }) => (offer.type === 'discount' ? offer.couponId : undefined)),
  );
  for (const subscription of subscriptions) {
    const { status } = subscription;
    if (status.name === 'paused' && !bypassPauseAppliedScreen) {
      const { start: since, end } = status.pause;
      return { type: 'pause', since, ...(end && new Date(end) > now && { resumesAt: end }) };
    }
    const discount = discountsInForce(subscription, now).find(({ coupon }) =>
      offered.has(coupon.id),
    );
    if (discount && !bypassDiscountAppliedScreen) return { type: 'discount', discount };
  }
  return undefined;
}
