import type { ServiceErrorCode, Settings, Subscription } from '@fairwell/contract';

/** Why the customer leaves, as far as they said. */
export interface CancelReason {
  /** Id of the survey choice. */
  choiceId?: string | undefined;
  /** In the customer's words or the survey's. */
  comment?: string | undefined;
}

/**
 * One change to one subscription. Everything in it is absolute (a date, not a number of days), so
 * that making it twice is the same as making it once.
 */
export type Change =
  | { type: 'cancel'; at: 'periodEnd' | 'immediately'; reason: CancelReason }
  | { type: 'undoCancel' }
  | { type: 'discount'; couponId: string; stack: boolean }
  /** `startsAt` after now: access goes on until then, billing stops at once. ISO 8601 UTC. */
  | {
      type: 'pause';
      startsAt: string;
      resumesAt: string;
      /** What becomes of the invoices of the pause, where the provider writes some. */
      invoices: Settings['pauseInvoices'];
    }
  | { type: 'resume' }
  /** `prorate`: what is left of the period is charged or credited. */
  | { type: 'planChange'; priceId: string; prorate: boolean }
  /** ISO 8601 UTC. */
  | { type: 'trialExtension'; trialEnd: string };

export type ChangeType = Change['type'];
/** From a change's type to its shape. */
export type ChangeMap = { [C in Change as C['type']]: C };

/** Why a step of a decision will not be made, though others are. */
export interface Refusal {
  code: ServiceErrorCode;
  message: string;
}

/** A change as the ledger keeps it. */
export interface PlannedChange {
  subscriptionId: string;
  change: Change;
  /** The subscription after it was made; absent until that is certain. */
  result?: Subscription;
  refused?: Refusal;
}

/** The payment of an invoice as the ledger keeps it. */
export interface PlannedPayment {
  invoiceId: string;
  /** The card that was given for it; absent where the one on file pays. */
  paymentMethodId?: string;
  /** Absent until that is certain. */
  paid?: true;
  refused?: Refusal;
}

/** One thing to do at the provider. */
export type PlannedStep = PlannedChange | PlannedPayment;

/** A payment as it is asked of a provider. */
export interface PaymentRequest {
  customerId: string;
  invoiceId: string;
  /** A card of the customer's that becomes the default; without it the one on file pays. */
  paymentMethodId?: string | undefined;
  /** Idempotency key: the provider tries to collect at most once under it. At most 255 characters. */
  key: string;
}

/** A change as it is sent to a provider. */
export interface ChangeRequest {
  customerId: string;
  subscriptionId: string;
  change: Change;
  /** Names the decision behind the change, at most 64 characters; the same however often it is tried. */
  reference: string;
  /** Idempotency key: the provider makes a change at most once under it. At most 255 characters. */
  key: string;
}
