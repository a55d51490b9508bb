import type {
  ActionMap,
  Action,
  ActionType,
  Flow,
  OutcomeMap,
  Outcome,
  PauseOffer,
  Subscription,
} from '@fairwell/contract';
import { addDays, addMonths } from '../dates/dates.js';
import { findOffer } from '../eligibility/resolve.js';

interface ExpectationContext {
  flow: Flow;
  subscriptions: readonly Subscription[];
  now: Date;
}

/**
 * The start of a pause: the end of the paid period where the offer waits for it and there is one to
 * wait for, else now.
 */
export function pauseStart(
  { startAt }: PauseOffer,
  subscriptions: readonly Subscription[],
  now: Date,
): Date {
  const status = subscriptions[0]?.status;
  return startAt === 'periodEnd' && status?.name === 'active'
    ? new Date(status.currentPeriod.end)
    : now;
}

/** ISO 8601 UTC. */
export function pauseEnd(
  { until, interval, length = 1 }: Pick<ActionMap['pause'], 'until' | 'interval' | 'length'>,
  start: Date,
): string {
  if (until) return until;
  return (
    interval === 'month' ? addMonths(start, length) : addDays(start, length * 7)
  ).toISOString();
}

/** When the trial would end after `days` more, ISO 8601 UTC; undefined without a trial. */
export function trialEnd(subscriptions: readonly Subscription[], days: number): string | undefined {
  const status = subscriptions[0]?.status;
  return status?.name === 'trial'
    ? addDays(new Date(status.trial.end), days).toISOString()
    : undefined;
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
