import type Stripe from 'stripe';

type Emitted<T extends Stripe.Event['type']> = T extends unknown
  ? Pick<Extract<Stripe.Event, { type: T }>, 'type' | 'data'>
  : never;

/** The events that the simulator records, each with the SDK's own payload. */
export type SimulatedEvent = Emitted<
  | 'customer.updated'
  | 'customer.deleted'
  | 'customer.discount.created'
  | 'customer.discount.deleted'
  | 'customer.subscription.created'
  | 'customer.subscription.updated'
  | 'customer.subscription.deleted'
  | 'customer.subscription.trial_will_end'
  | 'coupon.created'
  | 'coupon.deleted'
  | 'invoice.created'
  | 'invoice.finalized'
  | 'invoice.marked_uncollectible'
  | 'invoice.paid'
  | 'invoice.payment_action_required'
  | 'invoice.payment_failed'
  | 'invoice.voided'
  | 'invoice_payment.paid'
  | 'payment_method.attached'
  | 'setup_intent.created'
  | 'setup_intent.setup_failed'
  | 'setup_intent.succeeded'
  | 'subscription_schedule.canceled'
  | 'subscription_schedule.created'
  | 'subscription_schedule.released'
  | 'subscription_schedule.updated'
>;
