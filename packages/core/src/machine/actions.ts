import type { ActionMap, Offer, OfferMap, OfferType, Subscription } from '@fairwell/contract';
import { pauseEnd, pauseStart } from '../dates/offer-dates.js';
import { asJson } from './as-json.js';
import type { OfferSelection } from './state.js';

interface AcceptanceContext {
  /** What the offer would change. */
  subscriptions: readonly Subscription[];
  now: Date;
}

type Build<T extends OfferType> = (
  offer: OfferMap[T],
  offerId: string,
  selection: OfferSelection,
  context: AcceptanceContext,
) => ActionMap[T] | null;

function isWholeBetween(value: number | undefined, max: number): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= max;
}

const builders: { [T in OfferType]: Build<T> } = {
  discount: ({ couponId }, offerId) => ({ type: 'discount', offerId, couponId }),
  pause(offer, offerId, { length, until }, { subscriptions, now }) {
    const { interval, maxLength, datePicker } = offer;
    if (!datePicker)
      return isWholeBetween(length, maxLength)
        ? { type: 'pause', offerId, interval, length }
        : null;
    const start = pauseStart(offer, subscriptions, now);
    const end = new Date(until ?? NaN);
    return end > start && end <= new Date(pauseEnd({ interval, length: maxLength }, start))
      ? { type: 'pause', offerId, interval, until: end.toISOString() }
      : null;
  },
  planChange({ options }, offerId, { priceId }) {
    const [only] = options;
    const chosen = options.length === 1 && only ? only.priceId : priceId;
    return options.some((option) => option.priceId === chosen) && chosen
      ? { type: 'planChange', offerId, priceId: chosen }
      : null;
  },
  trialExtension: ({ days }, offerId) => ({ type: 'trialExtension', offerId, days }),
  contact: (_offer, offerId) => ({ type: 'contact', offerId }),
  redirect: ({ url }, offerId) => ({ type: 'redirect', offerId, url }),
  custom(_offer, offerId, selection) {
    const result = asJson(selection.result);
    return { type: 'custom', offerId, ...(result !== undefined && { result }) };
  },
};

function build<T extends OfferType>(
  type: T,
  offer: OfferMap[T],
  ...rest: [offerId: string, selection: OfferSelection, context: AcceptanceContext]
): ActionMap[T] | null {
  return builders[type](offer, ...rest);
}

/** The action that accepts an offer as it was chosen, or null where the choice is not one the offer allows. */
export function acceptance(
  offer: Offer,
  offerId: string,
  selection: OfferSelection,
  context: AcceptanceContext,
): ActionMap[OfferType] | null {
  return build(offer.type, offer, offerId, selection, context);
}
