import { FairwellError } from '@fairwell/core';
import Stripe from 'stripe';
import type {
  IncomingWebhooks,
  ProviderEvent,
  ReceivedEvent,
} from '../../webhooks-in/provider-event.js';
import { toInstant } from './mapping.js';

function idOf(reference: string | { id: string } | null | undefined): string | undefined {
  return typeof reference === 'string' ? reference : reference?.id;
}

function paid(invoice: Stripe.Invoice, at: number): ProviderEvent {
  const { id, parent, amount_paid: value, currency, status_transitions } = invoice;
  return {
    type: 'invoicePaid',
    invoiceId: id,
    subscriptionId: idOf(parent?.subscription_details?.subscription),
    amount: { value, currency },
    paidAt: toInstant(status_transitions.paid_at ?? at),
  };
}

/** What an event is about; undefined where it does not matter here. */
function read({
  type,
  data,
  created,
}: Stripe.Event): [customer: Stripe.Invoice['customer'], event: ProviderEvent] | undefined {
  if (type === 'invoice.paid') return [data.object.customer, paid(data.object, created)];
  if (
    type === 'customer.subscription.created' ||
    type === 'customer.subscription.updated' ||
    type === 'customer.subscription.deleted' ||
    type === 'customer.subscription.paused' ||
    type === 'customer.subscription.resumed'
  )
    // Events come in any order, so what is the case now is asked, and not taken from one of them.
    return [data.object.customer, { type: 'subscriptionsChanged' }];
  return undefined;
}

/** Reads Stripe's webhooks, as the official SDK verifies them. */
export class StripeWebhooks implements IncomingWebhooks {
  readonly header = 'stripe-signature';
  readonly #stripe: Stripe;
  readonly #secrets: readonly string[];

  /** @param secrets Any of these may have signed, so that one can be replaced without a gap. */
  constructor(stripe: Stripe, secrets: readonly string[]) {
    this.#stripe = stripe;
    this.#secrets = secrets;
  }

  read(body: Buffer, signature: string): ReceivedEvent | null {
    const event = this.#verify(body, signature);
    const [customer, about] = read(event) ?? [];
    const customerId = idOf(customer);
    return about && customerId !== undefined ? { id: event.id, customerId, event: about } : null;
  }

  #verify(body: Buffer, signature: string): Stripe.Event {
    for (const secret of this.#secrets)
      try {
        return this.#stripe.webhooks.constructEvent(body, signature, secret);
      } catch (error) {
        if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) break;
      }
    throw new FairwellError('token_invalid', 'The webhook is not signed as it should be');
  }
}
