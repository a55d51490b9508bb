import type Stripe from 'stripe';
import { defaultMethod, followPayment } from '../billing.ts';
import { endpoint } from '../endpoint.ts';
import { ApiError, cardDeclined, invalidRequest } from '../errors.ts';
import { page, paging } from '../lists.ts';
import { boolean, object, oneOf, string } from '../params.ts';
import type { Store } from '../store.ts';
import { finalizeInvoice, subscriptionOf } from './invoices.ts';
import {
  assertKnownCustomer,
  customerOf,
  requireAttached,
  requireInvoice,
  requireSubscription,
} from './lookup.ts';
import { collect, intentOf, paymentFor } from './payments.ts';

/** The invoice as one that can be paid; a draft is finalized. */
function payable(store: Store, invoice: Stripe.Invoice): Stripe.Invoice {
  if (invoice.status === 'open' || invoice.status === 'uncollectible') return invoice;
  if (invoice.status === 'draft') return finalizeInvoice(store, invoice);
  const message =
    invoice.status === 'paid'
      ? 'Invoice is already paid'
      : `This invoice is ${String(invoice.status)} and cannot be paid.`;
  throw invalidRequest(message);
}

/** Throws an `ApiError` (402) when the card is declined or the customer has to authenticate. */
function pay(store: Store, id: string, params: Stripe.InvoicePayParams): Stripe.Invoice {
  const invoice = requireInvoice(store, id);
  const subscription = requireSubscription(store, subscriptionOf(invoice));
  const method =
    params.payment_method === undefined
      ? defaultMethod(store, subscription)
      : requireAttached(store, customerOf(invoice), params.payment_method, 'payment_method');
  const open = payable(store, invoice);
  const outcome = collect(store, open, method);
  followPayment(store, subscription.id, outcome);
  if (outcome === 'paid') return requireInvoice(store, id);
  const intent = intentOf(store, paymentFor(store, open));
  if (outcome === 'declined') throw cardDeclined(intent);
  throw new ApiError(402, {
    type: 'card_error',
    code: 'invoice_payment_intent_requires_action',
    message:
      'This payment requires additional user action before it can be completed successfully. Payment can be completed using the PaymentIntent associated with the invoice.',
    payment_intent: intent,
  });
}

export const invoiceEndpoints = [
  endpoint<Stripe['invoices']['retrieve']>(
    'GET',
    '/v1/invoices/:id',
    object({}, {}),
    ({ store, id }) => requireInvoice(store, id),
  ),

  endpoint<Stripe['invoices']['list']>(
    'GET',
    '/v1/invoices',
    object(
      {
        ...paging,
        customer: string,
        status: oneOf<Stripe.InvoiceListParams.Status>({
          draft: true,
          open: true,
          paid: true,
          uncollectible: true,
          void: true,
        }),
        subscription: string,
      },
      {},
    ),
    ({ store, params }) => {
      const { customer, status, subscription } = params;
      assertKnownCustomer(store, customer);
      const isListed = (invoice: Stripe.Invoice) =>
        (customer === undefined || invoice.customer === customer) &&
        (status === undefined || invoice.status === status) &&
        (subscription === undefined || subscriptionOf(invoice) === subscription);
      return page('/v1/invoices', store.invoices.all().filter(isListed), params);
    },
  ),

  endpoint<Stripe['invoices']['pay']>(
    'POST',
    '/v1/invoices/:id/pay',
    object({ off_session: boolean, payment_method: string }, {}),
    ({ store, id, params }) => pay(store, id, params),
  ),
];
