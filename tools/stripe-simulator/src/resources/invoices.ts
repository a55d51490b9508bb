import type Stripe from 'stripe';
import { wholeList } from '../lists.ts';
import type { Store } from '../store.ts';
import { idOf } from '../types.ts';
import type { Known } from '../types.ts';
import { discountLines } from './discounts.ts';
import { lineItem } from './invoice-lines.ts';
import type { PendingLine } from './invoice-lines.ts';
import { customerOf, requireCustomer } from './lookup.ts';

type Reason = Known<Stripe.Invoice.BillingReason>;

export interface InvoiceInput {
  readonly subscription: Stripe.Subscription;
  readonly reason: Extract<
    Reason,
    'subscription_create' | 'subscription_cycle' | 'subscription_update'
  >;
  readonly lines: readonly PendingLine[];
}

/** A draft. Amounts in the currency's smallest unit. */
export function draftInvoice(store: Store, input: InvoiceInput): Stripe.Invoice {
  const { subscription, lines } = input;
  const id = store.id('in');
  const discounts = subscription.discounts.map(idOf);
  const taken = discountLines(
    store,
    discounts,
    lines.map((line) => ({
      amount: line.amount,
      isDiscountable: !line.isProration,
      product: idOf(line.price.product),
    })),
    subscription.currency,
  );
  const items = lines.map((line, index) =>
    lineItem(store, line, { id, subscription: subscription.id }, taken[index] ?? []),
  );
  const subtotal = lines.reduce((sum, line) => sum + line.amount, 0);
  const discounted = discounts.map((discount) => ({
    discount,
    amount: off(taken.flat(), discount),
  }));
  const total = discounted.reduce((sum, one) => sum - one.amount, subtotal);
  const invoice = store.invoices.put(
    invoiceObject(store, input, id, items, discounted, subtotal, total),
  );
  store.subscriptions.put({ ...subscription, latest_invoice: id });
  store.emit({ type: 'invoice.created', data: { object: invoice } });
  return invoice;
}

function off(taken: Stripe.InvoiceLineItem.DiscountAmount[], discount: string): number {
  return taken.reduce((sum, one) => sum + (one.discount === discount ? one.amount : 0), 0);
}

function invoiceObject(
  store: Store,
  { subscription, reason }: InvoiceInput,
  id: string,
  lines: Stripe.InvoiceLineItem[],
  discounted: { discount: string; amount: number }[],
  subtotal: number,
  total: number,
): Stripe.Invoice {
  const customer = requireCustomer(store, customerOf(subscription));
  const balance = customer.balance;
  const due = Math.max(0, total + balance);
  return {
    id,
    object: 'invoice',
    account_country: 'US',
    account_name: null,
    account_tax_ids: null,
    amount_due: due,
    amount_overpaid: 0,
    amount_paid: 0,
    amount_remaining: due,
    amount_shipping: 0,
    application: null,
    attempt_count: 0,
    attempted: false,
    auto_advance: false,
    automatic_tax: {
      disabled_reason: null,
      enabled: false,
      liability: null,
      provider: null,
      status: null,
    },
    automatically_finalizes_at: null,
    billing_reason: reason,
    collection_method: 'charge_automatically',
    created: store.now,
    currency: subscription.currency,
    custom_fields: null,
    customer: customer.id,
    customer_account: null,
    customer_address: null,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    customer_shipping: null,
    customer_tax_exempt: 'none',
    customer_tax_ids: [],
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: discounted.map((one) => one.discount),
    due_date: null,
    effective_at: null,
    ending_balance: null,
    footer: null,
    from_invoice: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    issuer: { type: 'self' },
    last_finalization_error: null,
    latest_revision: null,
    lines: wholeList(`/v1/invoices/${id}/lines`, lines),
    livemode: false,
    metadata: {},
    next_payment_attempt: null,
    number: null,
    on_behalf_of: null,
    parent: {
      quote_details: null,
      subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
      type: 'subscription_details',
    },
    payment_settings: {
      default_mandate: null,
      payment_method_options: null,
      payment_method_types: null,
    },
    period_end: store.now,
    period_start: store.now,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: balance,
    statement_descriptor: null,
    status: 'draft',
    status_transitions: {
      finalized_at: null,
      marked_uncollectible_at: null,
      paid_at: null,
      voided_at: null,
    },
    subtotal,
    subtotal_excluding_tax: subtotal,
    test_clock: null,
    total,
    total_discount_amounts: discounted,
    total_excluding_tax: total,
    total_pretax_credit_amounts: [],
    total_taxes: [],
    webhooks_delivered_at: null,
  };
}

/** Opens a draft: it gets its number, and the customer's balance is used. */
export function finalizeInvoice(store: Store, draft: Stripe.Invoice): Stripe.Invoice {
  const customer = requireCustomer(store, customerOf(draft));
  const ending = draft.starting_balance + draft.total - draft.amount_due;
  store.customers.put({ ...customer, balance: ending });
  const position = store.invoices.all().findIndex((invoice) => invoice.id === draft.id) + 1;
  const invoice = store.invoices.put<Stripe.Invoice>({
    ...draft,
    auto_advance: true,
    effective_at: store.now,
    ending_balance: ending,
    number: `SIM-${String(position).padStart(4, '0')}`,
    status: 'open',
    status_transitions: { ...draft.status_transitions, finalized_at: store.now },
  });
  store.emit({ type: 'invoice.finalized', data: { object: invoice } });
  return invoice;
}

export function voidInvoice(store: Store, open: Stripe.Invoice): Stripe.Invoice {
  const invoice = store.invoices.put<Stripe.Invoice>({
    ...open,
    auto_advance: false,
    status: 'void',
    status_transitions: { ...open.status_transitions, voided_at: store.now },
  });
  store.emit({ type: 'invoice.voided', data: { object: invoice } });
  return invoice;
}

export function writeOffInvoice(store: Store, open: Stripe.Invoice): Stripe.Invoice {
  const invoice = store.invoices.put<Stripe.Invoice>({
    ...open,
    auto_advance: false,
    status: 'uncollectible',
    status_transitions: { ...open.status_transitions, marked_uncollectible_at: store.now },
  });
  store.emit({ type: 'invoice.marked_uncollectible', data: { object: invoice } });
  return invoice;
}

/** Marks an open invoice as paid: in full, or because nothing is due. */
export function settleInvoice(store: Store, open: Stripe.Invoice): Stripe.Invoice {
  const invoice = store.invoices.put<Stripe.Invoice>({
    ...open,
    amount_paid: open.amount_due,
    amount_remaining: 0,
    attempted: true,
    auto_advance: false,
    status: 'paid',
    status_transitions: { ...open.status_transitions, paid_at: store.now },
  });
  store.emit({ type: 'invoice.paid', data: { object: invoice } });
  return invoice;
}

/** The subscription that an invoice is for. */
export function subscriptionOf(invoice: Stripe.Invoice): string {
  const subscription = invoice.parent?.subscription_details?.subscription;
  if (!subscription) throw new Error(`The invoice ${invoice.id} is for no subscription`);
  return idOf(subscription);
}
