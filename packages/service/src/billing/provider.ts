import type { CardSetup, Coupon, Customer, Price, Subscription } from '@fairwell/contract';
import type { IncomingWebhooks } from '../webhooks-in/provider-event.js';
import type { ChangeRequest, ChangeType, PaymentRequest } from './changes.js';
import type { Invoice } from './invoices.js';

/**
 * What a provider can do. Beside the changes to a subscription: tell what is owed (`invoices`),
 * collect it (`pay`), take a new card in the page (`cardSetup`) or on a page of its own (`portal`).
 */
export type Capability = ChangeType | 'invoices' | 'pay' | 'cardSetup' | 'portal';

/**
 * A billing provider: the one place where subscriptions and money are.
 *
 * It reads what a flow shows, and makes one change to one subscription at a time. Whoever writes
 * one has to see to four things:
 * - `capabilities` names only what it can do: an offer that needs more is never shown, and what
 *   it does not name is never called.
 * - `apply` and `pay` are idempotent by `key`. What is in place already counts as made.
 * - A request under a key that `revoke` answered with true for is never carried out.
 * - Every error is a `ProviderError` whose `effect` is right: `none` lets the customer decide anew
 *   at once, `open` keeps everything else waiting until it is known what happened.
 *
 * A call answers or fails within 30 seconds. Dates are ISO 8601 UTC, amounts in the currency's
 * smallest unit.
 */
export interface BillingProvider {
  readonly name: string;
  readonly capabilities: ReadonlySet<Capability>;
  /** How what the provider tells by itself is read; absent where it is not listened to. */
  readonly webhooks?: IncomingWebhooks | undefined;

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
  /**
   * Calls a change or a payment back that nobody answered: from then on a request under its key is
   * refused, also one that is still on its way. False if it was received already, or where that
   * cannot be told: then only its own answer or the provider's state says what became of it.
   */
  revoke(request: ChangeRequest | PaymentRequest): Promise<boolean>;

  /** The customer's latest invoices, drafts and void ones aside; the latest first. */
  listInvoices(customerId: string): Promise<Invoice[]>;
  /**
   * Pays an invoice. A card that is given for it becomes the default of the customer and of the
   * invoice's subscription, so that the next period is paid with it too.
   * @throws {ApprovalRequired} if the customer has to confirm the payment with their bank first.
   */
  pay(request: PaymentRequest): Promise<void>;
  /** Whether the invoice is paid, by whatever means. */
  isPaid(request: PaymentRequest): Promise<boolean>;
  /** What a page needs to take a new card of the customer's, without anything being charged. */
  setUpCard(customerId: string): Promise<CardSetup>;
  /** The address of the provider's own page for a new card, which leads back to `returnUrl`. */
  openPortal(customerId: string, returnUrl: string): Promise<string>;
}
