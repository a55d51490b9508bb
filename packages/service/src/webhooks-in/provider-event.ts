import type { Amount } from '@fairwell/contract';

/** What a billing provider tells of by itself, as far as it matters here. */
export type ProviderEvent =
  | {
      type: 'invoicePaid';
      invoiceId: string;
      /** Undefined where the invoice is of no subscription. */
      subscriptionId: string | undefined;
      amount: Amount;
      /** ISO 8601 UTC. */
      paidAt: string;
    }
  /** Something about the customer's subscriptions is not as it was. */
  | { type: 'subscriptionsChanged' };

/** An event as it arrived. */
export interface ReceivedEvent {
  /** The provider's own; the same however often it is sent. */
  id: string;
  customerId: string;
  event: ProviderEvent;
}

/** How a provider's webhooks are read. */
export interface IncomingWebhooks {
  /** The header with the signature, in lower case. */
  readonly header: string;
  /**
   * What a webhook says; null where that does not matter here.
   * @param body As it arrived.
   * @throws {FairwellError} `token_invalid` if the signature or its time does not hold.
   */
  read(body: Buffer, signature: string): ReceivedEvent | null;
}
