import type Stripe from 'stripe';
import {
  addPending,
  defaultMethod,
  endTrial,
  invoicePending,
  invoicePeriod,
  movedTo,
  prorationLine,
  restarted,
} from '../billing.ts';
import { addMonths } from '../calendar.ts';
import { endpoint } from '../endpoint.ts';
import { cardDeclined, invalidRequest } from '../errors.ts';
import {
  array,
  boolean,
  either,
  emptyable,
  integer,
  metadata,
  object,
  oneOf,
  string,
} from '../params.ts';
import type { Store } from '../store.ts';
import { idOf, keysOf } from '../types.ts';
import type { Present } from '../types.ts';
import { applyDiscounts, planDiscounts } from './discounts.ts';
import { customerOf, requireAttached, requireSubscription } from './lookup.ts';
import { withMetadata } from './metadata.ts';
import { cardOf } from './payment-methods.ts';
import { planItems } from './subscription-items.ts';
import type { ItemsPlan } from './subscription-items.ts';
import { cancellationDetails, detailsAfter, scheduledEnd } from './subscription-cancel.ts';
import { changeSubscription, currentPeriod, hasEnded, itemList } from './subscriptions.ts';

type Params = Stripe.SubscriptionUpdateParams;
type Changes = Partial<Stripe.Subscription>;

const maxTrialMonths = 24;

/** What a schedule's phases govern, by what Stripe calls it when it refuses a direct update. */
const scheduled: Partial<Record<keyof Params, string>> = {
  cancel_at: 'any cancelation behavior',
  cancel_at_period_end: 'any cancelation behavior',
  discounts: 'the discounts',
  items: 'the items',
  trial_end: 'the trial',
};

/** What may still be said about a subscription that has ended. */
const lasting: readonly (keyof Params)[] = ['cancellation_details', 'metadata'];

function assertUpdatable(subscription: Stripe.Subscription, params: Params): void {
  if (hasEnded(subscription) && keysOf(params).some((name) => !lasting.includes(name))) {
    throw invalidRequest(
      'A canceled subscription can only update its cancellation_details and metadata.',
    );
  }
  if (subscription.schedule === null) return;
  const governed = keysOf(params).map((name) => scheduled[name]);
  const refused = governed.find((what) => what !== undefined);
  if (refused !== undefined) {
    throw invalidRequest(
      `The subscription is managed by the subscription schedule \`${idOf(subscription.schedule)}\`, and updating ${refused} directly is not allowed. Please update the schedule instead.`,
    );
  }
}

function pauseAfter(store: Store, pause: Present<Params['pause_collection']>): Changes {
  if (pause === '' || pause === null) return { pause_collection: null };
  const resumes = pause.resumes_at ?? null;
  assertFuture(store, resumes, 'pause_collection[resumes_at]');
  return { pause_collection: { behavior: pause.behavior, resumes_at: resumes } };
}

function assertFuture(store: Store, timestamp: number | null, param: string): void {
  if (timestamp !== null && timestamp <= store.now) {
    throw invalidRequest('The timestamp must be in the future.', param);
  }
}

/** The changes that begin or move a trial. The period ends with it. */
function trialUntil(store: Store, subscription: Stripe.Subscription, end: number): Changes {
  assertFuture(store, end, 'trial_end');
  if (end > addMonths(store.now, maxTrialMonths)) {
    throw invalidRequest('A trial can last at most two years.', 'trial_end');
  }
  const isTrial = subscription.status === 'trialing';
  const start = isTrial ? currentPeriod(subscription).start : store.now;
  return {
    billing_cycle_anchor: end,
    status: 'trialing',
    trial_end: end,
    trial_start: isTrial ? subscription.trial_start : store.now,
    ...movedTo(subscription, { start, end }),
  };
}

/** Checks everything first, so that a refused update leaves nothing half changed. */
function update(store: Store, id: string, params: Params): Stripe.Subscription {
  const subscription = requireSubscription(store, id);
  assertUpdatable(subscription, params);
  const discounts = planDiscounts(store, subscription, params.discounts);
  const items = params.items && planItems(store, subscription, params.items);
  const changes = planChanges(store, subscription, params, items);
  if (items?.startsCycle || params.proration_behavior === 'always_invoice') {
    assertCollectable(store, subscription, params.payment_behavior);
  }

  const prorates = params.proration_behavior !== 'none';
  if (prorates) addPending(store, id, prorationsOf(store, subscription, params, items));
  changeSubscription(store, id, {
    ...changes,
    ...(discounts && { discounts: applyDiscounts(store, subscription, discounts) }),
  });
  if (params.trial_end === 'now' && subscription.status === 'trialing') endTrial(store, id);
  else if (items?.startsCycle) invoicePeriod(store, id, 'subscription_update');
  else if (params.proration_behavior === 'always_invoice') invoicePending(store, id);
  return requireSubscription(store, id);
}

/** With `error_if_incomplete` a change whose first invoice is not paid is not made. */
function assertCollectable(
  store: Store,
  subscription: Stripe.Subscription,
  behavior: Params['payment_behavior'],
): void {
  if (behavior === undefined || behavior === 'allow_incomplete') return;
  if (behavior !== 'error_if_incomplete') {
    throw invalidRequest(`'${behavior}' is not simulated.`, 'payment_behavior');
  }
  const method = defaultMethod(store, subscription);
  if (!method || cardOf(method).charge !== 'succeeds') throw cardDeclined();
}

function prorationsOf(
  store: Store,
  subscription: Stripe.Subscription,
  params: Params,
  items: ItemsPlan | undefined,
) {
  const beginsTrial = typeof params.trial_end === 'number' && subscription.status !== 'trialing';
  if (!beginsTrial) return items?.prorations ?? [];
  return subscription.items.data.map((item) => prorationLine(store, item, 'credit'));
}

/** What changes on the subscription. Each step sees what the ones before it change. */
function planChanges(
  store: Store,
  subscription: Stripe.Subscription,
  params: Params,
  items: ItemsPlan | undefined,
): Changes {
  const { default_payment_method: method, description, pause_collection: pause } = params;
  const { metadata: data, trial_end: trialEnd, cancellation_details: details } = params;
  if (method !== undefined) {
    requireAttached(store, customerOf(subscription), method, 'default_payment_method');
  }
  const steps: ((current: Stripe.Subscription) => Changes)[] = [
    () => ({
      ...(method !== undefined && { default_payment_method: method }),
      ...(description !== undefined && { description: description === '' ? null : description }),
      metadata: withMetadata(subscription.metadata, data),
    }),
    () => (pause === undefined ? {} : pauseAfter(store, pause)),
    () => (items ? { items: itemList(subscription.id, items.items) } : {}),
    (current) => (items?.startsCycle ? restarted(store, current) : {}),
    (current) => (typeof trialEnd === 'number' ? trialUntil(store, current, trialEnd) : {}),
    (current) => scheduledEnd(store, current, params),
    (current) => detailsAfter(current, details),
  ];
  return steps.reduce<Changes>(
    (changes, step) => ({ ...changes, ...step({ ...subscription, ...changes }) }),
    {},
  );
}

const prorationBehavior = oneOf<Stripe.SubscriptionUpdateParams.ProrationBehavior>({
  always_invoice: true,
  create_prorations: true,
  none: true,
});

const paymentBehavior = oneOf<Stripe.SubscriptionUpdateParams.PaymentBehavior>({
  allow_incomplete: true,
  default_incomplete: true,
  error_if_incomplete: true,
  pending_if_incomplete: true,
});

const cancelAt = oneOf<Stripe.SubscriptionUpdateParams.CancelAt>({
  max_billed_until: true,
  max_period_end: true,
  min_period_end: true,
});

const pauseBehavior = oneOf<Stripe.SubscriptionUpdateParams.PauseCollection.Behavior>({
  keep_as_draft: true,
  mark_uncollectible: true,
  void: true,
});

export const subscriptionUpdateEndpoint = endpoint<Stripe['subscriptions']['update']>(
  'POST',
  '/v1/subscriptions/:id',
  object(
    {
      cancel_at: emptyable(either(integer, cancelAt)),
      cancel_at_period_end: boolean,
      cancellation_details: cancellationDetails,
      default_payment_method: string,
      description: emptyable(string),
      discounts: emptyable(
        array(object({ coupon: string, discount: string, promotion_code: string }, {})),
      ),
      items: array(object({ deleted: boolean, id: string, price: string, quantity: integer }, {})),
      metadata,
      pause_collection: emptyable(
        object({ behavior: pauseBehavior, resumes_at: integer }, { behavior: true }),
      ),
      payment_behavior: paymentBehavior,
      proration_behavior: prorationBehavior,
      trial_end: either(integer, oneOf<'now'>({ now: true })),
    },
    {},
  ),
  ({ store, id, params }) => update(store, id, params),
);
