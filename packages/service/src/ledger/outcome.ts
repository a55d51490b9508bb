import type {
  Action,
  ActionMap,
  ActionType,
  OutcomeMap,
  Outcome,
  Flow,
  Subscription,
} from '@fairwell/contract';
import { findOffer } from '@fairwell/core';
import { endOf } from '../billing/transitions.js';

function latest(instants: readonly (string | undefined)[]): string | undefined {
  return instants
    .flatMap((instant) => instant ?? [])
    .sort()
    .at(-1);
}

type Tell<T extends ActionType> = (
  action: ActionMap[T],
  subscriptions: readonly Subscription[],
  flow: Flow,
) => OutcomeMap[T];

const outcomes: { [T in ActionType]: Tell<T> } = {
  cancel(_action, subscriptions) {
    const endsAt = latest(subscriptions.map(endOf));
    return { type: 'cancel', ...(endsAt && { endsAt }) };
  },
  discount({ couponId }, subscriptions) {
    const found = subscriptions
      .flatMap(({ discounts = [] }) => discounts)
      .findLast(({ coupon }) => coupon.id === couponId);
    return {
      type: 'discount',
      ...(found && { coupon: found.coupon }),
      ...(found?.end && { until: found.end }),
    };
  },
  pause(_action, subscriptions) {
    const pauses = subscriptions.flatMap(({ status }) =>
      status.name === 'paused' ? status.pause : [],
    );
    const resumesAt = latest(pauses.map(({ end }) => end));
    return {
      type: 'pause',
      ...(pauses[0] && { startsAt: pauses[0].start }),
      ...(resumesAt && { resumesAt }),
    };
  },
  planChange({ priceId }, subscriptions) {
    const price = subscriptions
      .flatMap(({ items }) => items)
      .find((item) => item.price.id === priceId)?.price;
    return { type: 'planChange', ...(price && { price }) };
  },
  trialExtension(_action, subscriptions) {
    const trialEnd = latest(
      subscriptions.map(({ status }) => (status.name === 'trial' ? status.trial.end : undefined)),
    );
    return { type: 'trialExtension', ...(trialEnd && { trialEnd }) };
  },
  contact({ offerId }, _subscriptions, flow) {
    const offer = findOffer(flow, offerId);
    const url = offer?.type === 'contact' ? offer.url : undefined;
    return { type: 'contact', ...(url && { url }) };
  },
  redirect: ({ url }) => ({ type: 'redirect', url }),
  custom: () => ({ type: 'custom' }),
};

function tell<T extends ActionType>(
  type: T,
  action: ActionMap[T],
  subscriptions: readonly Subscription[],
  flow: Flow,
): OutcomeMap[T] {
  return outcomes[type](action, subscriptions, flow);
}

/** What came of an action, read from the subscriptions it changed. */
export function outcomeOf(
  action: Action,
  subscriptions: readonly Subscription[],
  flow: Flow,
): Outcome {
  return tell(action.type, action, subscriptions, flow);
}
