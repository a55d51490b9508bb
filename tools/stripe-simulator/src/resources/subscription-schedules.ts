import type Stripe from 'stripe';
import { endpoint } from '../endpoint.ts';
import { invalidRequest, resourceMissing } from '../errors.ts';
import { boolean, object } from '../params.ts';
import type { Store } from '../store.ts';
import { idOf } from '../types.ts';
import { requireSubscription } from './lookup.ts';
import { planOf } from './prices.ts';
import { cancelNow } from './subscription-cancel.ts';
import { changeSubscription, itemList } from './subscriptions.ts';

function requireSchedule(store: Store, id: string): Stripe.SubscriptionSchedule {
  const schedule = store.subscriptionSchedules.get(id);
  if (!schedule) throw resourceMissing('subscription schedule', id);
  return schedule;
}

/** The subscription that an active schedule governs. Throws an `ApiError` (400) for one that is over. */
function governed(
  store: Store,
  schedule: Stripe.SubscriptionSchedule,
  verb: string,
): Stripe.Subscription {
  if (schedule.status !== 'active' || schedule.subscription === null) {
    throw invalidRequest(
      `You cannot ${verb} a subscription schedule that is currently in the \`${schedule.status}\` status.`,
    );
  }
  return requireSubscription(store, idOf(schedule.subscription));
}

/** Lets go of the subscription; it runs on as it is. */
export function releaseSchedule(
  store: Store,
  schedule: Stripe.SubscriptionSchedule,
  keepsCancelDate: boolean,
): Stripe.SubscriptionSchedule {
  const subscription = governed(store, schedule, 'release');
  const hasSetEnd = schedule.end_behavior === 'cancel' && !keepsCancelDate;
  changeSubscription(store, subscription.id, {
    schedule: null,
    ...(hasSetEnd && { cancel_at: null, canceled_at: null }),
  });
  const released = store.subscriptionSchedules.put<Stripe.SubscriptionSchedule>({
    ...schedule,
    current_phase: null,
    released_at: store.now,
    released_subscription: subscription.id,
    status: 'released',
    subscription: null,
  });
  store.emit({ type: 'subscription_schedule.released', data: { object: released } });
  return released;
}

/** Begins the next phase: its price takes over. After the last one, the schedule lets go. */
export function nextPhase(store: Store, schedule: Stripe.SubscriptionSchedule): void {
  const next = schedule.phases.find(
    (phase) => phase.start_date === schedule.current_phase?.end_date,
  );
  const [scheduledItem] = next?.items ?? [];
  if (!next || !scheduledItem) {
    releaseSchedule(store, schedule, true);
    return;
  }
  const subscription = governed(store, schedule, 'advance');
  const price = store.prices.get(idOf(scheduledItem.price));
  if (!price) throw new Error(`The schedule ${schedule.id} names no price`);
  changeSubscription(store, subscription.id, {
    items: itemList(
      subscription.id,
      subscription.items.data.map((item) => ({ ...item, price, plan: planOf(price) })),
    ),
  });
  const advanced = store.subscriptionSchedules.put<Stripe.SubscriptionSchedule>({
    ...schedule,
    current_phase: { start_date: next.start_date, end_date: next.end_date },
  });
  store.emit({ type: 'subscription_schedule.updated', data: { object: advanced } });
}

export const subscriptionScheduleEndpoints = [
  endpoint<Stripe['subscriptionSchedules']['retrieve']>(
    'GET',
    '/v1/subscription_schedules/:id',
    object({}, {}),
    ({ store, id }) => requireSchedule(store, id),
  ),

  endpoint<Stripe['subscriptionSchedules']['release']>(
    'POST',
    '/v1/subscription_schedules/:id/release',
    object({ preserve_cancel_date: boolean }, {}),
    ({ store, id, params }) =>
      releaseSchedule(store, requireSchedule(store, id), params.preserve_cancel_date === true),
  ),

  endpoint<Stripe['subscriptionSchedules']['cancel']>(
    'POST',
    '/v1/subscription_schedules/:id/cancel',
    object({ invoice_now: boolean, prorate: boolean }, {}),
    ({ store, id, params }) => {
      const subscription = governed(store, requireSchedule(store, id), 'cancel');
      const { invoice_now = true, prorate = true } = params;
      cancelNow(store, subscription, { invoice_now, prorate });
      return requireSchedule(store, id);
    },
  ),
];
