import type Stripe from 'stripe';
import { addPending, invoicePending, prorationLine } from '../billing.ts';
import { endpoint } from '../endpoint.ts';
import { invalidRequest, resourceMissing } from '../errors.ts';
import { boolean, emptyable, object, oneOf, string } from '../params.ts';
import type { Decoder } from '../params.ts';
import type { Store } from '../store.ts';
import { requireSubscription } from './lookup.ts';
import { cancelAttachedSchedule } from './schedule-objects.ts';
import { currentPeriod, endSubscription, hasEnded, noCancellation } from './subscriptions.ts';

type Details = Stripe.Subscription.CancellationDetails;
type DetailsParam = Stripe.SubscriptionUpdateParams.CancellationDetails;
type Changes = Partial<Stripe.Subscription>;

export const cancellationDetails: Decoder<DetailsParam> = object(
  {
    comment: emptyable(string),
    feedback: emptyable(
      oneOf<Stripe.SubscriptionUpdateParams.CancellationDetails.Feedback>({
        customer_service: true,
        low_quality: true,
        missing_features: true,
        other: true,
        switched_service: true,
        too_complex: true,
        too_expensive: true,
        unused: true,
      }),
    ),
  },
  {},
);

/** The details with what a request says about them. */
export function detailsAfter(
  subscription: Stripe.Subscription,
  params: DetailsParam | undefined,
): Changes {
  if (!params) return {};
  const current = subscription.cancellation_details ?? noCancellation;
  const { comment, feedback } = params;
  const details: Details = {
    ...current,
    ...(comment !== undefined && { comment: comment === '' ? null : comment }),
    ...(feedback !== undefined && { feedback: feedback === '' ? null : feedback }),
  };
  return { cancellation_details: details };
}

/**
 * The changes that `cancel_at_period_end` and `cancel_at` ask for. A subscription that cancels at the
 * end of its period does so when the period is moved, too.
 */
export function scheduledEnd(
  store: Store,
  subscription: Stripe.Subscription,
  params: Stripe.SubscriptionUpdateParams,
): Changes {
  const { cancel_at: at, cancel_at_period_end: atPeriodEnd } = params;
  const { end } = currentPeriod(subscription);
  if (at !== undefined && atPeriodEnd === true) {
    const message =
      'You may only specify one of these parameters: cancel_at, cancel_at_period_end.';
    throw invalidRequest(message, 'cancel_at', 'parameters_exclusive');
  }
  if (at === '' || at === null || (atPeriodEnd === false && subscription.cancel_at_period_end)) {
    return {
      cancel_at: null,
      cancel_at_period_end: false,
      canceled_at: null,
      cancellation_details: noCancellation,
    };
  }
  const requested = {
    canceled_at: store.now,
    cancellation_details: requestedCancellation(subscription),
  };
  if (atPeriodEnd === true) return { cancel_at: end, cancel_at_period_end: true, ...requested };
  if (at !== undefined) {
    const time = typeof at === 'number' ? at : end;
    if (time <= store.now) throw invalidRequest('cancel_at must be in the future.', 'cancel_at');
    return { cancel_at: time, cancel_at_period_end: false, ...requested };
  }
  return subscription.cancel_at_period_end ? { cancel_at: end } : {};
}

function requestedCancellation(subscription: Stripe.Subscription): Details {
  return {
    ...(subscription.cancellation_details ?? noCancellation),
    reason: 'cancellation_requested',
  };
}

/** Ends the subscription and the schedule that is attached to it. */
export function terminate(store: Store, id: string, changes: Changes): Stripe.Subscription {
  cancelAttachedSchedule(store, requireSubscription(store, id));
  return endSubscription(store, id, changes);
}

/** Ends the subscription now, at somebody's request. */
export function cancelNow(
  store: Store,
  subscription: Stripe.Subscription,
  params: Stripe.SubscriptionCancelParams,
): Stripe.Subscription {
  const { id } = subscription;
  if (params.prorate === true) {
    addPending(
      store,
      id,
      subscription.items.data.map((item) => prorationLine(store, item, 'credit')),
    );
  }
  if (params.invoice_now === true) invoicePending(store, id);
  else if (params.prorate !== true) store.pendingLines.delete(id);
  const canceled = { ...subscription, cancellation_details: requestedCancellation(subscription) };
  return terminate(store, id, {
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: store.now,
    cancellation_details: canceled.cancellation_details,
    ...detailsAfter(canceled, params.cancellation_details),
  });
}

/** A subscription that has ended is one that cannot be found, as far as cancelling goes. */
export const subscriptionCancelEndpoint = endpoint<Stripe['subscriptions']['cancel']>(
  'DELETE',
  '/v1/subscriptions/:id',
  object({ cancellation_details: cancellationDetails, invoice_now: boolean, prorate: boolean }, {}),
  ({ store, id, params }) => {
    const subscription = requireSubscription(store, id);
    if (hasEnded(subscription)) throw resourceMissing('subscription', id);
    return cancelNow(store, subscription, params);
  },
);
