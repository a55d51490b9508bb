import type { Coupon, Flow, Offer, Price } from '@fairwell/contract';
import { mapOffers, offersOf } from '@fairwell/core';
import type { BillingProvider } from '../billing/provider.js';

async function fetchAll<T>(
  ids: readonly string[],
  get: (id: string) => Promise<T | null>,
  onError: (error: unknown) => void,
): Promise<Map<string, T>> {
  const found = new Map<string, T>();
  await Promise.all(
    [...new Set(ids)].map(async (id) => {
      try {
        const item = await get(id);
        if (item) found.set(id, item);
      } catch (error) {
        onError(error);
      }
    }),
  );
  return found;
}

/** A filled property, or none: what the author wrote there is not what would be billed. */
function filled<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
  const result: Partial<Record<K, T>> = {};
  if (value !== undefined) result[key] = value;
  return result;
}

/**
 * The flow with the billing provider's own coupons and prices in its offers. One that cannot be
 * read is left out and reported: an offer that fails never keeps anybody from cancelling.
 */
export async function fillOffers(
  flow: Flow,
  provider: Pick<BillingProvider, 'getCoupon' | 'getPrice'>,
  currency: string | undefined,
  onError: (error: unknown) => void,
): Promise<Flow> {
  const offers = offersOf(flow).map(({ offer }) => offer);
  const couponIds = offers.flatMap((offer) => (offer.type === 'discount' ? [offer.couponId] : []));
  const priceIds = offers.flatMap((offer) =>
    offer.type === 'planChange' ? offer.options.map(({ priceId }) => priceId) : [],
  );
  const [coupons, prices] = await Promise.all([
    fetchAll<Coupon>(couponIds, (id) => provider.getCoupon(id, currency), onError),
    fetchAll<Price>(priceIds, (id) => provider.getPrice(id), onError),
  ]);
  return mapOffers(flow, (offer): Offer => {
    if (offer.type === 'discount') {
      const { coupon: _written, ...rest } = offer;
      return { ...rest, ...filled('coupon', coupons.get(offer.couponId)) };
    }
    if (offer.type !== 'planChange') return offer;
    const options = offer.options.map(({ price: _written, ...option }) => ({
      ...option,
      ...filled('price', prices.get(option.priceId)),
    }));
    return { ...offer, options };
  });
}
