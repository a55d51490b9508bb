import type Stripe from 'stripe';
import { endpoint } from '../endpoint.ts';
import { cardDeclined, parameterMissing, resourceMissing } from '../errors.ts';
import { object, string } from '../params.ts';
import type { Store } from '../store.ts';
import { isKeyOf } from '../types.ts';
import { requireCustomer } from './lookup.ts';

/** How a card answers: to being attached to a customer, and to being charged. */
interface TestCard {
  readonly last4: string;
  readonly attach: 'accepted' | 'declined';
  readonly charge: 'succeeds' | 'declined' | 'requires_action';
}

/** Stripe's test cards (https://docs.stripe.com/testing), by the ids that stand for them. */
export const testCards = {
  pm_card_visa: { last4: '4242', attach: 'accepted', charge: 'succeeds' },
  pm_card_chargeDeclined: { last4: '0002', attach: 'declined', charge: 'declined' },
  pm_card_chargeCustomerFail: { last4: '0341', attach: 'accepted', charge: 'declined' },
  pm_card_authenticationRequired: {
    last4: '3184',
    attach: 'accepted',
    charge: 'requires_action',
  },
} as const satisfies Record<string, TestCard>;

export type TestCardId = keyof typeof testCards;

export function cardOf(method: Stripe.PaymentMethod): TestCard {
  const card = Object.values(testCards).find((one) => one.last4 === method.card?.last4);
  if (!card) throw new Error(`The payment method ${method.id} is no test card`);
  return card;
}

/** A new payment method with a test card. */
export function createPaymentMethod(
  store: Store,
  testCard: TestCardId,
  customer: string | null,
): Stripe.PaymentMethod {
  const inFiveYears = new Date(store.now * 1000).getUTCFullYear() + 5;
  return store.paymentMethods.put<Stripe.PaymentMethod>({
    id: store.id('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    card: {
      brand: 'visa',
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'US',
      display_brand: 'visa',
      exp_month: 12,
      exp_year: inFiveYears,
      funding: 'credit',
      generated_from: null,
      last4: testCards[testCard].last4,
      networks: { available: ['visa'], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: store.now,
    customer,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  });
}

/** What an id in a request names: a payment method, or a test card, of which one is made. */
export function paymentMethodFor(store: Store, id: string, param?: string): Stripe.PaymentMethod {
  if (isKeyOf(testCards, id)) return createPaymentMethod(store, id, null);
  const method = store.paymentMethods.get(id);
  if (!method) throw resourceMissing('PaymentMethod', id, param);
  return method;
}

/** Throws an `ApiError` (402) for a card that is declined on the spot. */
export function attach(
  store: Store,
  method: Stripe.PaymentMethod,
  customer: string,
): Stripe.PaymentMethod {
  if (cardOf(method).attach === 'declined') throw cardDeclined();
  const attached = store.paymentMethods.put({ ...method, customer });
  store.emit({ type: 'payment_method.attached', data: { object: attached } });
  return attached;
}

export const paymentMethodEndpoints = [
  endpoint<Stripe['paymentMethods']['retrieve']>(
    'GET',
    '/v1/payment_methods/:id',
    object({}, {}),
    ({ store, id }) => {
      const method = store.paymentMethods.get(id);
      if (!method) throw resourceMissing('PaymentMethod', id);
      return method;
    },
  ),

  endpoint<Stripe['paymentMethods']['attach']>(
    'POST',
    '/v1/payment_methods/:id/attach',
    object({ customer: string }, {}),
    ({ store, id, params }) => {
      if (params.customer === undefined) throw parameterMissing('customer');
      const customer = requireCustomer(store, params.customer, 'customer');
      return attach(store, paymentMethodFor(store, id), customer.id);
    },
  ),
];
