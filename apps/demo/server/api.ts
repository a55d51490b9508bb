import type { Customer, SessionRecord, Subscription } from '@fairwell/contract';
import type { Invoice } from '@fairwell/service';

/** What the demo's own back end answers to its page. */

/** How the walls stand before a customer. */
export interface WallTerms {
  isPauseSoft: boolean;
  /** For so many days after a failed payment that wall is soft. */
  graceDays: number;
  /** Can the form for a card be loaded. */
  hasCardForm: boolean;
}

/** Somebody to be signed in as. */
export interface Person {
  customer: Customer;
  /** What there is to see, in a sentence; empty where nobody knows. */
  shows: string;
  isSignedOut: boolean;
  walls: WallTerms;
}

export interface PersonGroup {
  name: string;
  people: readonly Person[];
}

/** `GET /api/people` */
export interface PeopleAnswer {
  /** Cards are for practice, and everything can be put back. */
  isSandbox: boolean;
  groups: readonly PersonGroup[];
}

export interface ReceivedMail {
  to: string;
  subject: string;
  text: string;
  /** ISO 8601 UTC. */
  sentAt: string;
}

/** `GET /api/customers/:id`: everything as it is now. */
export interface AccountAnswer {
  customer: Customer;
  subscriptions: readonly Subscription[];
  /** The latest first. */
  invoices: readonly Invoice[];
  /** The last one, if there is any. */
  session: SessionRecord | null;
  /** To the customer, the latest first. */
  mails: readonly ReceivedMail[];
}

/** `POST /api/session-token` */
export interface TokenRequest {
  customerId: string;
}
export interface TokenAnswer {
  token: string;
}

/** How a practice card answers; named as the sandbox names it. */
export type PracticeCard =
  'pm_card_visa' | 'pm_card_chargeDeclined' | 'pm_card_authenticationRequired';

/** `POST /api/practice/payment`: what the customer does on the provider's own page. */
export interface PracticePaymentRequest {
  customerId: string;
  invoiceId: string;
  card: PracticeCard;
}
export interface PracticePaymentAnswer {
  isPaid: boolean;
}

/** `POST /api/practice/refusal`: what the customer answers their bank. */
export interface PracticeRefusalRequest {
  invoiceId: string;
}
