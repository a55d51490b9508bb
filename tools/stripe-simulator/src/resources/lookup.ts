import type Stripe from 'stripe';
import { invalidRequest, resourceMissing } from '../errors.ts';
import type { Store } from '../store.ts';
import { idOf } from '../types.ts';

/**
 * What an id names. Each throws an `ApiError` (`resource_missing`): 404 for an id in the path, 400 for
 * one in the parameter that is given.
 */
export function requireCustomer(store: Store, id: string, param?: string): Stripe.Customer {
  const customer = store.customers.get(id);
  if (!customer || customer.deleted) throw resourceMissing('customer', id, param);
  return customer;
}

/** Checks the customer that a list is filtered by; a deleted one still has its past. */
export function assertKnownCustomer(store: Store, id: string | undefined): void {
  if (id !== undefined && !store.customers.get(id))
    throw resourceMissing('customer', id, 'customer');
}

export function requireSubscription(store: Store, id: string, param?: string): Stripe.Subscription {
  const subscription = store.subscriptions.get(id);
  if (!subscription) throw resourceMissing('subscription', id, param);
  return subscription;
}

export function requireInvoice(store: Store, id: string): Stripe.Invoice {
  const invoice = store.invoices.get(id);
  if (!invoice) throw resourceMissing('invoice', id);
  return invoice;
}

/** A price that can be subscribed to. */
export function requireActivePrice(store: Store, id: string, param: string): Stripe.Price {
  const price = store.prices.get(id);
  if (!price) throw resourceMissing('price', id, param);
  if (!price.active) {
    const message = `The price specified is inactive. This field only accepts active prices.`;
    throw invalidRequest(message, param);
  }
  if (!price.recurring) {
    throw invalidRequest('The price specified is set to `type=one_time`.', param);
  }
  return price;
}

/** A payment method that is attached to the customer. */
export function requireAttached(
  store: Store,
  customer: string,
  id: string,
  param: string,
): Stripe.PaymentMethod {
  const method = store.paymentMethods.get(id);
  if (method?.customer !== customer) {
    const message = `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`;
    throw invalidRequest(message, param, 'resource_missing');
  }
  return method;
}

/** The id of the customer that a subscription or an invoice always has. */
export function customerOf(object: Stripe.Subscription | Stripe.Invoice): string {
  if (object.customer === null) throw new Error(`${object.id} has no customer`);
  return idOf(object.customer);
}
