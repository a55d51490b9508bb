import { sql, type Kysely } from 'kysely';
import type { Schema } from '../storage/schema.js';
import type { ProviderEvent } from './provider-event.js';
import type { Whose } from './take-in.js';

/**
 * Counts a payment as revenue that a session boosted: the customer's latest, if they stayed in it,
 * by an offer or by leaving the flow. The first such payment makes them reactivated.
 * Only what was paid, and only for a subscription; a session that bounced stands for nothing.
 */
export async function recordPayment(
  query: Kysely<Schema>,
  { mode, customerId }: Whose,
  { invoiceId, subscriptionId, amount, paidAt }: Extract<ProviderEvent, { type: 'invoicePaid' }>,
): Promise<void> {
  if (subscriptionId === undefined || amount.value <= 0) return;
  const paid_at = new Date(paidAt);
  const session = await query
    .selectFrom('sessions')
    .select(['id', 'result'])
    .where('mode', '=', mode)
    .where('customer_id', '=', customerId)
    .where((where) =>
      where.or([
        where('subscription_id', 'is', null),
        where('subscription_id', '=', subscriptionId),
      ]),
    )
    .where('preview', '=', false)
    .where('report', '=', true)
    .where('bounced', '=', false)
    .where('result', 'is not', null)
    .where('ended_at', '<=', paid_at)
    .orderBy('ended_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!session || session.result === 'cancel') return;
  await query.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('boosted_payments')
      .values({
        mode,
        invoice_id: invoiceId,
        session_id: session.id,
        amount: amount.value,
        currency: amount.currency,
        paid_at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await transaction
      .updateTable('sessions')
      .set({ reactivated_at: sql<Date>`least(reactivated_at, ${paid_at})` })
      .where('id', '=', session.id)
      .where((where) =>
        where.or([where('reactivated_at', 'is', null), where('reactivated_at', '>', paid_at)]),
      )
      .execute();
  });
}
