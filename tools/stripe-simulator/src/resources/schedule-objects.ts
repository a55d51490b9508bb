import type Stripe from 'stripe';
import type { Store } from '../store.ts';
import { idOf } from '../types.ts';
import type { Known } from '../types.ts';
import { customerOf } from './lookup.ts';
import type { Period } from './subscriptions.ts';

export interface PhaseInput {
  /** A price's id. */
  readonly price: string;
  readonly period: Period;
}

export interface ScheduleInput {
  readonly subscription: Stripe.Subscription;
  readonly phases: readonly [PhaseInput, ...PhaseInput[]];
  readonly endBehavior: Extract<
    Known<Stripe.SubscriptionSchedule.EndBehavior>,
    'cancel' | 'release'
  >;
}

/** An active schedule, in its first phase. */
export function createSchedule(store: Store, input: ScheduleInput): Stripe.SubscriptionSchedule {
  const { subscription, phases, endBehavior } = input;
  const schedule = store.subscriptionSchedules.put<Stripe.SubscriptionSchedule>({
    id: store.id('sub_sched'),
    object: 'subscription_schedule',
    application: null,
    billing_mode: subscription.billing_mode,
    canceled_at: null,
    completed_at: null,
    created: store.now,
    current_phase: phaseDates(phases[0].period),
    customer: customerOf(subscription),
    customer_account: null,
    default_settings: {
      application_fee_percent: null,
      billing_cycle_anchor: 'automatic',
      billing_thresholds: null,
      collection_method: 'charge_automatically',
      default_payment_method: null,
      description: null,
      invoice_settings: {
        account_tax_ids: null,
        custom_fields: null,
        days_until_due: null,
        description: null,
        footer: null,
        issuer: { type: 'self' },
      },
      on_behalf_of: null,
      transfer_data: null,
    },
    end_behavior: endBehavior,
    livemode: false,
    metadata: {},
    pause_schedules: [],
    phases: phases.map((phase) => phaseObject(subscription.currency, phase)),
    released_at: null,
    released_subscription: null,
    status: 'active',
    subscription: subscription.id,
    test_clock: null,
  });
  store.emit({ type: 'subscription_schedule.created', data: { object: schedule } });
  return schedule;
}

function phaseDates({ start, end }: Period): Stripe.SubscriptionSchedule.CurrentPhase {
  return { start_date: start, end_date: end };
}

function phaseObject(currency: string, input: PhaseInput): Stripe.SubscriptionSchedule.Phase {
  return {
    add_invoice_items: [],
    application_fee_percent: null,
    billing_cycle_anchor: null,
    billing_thresholds: null,
    collection_method: null,
    currency,
    default_payment_method: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    invoice_settings: null,
    items: [
      {
        billing_thresholds: null,
        discounts: [],
        metadata: {},
        plan: input.price,
        price: input.price,
        quantity: 1,
        tax_rates: [],
      },
    ],
    metadata: {},
    on_behalf_of: null,
    proration_behavior: 'none',
    transfer_data: null,
    trial_end: null,
    ...phaseDates(input.period),
  };
}

/** Cancels the schedule of a subscription that ends. */
export function cancelAttachedSchedule(store: Store, subscription: Stripe.Subscription): void {
  if (subscription.schedule === null) return;
  const schedule = store.subscriptionSchedules.get(idOf(subscription.schedule));
  if (!schedule) return;
  const canceled = store.subscriptionSchedules.put<Stripe.SubscriptionSchedule>({
    ...schedule,
    canceled_at: store.now,
    current_phase: null,
    status: 'canceled',
  });
  store.emit({ type: 'subscription_schedule.canceled', data: { object: canceled } });
}
