import type { Coupon, Customer, Price, Subscription } from '@fairwell/contract';
import type { ChangeRequest, ChangeType } from './changes.js';

/**
 * A billing provider: the one place where subscriptions and money are.
 *
 * It reads what a flow shows, and makes one change to one subscription at a time. Whoever writes
 * one has to see to three things:
 * - `capabilities` names only what it can do: an offer that needs more is never shown.
 * - `apply` is idempotent by `key`. A change that is in place already counts as made.
 * - Every error is a `ProviderError` whose `effect` is right: `none` lets the customer decide anew
 *   at once, `open` keeps everything else waiting until it is known what happened.
 *
 * A call answers or fails within 30 seconds. Dates are ISO 8601 UTC, amounts in the currency's
 * smallest unit.
 */
export interface BillingProvider {
  readonly name: string;
  readonly capabilities: ReadonlySet<ChangeType>;

  getCustomer(id: string): Promise<Customer | null>;
  /** Every customer with this address, in any order. */
  findCustomersByEmail(email: string): Promise<Customer[]>;
  /** In any status; those that ended long ago may be left out. Empty for a customer it does not know. */
  listSubscriptions(customerId: string): Promise<Subscription[]>;
  /**
   * Null for one that does not exist or can no longer be redeemed. An amount off is told in
   * `currency` where the coupon has one in it.
   */
  getCoupon(id: string, currency?: string): Promise<Coupon | null>;
  /** Null for one that does not exist or is no longer sold. */
  getPrice(id: string): Promise<Price | null>;

  /** Makes a change. Answers with the subscription as it is then. */
  apply(request: ChangeRequest): Promise<Subscription>;
  /** The subscription, if its state shows that the change was made under this `reference`; null if not. */
  findApplied(request: ChangeRequest): Promise<Subscription | null>;
}
