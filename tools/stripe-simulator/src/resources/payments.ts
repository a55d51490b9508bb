import type Stripe from 'stripe';
import { cardDeclined } from '../errors.ts';
import type { Store } from '../store.ts';
import { idOf } from '../types.ts';
import { settleInvoice } from './invoices.ts';
import { customerOf } from './lookup.ts';
import { cardOf } from './payment-methods.ts';

export type PaymentOutcome = 'paid' | 'declined' | 'requires_action';

/**
 * Tries to pay an open invoice with a payment method, or null where there is none. Its subscription is
 * left to the caller.
 */
export function collect(
  store: Store,
  open: Stripe.Invoice,
  method: Stripe.PaymentMethod | null,
): PaymentOutcome {
  if (open.amount_due === 0) {
    settleInvoice(store, open);
    return 'paid';
  }
  const payment = paymentFor(store, open);
  const invoice = store.invoices.put({
    ...open,
    attempt_count: Math.max(1, open.attempt_count),
    attempted: true,
  });
  const charge = method ? cardOf(method).charge : 'declined';
  if (charge === 'succeeds') {
    succeed(store, payment, method);
    return 'paid';
  }
  const intent = intentOf(store, payment);
  if (charge === 'requires_action') {
    store.paymentIntents.put<Stripe.PaymentIntent>({
      ...intent,
      next_action: { type: 'use_stripe_sdk', use_stripe_sdk: {} },
      payment_method: method?.id ?? null,
      status: 'requires_action',
    });
    store.emit({ type: 'invoice.payment_action_required', data: { object: invoice } });
    return 'requires_action';
  }
  store.paymentIntents.put<Stripe.PaymentIntent>({
    ...intent,
    last_payment_error: method ? { ...declined, payment_method: method } : null,
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  });
  store.emit({ type: 'invoice.payment_failed', data: { object: invoice } });
  return 'declined';
}

const { code, decline_code, message } = cardDeclined().body;
const declined: Stripe.PaymentIntent.LastPaymentError = {
  type: 'card_error',
  ...(code && { code }),
  ...(decline_code && { decline_code }),
  ...(message && { message }),
};

/** Completes a payment, after the charge went through or the customer has authenticated it. */
export function succeed(
  store: Store,
  payment: Stripe.InvoicePayment,
  method: Stripe.PaymentMethod | null,
): Stripe.Invoice {
  const intent = intentOf(store, payment);
  store.paymentIntents.put<Stripe.PaymentIntent>({
    ...intent,
    amount_received: intent.amount,
    last_payment_error: null,
    next_action: null,
    payment_method: method?.id ?? intent.payment_method,
    status: 'succeeded',
  });
  const paid = store.invoicePayments.put({
    ...payment,
    amount_paid: payment.amount_requested,
    status: 'paid',
    status_transitions: { ...payment.status_transitions, paid_at: store.now },
  });
  const invoice = store.invoices.get(idOf(payment.invoice));
  if (!invoice) throw new Error(`The payment ${payment.id} has no invoice`);
  const settled = settleInvoice(store, invoice);
  store.emit({ type: 'invoice_payment.paid', data: { object: paid } });
  return settled;
}

/** The payment that belongs to an invoice; it is made with the first attempt. */
export function paymentFor(store: Store, invoice: Stripe.Invoice): Stripe.InvoicePayment {
  const existing = store.invoicePayments.all().find((payment) => payment.invoice === invoice.id);
  if (existing) return existing;
  return store.invoicePayments.put<Stripe.InvoicePayment>({
    id: store.id('inpay'),
    object: 'invoice_payment',
    amount_paid: null,
    amount_requested: invoice.amount_due,
    created: store.now,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: createIntent(store, invoice).id, type: 'payment_intent' },
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  });
}

export function intentOf(store: Store, payment: Stripe.InvoicePayment): Stripe.PaymentIntent {
  const reference = payment.payment.payment_intent;
  const intent = reference ? store.paymentIntents.get(idOf(reference)) : undefined;
  if (!intent) throw new Error(`The payment ${payment.id} has no payment intent`);
  return intent;
}

function createIntent(store: Store, invoice: Stripe.Invoice): Stripe.PaymentIntent {
  const id = store.id('pi');
  return store.paymentIntents.put<Stripe.PaymentIntent>({
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: invoice.amount_due,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic',
    client_secret: `${id}_secret_sim`,
    confirmation_method: 'automatic',
    created: store.now,
    currency: invoice.currency,
    customer: customerOf(invoice),
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: 'off_session',
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  });
}
