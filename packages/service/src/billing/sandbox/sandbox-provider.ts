import type { CardSetup, Coupon, Customer, Price, Subscription } from '@fairwell/contract';
import type { Database } from '../../storage/database.js';
import type { ChangeRequest, PaymentRequest } from '../changes.js';
import type { Invoice } from '../invoices.js';
import { ProviderError } from '../provider-error.js';
import type { BillingProvider, Capability } from '../provider.js';
import { advance, changed, fetchCatalogue } from '../transitions.js';
import { SandboxInvoices } from './sandbox-invoices.js';
import { revokeKey, takeKey } from './sandbox-keys.js';

/** What a sandbox starts with. */
export interface SandboxData {
  customers?: readonly Customer[];
  prices?: readonly Price[];
  coupons?: readonly Coupon[];
  subscriptions?: readonly (Subscription & { customerId: string })[];
  invoices?: readonly (Invoice & { customerId: string })[];
}

/** Puts customers, prices, coupons, subscriptions and invoices into the sandbox, over those with the same ids. */
export async function seedSandbox(
  { query }: Database,
  { customers = [], prices = [], coupons = [], subscriptions = [], invoices = [] }: SandboxData,
): Promise<void> {
  await query.transaction().execute(async (transaction) => {
    for (const customer of customers) {
      const data = JSON.stringify(customer);
      const email = customer.email?.toLowerCase() ?? null;
      await transaction
        .insertInto('sandbox_customers')
        .values({ id: customer.id, email, data })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ email, data }))
        .execute();
    }
    const lists = [
      ['sandbox_prices', prices],
      ['sandbox_coupons', coupons],
    ] as const;
    for (const [table, list] of lists)
      for (const each of list) {
        const data = JSON.stringify(each);
        await transaction
          .insertInto(table)
          .values({ id: each.id, data })
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ data }))
          .execute();
      }
    for (const { customerId, ...subscription } of subscriptions) {
      const row = { customer_id: customerId, data: JSON.stringify(subscription) };
      await transaction
        .insertInto('sandbox_subscriptions')
        .values({ id: subscription.id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    }
    for (const { customerId, ...invoice } of invoices) {
      const data = JSON.stringify(invoice);
      const row = { customer_id: customerId, data, awaits_approval_of: null };
      await transaction
        .insertInto('sandbox_invoices')
        .values({ id: invoice.id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    }
  });
}

const capabilities: readonly Capability[] = [
  'cancel',
  'undoCancel',
  'discount',
  'pause',
  'resume',
  'planChange',
  'trialExtension',
  'invoices',
  'pay',
  'cardSetup',
];

export interface SandboxOptions {
  /** Time passes by it. */
  now?: (() => Date) | undefined;
  /** Where a page for cards stands that is to be had for a portal; without it there is none. */
  portalUrl?: ((customerId: string, returnUrl: string) => string) | undefined;
}

/** A billing provider in the service's own database: for demonstrations, tests and previews. */
export class SandboxProvider implements BillingProvider {
  readonly name = 'sandbox';
  readonly capabilities: ReadonlySet<Capability>;
  readonly #query: Database['query'];
  readonly #now: () => Date;
  readonly #portalUrl: SandboxOptions['portalUrl'];
  readonly #invoices: SandboxInvoices;

  constructor({ query }: Database, { now = () => new Date(), portalUrl }: SandboxOptions = {}) {
    this.capabilities = new Set([...capabilities, ...(portalUrl ? ['portal' as const] : [])]);
    this.#query = query;
    this.#now = now;
    this.#portalUrl = portalUrl;
    this.#invoices = new SandboxInvoices({ query }, now);
  }

  async getCustomer(id: string): Promise<Customer | null> {
    const row = await this.#query
      .selectFrom('sandbox_customers')
      .select('data')
      .where('id', '=', id)
      .executeTakeFirst();
    return row?.data ?? null;
  }

  async findCustomersByEmail(email: string): Promise<Customer[]> {
    const rows = await this.#query
      .selectFrom('sandbox_customers')
      .select('data')
      .where('email', '=', email.toLowerCase())
      .execute();
    return rows.map(({ data }) => data);
  }

  async listSubscriptions(customerId: string): Promise<Subscription[]> {
    const rows = await this.#query
      .selectFrom('sandbox_subscriptions')
      .select('data')
      .where('customer_id', '=', customerId)
      .orderBy('id')
      .execute();
    return rows.map(({ data }) => advance(data, this.#now()));
  }

  async getCoupon(id: string): Promise<Coupon | null> {
    const row = await this.#query
      .selectFrom('sandbox_coupons')
      .select('data')
      .where('id', '=', id)
      .executeTakeFirst();
    return row?.data ?? null;
  }

  async getPrice(id: string): Promise<Price | null> {
    const row = await this.#query
      .selectFrom('sandbox_prices')
      .select('data')
      .where('id', '=', id)
      .executeTakeFirst();
    return row?.data ?? null;
  }

  async apply({
    subscriptionId,
    customerId,
    change,
    reference,
    key,
  }: ChangeRequest): Promise<Subscription> {
    const catalogue = await fetchCatalogue(change, this);
    return this.#query.transaction().execute(async (transaction) => {
      const row = await transaction
        .selectFrom('sandbox_subscriptions')
        .select('data')
        .where('id', '=', subscriptionId)
        .where('customer_id', '=', customerId)
        .forUpdate()
        .executeTakeFirst();
      if (!row) throw new ProviderError('subscription_unknown', 'The subscription is gone', 'none');
      const now = this.#now();
      const current = advance(row.data, now);
      if (!(await takeKey(transaction, { key, reference, subscriptionId, at: now })))
        return current;
      const next = changed(current, change, now, catalogue);
      await transaction
        .updateTable('sandbox_subscriptions')
        .set({ data: JSON.stringify(next) })
        .where('id', '=', subscriptionId)
        .execute();
      return next;
    });
  }

  async findApplied({
    subscriptionId,
    customerId,
    reference,
  }: ChangeRequest): Promise<Subscription | null> {
    const made = await this.#query
      .selectFrom('sandbox_changes')
      .select('key')
      .where('reference', '=', reference)
      .where('subscription_id', '=', subscriptionId)
      .executeTakeFirst();
    if (!made) return null;
    const subscriptions = await this.listSubscriptions(customerId);
    return subscriptions.find(({ id }) => id === subscriptionId) ?? null;
  }

  async revoke({ key }: ChangeRequest | PaymentRequest): Promise<boolean> {
    return revokeKey(this.#query, key, this.#now());
  }

  async listInvoices(customerId: string): Promise<Invoice[]> {
    return this.#invoices.list(customerId);
  }

  async pay(request: PaymentRequest): Promise<void> {
    return this.#invoices.pay(request);
  }

  async isPaid(request: PaymentRequest): Promise<boolean> {
    return this.#invoices.isPaid(request);
  }

  async setUpCard(customerId: string): Promise<CardSetup> {
    return this.#invoices.setUpCard(customerId);
  }

  async openPortal(customerId: string, returnUrl: string): Promise<string> {
    if (!this.#portalUrl)
      throw new ProviderError('action_unsupported', 'The sandbox has no portal', 'none');
    return this.#portalUrl(customerId, returnUrl);
  }

  /** The bank's answer to the payment of an invoice that awaits one: no. */
  async refuseApproval(invoiceId: string): Promise<void> {
    await this.#invoices.refuseApproval(invoiceId);
  }
}
