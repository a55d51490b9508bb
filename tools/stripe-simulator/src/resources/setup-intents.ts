import type Stripe from 'stripe';
import { endpoint } from '../endpoint.ts';
import { ApiError, invalidRequest, resourceMissing } from '../errors.ts';
import { boolean, metadata, object, oneOf, string } from '../params.ts';
import type { Store } from '../store.ts';
import { idOf } from '../types.ts';
import { requireCustomer } from './lookup.ts';
import { withMetadata } from './metadata.ts';
import { attach, paymentMethodFor } from './payment-methods.ts';

function createSetupIntent(
  store: Store,
  params: Stripe.SetupIntentCreateParams,
): Stripe.SetupIntent {
  const { customer } = params;
  if (customer !== undefined) requireCustomer(store, customer, 'customer');
  if (params.confirm === true && params.payment_method === undefined) {
    throw invalidRequest('A SetupIntent needs a payment_method to be confirmed.', 'payment_method');
  }
  const method =
    params.payment_method === undefined
      ? null
      : paymentMethodFor(store, params.payment_method, 'payment_method');
  const id = store.id('seti');
  const intent = store.setupIntents.put<Stripe.SetupIntent>({
    id,
    object: 'setup_intent',
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: params.automatic_payment_methods ?? null,
    cancellation_reason: null,
    client_secret: `${id}_secret_sim`,
    created: store.now,
    customer: customer ?? null,
    customer_account: null,
    description: params.description ?? null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    managed_payments: null,
    mandate: null,
    metadata: withMetadata({}, params.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ['card'],
    single_use_mandate: null,
    status: 'requires_payment_method',
    usage: params.usage ?? 'off_session',
  });
  store.emit({ type: 'setup_intent.created', data: { object: intent } });
  if (!method) return intent;
  const ready = store.setupIntents.put<Stripe.SetupIntent>({
    ...intent,
    payment_method: method.id,
    status: 'requires_confirmation',
  });
  return params.confirm === true ? confirmSetup(store, ready, method) : ready;
}

/**
 * Attaches the payment method to the intent's customer, authenticated where it has to be: what the
 * customer's browser does in life. Throws an `ApiError` (402) for a card that is declined.
 */
export function confirmSetup(
  store: Store,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
): Stripe.SetupIntent {
  try {
    if (intent.customer !== null) attach(store, method, idOf(intent.customer));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const failed = store.setupIntents.put<Stripe.SetupIntent>({
      ...intent,
      last_setup_error: { type: 'card_error', code: 'card_declined', message: error.message },
      payment_method: null,
      status: 'requires_payment_method',
    });
    store.emit({ type: 'setup_intent.setup_failed', data: { object: failed } });
    throw error;
  }
  const succeeded = store.setupIntents.put<Stripe.SetupIntent>({
    ...intent,
    last_setup_error: null,
    payment_method: method.id,
    status: 'succeeded',
  });
  store.emit({ type: 'setup_intent.succeeded', data: { object: succeeded } });
  return succeeded;
}

export const setupIntentEndpoints = [
  endpoint<Stripe['setupIntents']['create']>(
    'POST',
    '/v1/setup_intents',
    object(
      {
        automatic_payment_methods: object(
          {
            allow_redirects:
              oneOf<Stripe.SetupIntentCreateParams.AutomaticPaymentMethods.AllowRedirects>({
                always: true,
                never: true,
              }),
            enabled: boolean,
          },
          { enabled: true },
        ),
        confirm: boolean,
        customer: string,
        description: string,
        metadata: (value, param) => {
          const read = metadata(value, param);
          return read === '' ? {} : read;
        },
        payment_method: string,
        usage: oneOf<Stripe.SetupIntentCreateParams.Usage>({ off_session: true, on_session: true }),
      },
      {},
    ),
    ({ store, params }) => createSetupIntent(store, params),
  ),

  endpoint<Stripe['setupIntents']['retrieve']>(
    'GET',
    '/v1/setup_intents/:id',
    object({}, {}),
    ({ store, id }) => {
      const intent = store.setupIntents.get(id);
      if (!intent) throw resourceMissing('setupintent', id);
      return intent;
    },
  ),
];
