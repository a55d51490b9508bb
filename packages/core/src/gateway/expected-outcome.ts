import type {
  ActionMap,
  Action,
  ActionType,
  Flow,
  OutcomeMap,
  Outcome,
  Subscription,
} from '@fairwell/contract';
import { addMonths } from '../dates/dates.js';
import { pauseEnd, pauseStart, trialEnd } from '../dates/offer-dates.js';
import { findOffer } from '../flow/offers.js';

interface ExpectationContext {
  flow: Flow;
  subscriptions: readonly Subscription[];
  now: Date;
}

const expectations: {
  [T in ActionType]: (action: ActionMap[T], context: ExpectationContext) => OutcomeMap[T];
} = {
  cancel: () => ({ type: 'cancel' }),
  discount({ offerId }, { flow, now }) {
    const offer = findOffer(flow, offerId);
    const coupon = offer?.type === 'discount' ? offer.coupon : undefined;
    const months = coupon?.duration === 'repeating' ? coupon.durationInMonths : undefined;
    return {
      type: 'discount',
      ...(coupon && { coupon }),
      ...(months && { until: addMonths(now, months).toISOString() }),
    };
  },
  pause(action, { flow, subscriptions, now }) {
    const offer = findOffer(flow, action.offerId);
    const start = offer?.type === 'pause' ? pauseStart(offer, subscriptions, now) : now;
    return { type: 'pause', startsAt: start.toISOString(), resumesAt: pauseEnd(action, start) };
  },
  planChange({ offerId, priceId }, { flow }) {
    const offer = findOffer(flow, offerId);
    const price =
      offer?.type === 'planChange'
        ? offer.options.find((option) => option.priceId === priceId)?.price
        : undefined;
    return { type: 'planChange', ...(price && { price }) };
  },
  trialExtension({ days }, { subscriptions }) {
    const end = trialEnd(subscriptions, days);
    return { type: 'trialExtension', ...(end && { trialEnd: end }) };
  },
  contact({ offerId }, { flow }) {
    const offer = findOffer(flow, offerId);
    const url = offer?.type === 'contact' ? offer.url : undefined;
    return { type: 'contact', ...(url && { url }) };
  },
  redirect: ({ url }) => ({ type: 'redirect', url }),
  custom: () => ({ type: 'custom' }),
};

function expect<T extends ActionType>(
  type: T,
  action: ActionMap[T],
  context: ExpectationContext,
): OutcomeMap[T] {
  return expectations[type](action, context);
}

/** What an action will come to if it is carried out as offered: for previews, and where the host's handler bills. */
export function expectedOutcome(action: Action, context: ExpectationContext): Outcome {
  return expect(action.type, action, context);
}
