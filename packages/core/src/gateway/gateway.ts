import type { CustomerAnswers } from '../machine/customer-answers.js';
import type { FairwellError } from '../errors.js';
import type {
  Action,
  ActiveOffer,
  CompliancePolicy,
  Customer,
  Flow,
  MessagesByLanguage,
  Outcome,
  ReturnUrls,
  SessionEvent,
  Subscription,
} from '@fairwell/contract';

/** A flow made ready for one customer: what they may not be offered has been taken out. */
export interface FlowSession {
  flow: Flow;
  customer: Customer;
  subscriptions: readonly Subscription[];
  policy: CompliancePolicy;
  /** When access would end if cancelled now, ISO 8601 UTC; absent where nobody knows. */
  endsAt?: string | undefined;
  /** A new discount is added to those there are, in place of replacing them. */
  stackCoupons?: boolean | undefined;
  /** A change of plan is charged or credited for the rest of the period. */
  prorated?: boolean | undefined;
  /** What is wrong with what the host gave; the flow goes on without it. */
  faults?: readonly FairwellError[] | undefined;
  /** Accepted earlier and still in force: the flow begins with it. */
  activeOffer?: ActiveOffer | undefined;
  /** Where the page leads to in the end. */
  returnUrls?: ReturnUrls | undefined;
  /** Words in place of those of the elements. */
  messages?: MessagesByLanguage | undefined;
}

/**
 * The way out of the machine: to the service, or to the host's own handlers.
 * Every method rejects with a `FairwellError`.
 */
export interface Gateway {
  /** Called once, when the flow opens. */
  start(): Promise<FlowSession>;
  /** Tells what the customer saw and said. A failure is reported and holds nothing up. */
  record(event: SessionEvent): Promise<void>;
  /**
   * Carries the decision out. `key` belongs to the decision: when nobody knows whether an earlier
   * try was carried out, the same decision comes again under the same key.
   */
  act(action: Action, key: string, answers: CustomerAnswers): Promise<Outcome>;
  /** Brings the customer to somebody who can help; absent where there is nobody. */
  requestSupport?: ((customer: Customer) => Promise<void>) | undefined;
}
