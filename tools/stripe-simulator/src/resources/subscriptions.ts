import { isDeepStrictEqual } from 'node:util';
import type Stripe from 'stripe';
import { periodEnd } from '../calendar.ts';
import { endpoint } from '../endpoint.ts';
import { page, paging, wholeList } from '../lists.ts';
import { object, oneOf, string } from '../params.ts';
import type { Store } from '../store.ts';
import { keysOf } from '../types.ts';
import type { Known } from '../types.ts';
import { assertKnownCustomer, requireSubscription } from './lookup.ts';
import { planOf, recurrence } from './prices.ts';

export type SubscriptionStatus = Known<Stripe.Subscription.Status>;

export interface SubscriptionInput {
  readonly id?: string;
  readonly customer: string;
  readonly price: Stripe.Price;
  readonly quantity: number;
  /** Start of the current period, Unix seconds. */
  readonly start: number;
  /** End of the trial that runs from the start; null without one. */
  readonly trialEnd: number | null;
  readonly metadata: Stripe.Metadata;
}

export function createSubscription(store: Store, input: SubscriptionInput): Stripe.Subscription {
  const id = input.id ?? store.id('sub');
  const anchor = input.trialEnd ?? input.start;
  const period = {
    start: input.start,
    end: input.trialEnd ?? periodEnd(anchor, recurrence(input.price), input.start),
  };
  const subscription = store.subscriptions.put<Stripe.Subscription>({
    id,
    object: 'subscription',
    application: null,
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: anchor,
    billing_cycle_anchor_config: null,
    billing_mode: { flexible: { proration_discounts: 'included' }, type: 'flexible' },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: noCancellation,
    collection_method: 'charge_automatically',
    created: store.now,
    currency: input.price.currency,
    customer: input.customer,
    customer_account: null,
    days_until_due: null,
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    ended_at: null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: 'self' },
    },
    items: itemList(id, [createItem(store, id, input.price, input.quantity, period)]),
    latest_invoice: null,
    livemode: false,
    managed_payments: null,
    metadata: input.metadata,
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: null,
    payment_settings: {
      payment_method_options: null,
      payment_method_types: null,
      save_default_payment_method: 'off',
    },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: null,
    start_date: input.start,
    status: input.trialEnd === null ? 'active' : 'trialing',
    test_clock: null,
    transfer_data: null,
    trial_end: input.trialEnd,
    trial_settings: {
      end_behavior: { billing_cycle_anchor: 'now', missing_payment_method: 'create_invoice' },
    },
    trial_start: input.trialEnd === null ? null : input.start,
  });
  store.emit({ type: 'customer.subscription.created', data: { object: subscription } });
  return subscription;
}

export const noCancellation: Stripe.Subscription.CancellationDetails = {
  comment: null,
  feedback: null,
  feedback_option: null,
  reason: null,
};

export interface Period {
  readonly start: number;
  readonly end: number;
}

export function createItem(
  store: Store,
  subscription: string,
  price: Stripe.Price,
  quantity: number,
  period: Period,
): Stripe.SubscriptionItem {
  return {
    id: store.id('si'),
    object: 'subscription_item',
    billing_thresholds: null,
    created: store.now,
    current_period_end: period.end,
    current_period_start: period.start,
    current_trial: null,
    discounts: [],
    metadata: {},
    plan: planOf(price),
    price,
    quantity,
    subscription,
    tax_rates: [],
  };
}

export function itemList(
  subscription: string,
  items: Stripe.SubscriptionItem[],
): Stripe.ApiList<Stripe.SubscriptionItem> {
  return wholeList(`/v1/subscription_items?subscription=${subscription}`, items);
}

export function withPeriod(item: Stripe.SubscriptionItem, period: Period): Stripe.SubscriptionItem {
  return { ...item, current_period_start: period.start, current_period_end: period.end };
}

/** The current period. The items of a simulated subscription all share theirs. */
export function currentPeriod(subscription: Stripe.Subscription): Period {
  const [item] = subscription.items.data;
  if (!item) throw new Error(`The subscription ${subscription.id} has no item`);
  return { start: item.current_period_start, end: item.current_period_end };
}

/** The recurrence of the whole subscription. */
export function cycleOf(subscription: Stripe.Subscription): Stripe.Price.Recurring {
  const [item] = subscription.items.data;
  if (!item) throw new Error(`The subscription ${subscription.id} has no item`);
  return recurrence(item.price);
}

const endedStatuses: ReadonlySet<string> = new Set<SubscriptionStatus>([
  'canceled',
  'incomplete_expired',
]);

export function hasEnded(subscription: Stripe.Subscription): boolean {
  return endedStatuses.has(subscription.status);
}

/**
 * Replaces the subscription with a changed one and records `customer.subscription.updated` with the
 * previous values; no event when nothing changes.
 */
export function changeSubscription(
  store: Store,
  id: string,
  changes: Partial<Stripe.Subscription>,
): Stripe.Subscription {
  const before = requireSubscription(store, id);
  const previous = previousAttributes(before, changes);
  if (Object.keys(previous).length === 0) return before;
  const after = store.subscriptions.put({ ...before, ...changes });
  store.emit({
    type: 'customer.subscription.updated',
    data: { object: after, previous_attributes: previous },
  });
  return after;
}

function previousAttributes<T extends object>(before: T, changes: Partial<T>): Partial<T> {
  const previous: Partial<T> = {};
  for (const name of keysOf(changes)) {
    if (!isDeepStrictEqual(before[name], changes[name])) previous[name] = before[name];
  }
  return previous;
}

/** Ends the subscription at once. Its schedule ends with it; its open invoices are no longer collected. */
export function endSubscription(
  store: Store,
  id: string,
  changes: Partial<Stripe.Subscription>,
): Stripe.Subscription {
  const ended = store.subscriptions.put<Stripe.Subscription>({
    ...requireSubscription(store, id),
    ...changes,
    ended_at: store.now,
    schedule: null,
    status: 'canceled',
  });
  for (const invoice of store.invoices.all()) {
    if (invoice.status === 'open' && invoice.parent?.subscription_details?.subscription === id) {
      store.invoices.put({ ...invoice, auto_advance: false });
    }
  }
  store.emit({ type: 'customer.subscription.deleted', data: { object: ended } });
  return ended;
}

const listedStatus = oneOf<Stripe.SubscriptionListParams.Status>({
  active: true,
  all: true,
  canceled: true,
  ended: true,
  incomplete: true,
  incomplete_expired: true,
  past_due: true,
  paused: true,
  trialing: true,
  unpaid: true,
});

/** Without a status, all that have not been cancelled (https://docs.stripe.com/api/subscriptions/list). */
function hasListedStatus(subscription: Stripe.Subscription, status: string | undefined): boolean {
  if (status === undefined) return subscription.status !== 'canceled';
  if (status === 'all') return true;
  if (status === 'ended') return hasEnded(subscription);
  return subscription.status === status;
}

export const subscriptionReadEndpoints = [
  endpoint<Stripe['subscriptions']['retrieve']>(
    'GET',
    '/v1/subscriptions/:id',
    object({}, {}),
    ({ store, id }) => requireSubscription(store, id),
  ),

  endpoint<Stripe['subscriptions']['list']>(
    'GET',
    '/v1/subscriptions',
    object({ ...paging, customer: string, price: string, status: listedStatus }, {}),
    ({ store, params }) => {
      const { customer, price, status } = params;
      assertKnownCustomer(store, customer);
      const isListed = (subscription: Stripe.Subscription) =>
        hasListedStatus(subscription, status) &&
        (customer === undefined || subscription.customer === customer) &&
        (price === undefined || subscription.items.data.some((item) => item.price.id === price));
      return page('/v1/subscriptions', store.subscriptions.all().filter(isListed), params);
    },
  ),
];
