import type { CardSetup } from '@fairwell/contract';
import type { Transaction } from 'kysely';
import type { Database } from '../../storage/database.js';
import type { Schema } from '../../storage/schema.js';
import type { PaymentRequest } from '../changes.js';
import type { Invoice } from '../invoices.js';
import { ApprovalRequired, ProviderError } from '../provider-error.js';
import { advance, recovered } from '../transitions.js';
import { takeKey } from './sandbox-keys.js';

type CardAnswer = 'pays' | 'declines' | 'asks';

/** Cards that answer as Stripe's test cards with the same names do. */
const testCards: Record<string, CardAnswer> = {
  pm_card_visa: 'pays',
  pm_card_chargeDeclined: 'declines',
  pm_card_chargeCustomerFail: 'declines',
  pm_card_authenticationRequired: 'asks',
};

/** Where a page would have a key of the provider's: there is none to ask. */
const publishableKey = 'pk_sandbox';

/** The sandbox's invoices, and the payment of them. */
export class SandboxInvoices {
  readonly #query: Database['query'];
  readonly #now: () => Date;

  constructor({ query }: Pick<Database, 'query'>, now: () => Date) {
    this.#query = query;
    this.#now = now;
  }

  async list(customerId: string): Promise<Invoice[]> {
    const rows = await this.#query
      .selectFrom('sandbox_invoices')
      .select('data')
      .where('customer_id', '=', customerId)
      .execute();
    return rows
      .map(({ data }) => data)
      .sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  }

  /**
   * Without a bank to ask, a payment that was to be confirmed counts as confirmed once it is asked
   * for again under another key, unless the approval was refused in between.
   */
  async pay({ customerId, invoiceId, paymentMethodId, key }: PaymentRequest): Promise<void> {
    const asks = await this.#query.transaction().execute(async (transaction) => {
      const row = await transaction
        .selectFrom('sandbox_invoices')
        .select(['data', 'awaits_approval_of'])
        .where('id', '=', invoiceId)
        .where('customer_id', '=', customerId)
        .forUpdate()
        .executeTakeFirst();
      if (!row)
        throw new ProviderError('invoice_unknown', 'The customer has no such invoice', 'none');
      const { data: invoice, awaits_approval_of: asked } = row;
      if (invoice.state === 'paid') return false;
      await takeKey(transaction, {
        key,
        reference: invoiceId,
        subscriptionId: null,
        at: this.#now(),
      });
      const answer = testCards[paymentMethodId ?? ''] ?? 'declines';
      if (answer === 'declines')
        throw new ProviderError('payment_declined', 'The card was declined', 'none');
      if (answer === 'asks' && (asked === null || asked === key)) {
        await transaction
          .updateTable('sandbox_invoices')
          .set({ awaits_approval_of: key })
          .where('id', '=', invoiceId)
          .execute();
        return true;
      }
      await this.#settle(transaction, invoice);
      return false;
    });
    if (asks) throw new ApprovalRequired({ publishableKey, clientSecret: `${invoiceId}_secret` });
  }

  async refuseApproval(invoiceId: string): Promise<void> {
    await this.#query
      .updateTable('sandbox_invoices')
      .set({ awaits_approval_of: null })
      .where('id', '=', invoiceId)
      .execute();
  }

  async isPaid({ customerId, invoiceId }: PaymentRequest): Promise<boolean> {
    const invoices = await this.list(customerId);
    return invoices.some(({ id, state }) => id === invoiceId && state === 'paid');
  }

  setUpCard(customerId: string): CardSetup {
    return { publishableKey, clientSecret: `seti_${customerId}_secret` };
  }

  async #settle(transaction: Transaction<Schema>, invoice: Invoice): Promise<void> {
    const paid: Invoice = { ...invoice, state: 'paid', attempted: true };
    await transaction
      .updateTable('sandbox_invoices')
      .set({ data: JSON.stringify(paid), awaits_approval_of: null })
      .where('id', '=', invoice.id)
      .execute();
    if (invoice.subscriptionId === undefined) return;
    const subscription = await transaction
      .selectFrom('sandbox_subscriptions')
      .select('data')
      .where('id', '=', invoice.subscriptionId)
      .forUpdate()
      .executeTakeFirst();
    if (!subscription) return;
    const now = this.#now();
    await transaction
      .updateTable('sandbox_subscriptions')
      .set({ data: JSON.stringify(recovered(advance(subscription.data, now), now)) })
      .where('id', '=', invoice.subscriptionId)
      .execute();
  }
}
