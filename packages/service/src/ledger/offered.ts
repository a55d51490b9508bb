import type {
  Action,
  ActionMap,
  ActionType,
  Flow,
  Offer,
  OfferMap,
  Subscription,
} from '@fairwell/contract';
import { addDays, FairwellError, findOffer, pauseEnd, pauseStart } from '@fairwell/core';

function refuse(field: string, expected: string): never {
  throw new FairwellError('invalid_request', `action.${field} must be ${expected}`, {
    field: `action.${field}`,
  });
}

type OfferAction = Exclude<ActionType, 'cancel'>;

/** What a pause begins with. */
export interface Circumstances {
  now: Date;
  subscriptions: readonly Subscription[];
}

type Check<T extends OfferAction> = (
  action: ActionMap[T],
  offer: OfferMap[T],
  circumstances: Circumstances,
) => void;

/** An action says what the customer was shown; it must be what the flow offers. */
const checks: { [T in OfferAction]: Check<T> } = {
  discount({ couponId }, offer) {
    if (couponId !== offer.couponId) refuse('couponId', 'the coupon that was offered');
  },
  pause(action, offer, { now, subscriptions }) {
    const { interval, maxLength, datePicker } = offer;
    const { length, until } = action;
    if (action.interval !== interval) refuse('interval', `"${interval}", as it was offered`);
    if (!datePicker) {
      if (until !== undefined) refuse('until', 'absent: the offer is for a number of intervals');
      if (length === undefined || length > maxLength)
        refuse('length', `given and at most ${maxLength}, as it was offered`);
      return;
    }
    if (length !== undefined) refuse('length', 'absent: the offer is for a day to be chosen');
    const start = pauseStart(offer, subscriptions, now);
    // A day chosen in the customer's own zone may end after ours.
    const latest = addDays(new Date(pauseEnd({ interval, length: maxLength }, start)), 1);
    const chosen = new Date(until ?? NaN);
    if (!(chosen > start && chosen <= latest))
      refuse('until', `after ${start.toISOString()} and not after ${latest.toISOString()}`);
  },
  planChange({ priceId }, { options }) {
    if (!options.some((option) => option.priceId === priceId))
      refuse('priceId', 'one of the plans that were offered');
  },
  trialExtension({ days }, offer) {
    if (days !== offer.days) refuse('days', `${offer.days}, as it was offered`);
  },
  contact: () => undefined,
  redirect({ url }, offer) {
    if (url !== offer.url) refuse('url', 'the address that was offered');
  },
  custom: () => undefined,
};

function isOfType<T extends OfferAction>(offer: Offer, type: T): offer is OfferMap[T] {
  return offer.type === type;
}

function check<T extends OfferAction>(
  type: T,
  action: ActionMap[T],
  offer: Offer,
  circumstances: Circumstances,
) {
  if (!isOfType(offer, type)) refuse('type', `"${offer.type}", as it was offered`);
  checks[type](action, offer, circumstances);
}

/**
 * The offer that an action accepts; undefined for a cancel.
 * @throws {FairwellError} `offer_unknown` if the flow has no such offer for this customer,
 * `invalid_request` naming what differs from it.
 */
export function offeredFor(
  action: Action,
  flow: Flow,
  circumstances: Circumstances,
): Offer | undefined {
  if (action.type === 'cancel') return undefined;
  const offer = findOffer(flow, action.offerId);
  if (!offer)
    throw new FairwellError('offer_unknown', 'No such offer was made in this session', {
      field: 'action.offerId',
    });
  check(action.type, action, offer, circumstances);
  return offer;
}
