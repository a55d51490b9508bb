import type { DynamicOffers, Flow, Offer } from '@fairwell/contract';
import { FairwellError, mapOffers } from '@fairwell/core';

/** What a page may ask for in place of the flow's own offers: a page can be tampered with. */
export interface DynamicOfferLimits {
  dynamicCoupons: readonly string[];
  dynamicPlans: readonly string[];
}

function refuse(field: string, id: string, setting: keyof DynamicOfferLimits): never {
  throw new FairwellError('invalid_request', `"${id}" is not among the setting ${setting}`, {
    field,
  });
}

/**
 * The flow with the coupon and the plans that the page asks for in place of its own.
 * @throws {FairwellError} `invalid_request` for one that the settings do not allow.
 */
export function withDynamicOffers(
  flow: Flow,
  { discount, planChange }: DynamicOffers,
  { dynamicCoupons, dynamicPlans }: DynamicOfferLimits,
): Flow {
  const couponId = discount?.couponId;
  if (couponId !== undefined && !dynamicCoupons.includes(couponId))
    refuse('dynamicOffers.discount.couponId', couponId, 'dynamicCoupons');
  const planIds = planChange?.planIds;
  for (const [index, id] of planIds?.entries() ?? [])
    if (!dynamicPlans.includes(id))
      refuse(`dynamicOffers.planChange.planIds[${index}]`, id, 'dynamicPlans');
  return mapOffers(flow, (offer): Offer => {
    if (offer.type === 'discount' && couponId !== undefined) return { ...offer, couponId };
    if (offer.type !== 'planChange' || !planIds) return offer;
    // A plan that the flow describes keeps its description.
    const options = planIds.map(
      (priceId) => offer.options.find((option) => option.priceId === priceId) ?? { priceId },
    );
    return { ...offer, options };
  });
}
