import type {
  CardSetup,
  Customer,
  PayRequest,
  PayResponse,
  Subscription,
} from '@fairwell/contract';
import type { Wall } from './wall-state.js';

/** How things stand with a customer. */
export interface WallCheck<W extends Wall = Wall> {
  customer: Customer;
  subscriptions: readonly Subscription[];
  /** Null where there is no cause for a wall. */
  wall: W | null;
}

export interface WallResult {
  /** The host's own words to the customer. */
  message?: string | undefined;
  /** As they are now. */
  subscriptions?: readonly Subscription[] | undefined;
  /** Cancelled: when access ends, ISO 8601 UTC. */
  endsAt?: string | undefined;
}

/**
 * The way out of a wall: to the service, or to the host's own handlers. What it cannot do is absent.
 * Every method rejects with a `FairwellError`. `key` belongs to the decision: when nobody knows
 * whether an earlier try was carried out, the same decision comes again under the same key.
 */
export interface WallGateway<W extends Wall = Wall> {
  /** About whom it asks, where that is known beforehand; without it no answer is kept. */
  subject?: string | undefined;
  /** `force`: asks the billing provider anew. */
  check(force: boolean): Promise<WallCheck<W>>;
  resume?: ((key: string, customer: Customer) => Promise<WallResult>) | undefined;
  cancel?: ((key: string, customer: Customer) => Promise<WallResult>) | undefined;
  setUpCard?: (() => Promise<CardSetup>) | undefined;
  pay?: ((request: PayRequest) => Promise<PayResponse>) | undefined;
  /** The address of a hosted page that takes a new card and leads back to `returnUrl`. */
  openPortal?: ((returnUrl: string) => Promise<string>) | undefined;
  logOut?: (() => Promise<WallResult>) | undefined;
  requestSupport?: ((customer: Customer) => Promise<WallResult>) | undefined;
}
