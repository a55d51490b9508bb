import type { Amount } from '@fairwell/contract';

/** What a customer was asked to pay. */
export interface Invoice {
  id: string;
  /** Undefined for one that no subscription brought about. */
  subscriptionId?: string | undefined;
  /** `processing`: a payment is on its way; `uncollectible`: it was given up. */
  state: 'open' | 'processing' | 'paid' | 'uncollectible';
  /** What is left to pay. */
  amountDue: Amount;
  /** ISO 8601 UTC. */
  createdAt: string;
  /** ISO 8601 UTC. */
  dueAt: string;
  /** Was a charge tried. */
  attempted: boolean;
  /** The provider's own page to pay it. */
  hostedUrl?: string | undefined;
}
