import type Stripe from 'stripe';
import { endpoint } from '../endpoint.ts';
import { resourceMissing } from '../errors.ts';
import { page, paging } from '../lists.ts';
import { array, metadata, object, string } from '../params.ts';
import type { Store } from '../store.ts';
import { requireAttached, requireCustomer } from './lookup.ts';
import { withMetadata } from './metadata.ts';
import { cancelNow } from './subscription-cancel.ts';
import { hasEnded } from './subscriptions.ts';

export interface CustomerInput {
  readonly id?: string;
  readonly email?: string;
  readonly name?: string;
  readonly metadata?: Stripe.Metadata;
}

export function createCustomer(store: Store, input: CustomerInput): Stripe.Customer {
  return store.customers.put<Stripe.Customer>({
    id: input.id ?? store.id('cus'),
    object: 'customer',
    address: null,
    balance: 0,
    created: store.now,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: input.email ?? null,
    invoice_prefix: 'SIM',
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: input.metadata ?? {},
    name: input.name ?? null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  });
}

/** Makes an attached payment method the one that the customer's invoices are paid with. */
export function setDefaultMethod(store: Store, id: string, method: string): Stripe.Customer {
  const customer = requireCustomer(store, id);
  requireAttached(store, id, method, 'invoice_settings[default_payment_method]');
  return store.customers.put({
    ...customer,
    invoice_settings: { ...customer.invoice_settings, default_payment_method: method },
  });
}

export const customerEndpoints = [
  endpoint<Stripe['customers']['retrieve']>('GET', '/v1/customers/:id', object({}, {}), (call) => {
    const customer = call.store.customers.get(call.id);
    if (!customer) throw resourceMissing('customer', call.id);
    return customer;
  }),

  endpoint<Stripe['customers']['list']>(
    'GET',
    '/v1/customers',
    object({ ...paging, email: string }, {}),
    ({ store, params }) => {
      const customers = store.customers.all().flatMap((one) => (one.deleted ? [] : [one]));
      const isListed = (customer: Stripe.Customer) =>
        params.email === undefined || customer.email === params.email;
      return page('/v1/customers', customers.filter(isListed), params);
    },
  ),

  endpoint<Stripe['customers']['update']>(
    'POST',
    '/v1/customers/:id',
    object(
      {
        description: string,
        email: string,
        invoice_settings: object({ default_payment_method: string }, {}),
        metadata,
        name: string,
        phone: string,
        preferred_locales: array(string),
      },
      {},
    ),
    ({ store, id, params }) => {
      const { description, email, invoice_settings: invoicing, name, phone } = params;
      const customer = requireCustomer(store, id);
      const method = invoicing?.default_payment_method;
      const current = method === undefined ? customer : setDefaultMethod(store, id, method);
      const updated = store.customers.put<Stripe.Customer>({
        ...current,
        ...(description !== undefined && { description }),
        ...(email !== undefined && { email }),
        ...(name !== undefined && { name }),
        ...(phone !== undefined && { phone }),
        ...(params.preferred_locales && { preferred_locales: params.preferred_locales }),
        metadata: withMetadata(customer.metadata, params.metadata),
      });
      store.emit({ type: 'customer.updated', data: { object: updated } });
      return updated;
    },
  ),

  endpoint<Stripe['customers']['del']>('DELETE', '/v1/customers/:id', object({}, {}), (call) => {
    const { store, id } = call;
    const customer = requireCustomer(store, id);
    for (const subscription of store.subscriptions.all()) {
      if (subscription.customer === id && !hasEnded(subscription))
        cancelNow(store, subscription, {});
    }
    store.emit({ type: 'customer.deleted', data: { object: customer } });
    return store.customers.put<Stripe.DeletedCustomer>({ id, object: 'customer', deleted: true });
  }),
];
