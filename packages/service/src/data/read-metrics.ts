import type { Metrics, Mode, SessionFilters } from '@fairwell/contract';
import { sql } from 'kysely';
import type { Database } from '../storage/database.js';
import { countSessions } from './count-sessions.js';
import { figuresOf, type SessionGroup } from './figures.js';
import { beganIn, selectionOf, whereSession } from './filters.js';

/**
 * Save rate, acceptance of offers, reactivation rate and boosted revenue of the sessions that are
 * meant.
 * @throws {FairwellError} that names the filter at fault.
 */
export async function readMetrics(
  database: Pick<Database, 'query'>,
  mode: Mode,
  filters: SessionFilters,
): Promise<Metrics> {
  const selection = selectionOf(mode, filters);
  const groups = await countSessions<Omit<SessionGroup, 'count'>>(database, selection, {
    result: sql`result`,
    presented: sql`presented`,
    reactivated: sql`reactivated`,
  });
  const meant = whereSession(selection, ...beganIn(selection.from, selection.to));
  const payments = await database.query
    .with('saved', (query) =>
      query.selectFrom('sessions').select('id').where(meant).where('result', '<>', 'cancel'),
    )
    .selectFrom('boosted_payments')
    .innerJoin('saved', 'saved.id', 'boosted_payments.session_id')
    .where('mode', '=', mode)
    .select(['currency'])
    .select(({ fn }) => [
      fn.sum<string>('amount').as('amount'),
      fn.count<string>('session_id').distinct().as('sessions'),
    ])
    .groupBy('currency')
    .orderBy('currency')
    .execute();
  return figuresOf(
    groups,
    payments.map(({ currency, amount, sessions }) => ({
      currency,
      amount: Number(amount),
      sessions: Number(sessions),
    })),
  );
}
