import type { SessionEvent } from '@fairwell/contract';
import { sql, type Kysely, type Transaction, type Updateable } from 'kysely';
import type { Schema, SessionRow, SessionsTable } from '../storage/schema.js';
import { announceResult } from '../webhooks/announce.js';
import { digestOf, presentedTypes } from './digest.js';
import { bouncedAmong, type Candidate } from './relevance.js';

/** What a session has come to. */
export type Result = Pick<Updateable<SessionsTable>, 'ended_at'> &
  Required<Pick<Updateable<SessionsTable>, 'result'>> &
  Pick<
    Updateable<SessionsTable>,
    'accepted_action_id' | 'used_click_to_cancel' | 'handled_by_host'
  >;

type Whose = Pick<SessionRow, 'mode' | 'customer_id'>;

/**
 * Sessions of one customer come to their results one after the other, since they bounce each other.
 * Comes before any other lock that a transaction takes.
 */
export async function lockCustomer(
  transaction: Transaction<Schema>,
  { mode, customer_id }: Whose,
): Promise<void> {
  const name = `sessions ${mode} ${customer_id}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction);
}

/** In the order of their sequence numbers. */
export async function eventsOf(query: Kysely<Schema>, sessionId: string): Promise<SessionEvent[]> {
  const rows = await query
    .selectFrom('session_events')
    .select('event')
    .where('session_id', '=', sessionId)
    .orderBy('sequence')
    .execute();
  return rows.map(({ event }) => event);
}

/** The columns that say what was seen and said in a session that has come to a result. */
async function digestColumns(
  transaction: Transaction<Schema>,
  { id, flow }: Pick<SessionRow, 'id' | 'flow'>,
  acceptedActionId: string | null,
): Promise<Pick<Updateable<SessionsTable>, 'digest' | 'presented'>> {
  const accepted = acceptedActionId
    ? await transaction
        .selectFrom('actions')
        .select(['action', 'response', 'settled_at'])
        .where('id', '=', acceptedActionId)
        .executeTakeFirst()
    : undefined;
  const digest = digestOf(flow, await eventsOf(transaction, id), accepted);
  return { digest: JSON.stringify(digest), presented: presentedTypes(digest) };
}

/** Marks those of the customer's sessions that others stand for, and takes the mark off the rest. */
async function markBounced(
  transaction: Transaction<Schema>,
  { mode, customer_id }: Whose,
): Promise<void> {
  const rows = await transaction
    .selectFrom('sessions')
    .select(['id', 'started_at', 'result', 'bounced'])
    .where('mode', '=', mode)
    .where('customer_id', '=', customer_id)
    .where('report', '=', true)
    .where('preview', '=', false)
    .where('result', 'is not', null)
    .execute();
  const bounced = bouncedAmong(
    rows.flatMap(({ id, started_at, result }): Candidate[] =>
      result ? [{ id, startedAt: started_at, result }] : [],
    ),
  );
  const changed = rows.filter((row) => row.bounced !== bounced.has(row.id)).map(({ id }) => id);
  if (changed.length === 0) return;
  await transaction
    .updateTable('sessions')
    .set({ bounced: sql<boolean>`not bounced` })
    .where('id', 'in', changed)
    .execute();
}

/** Keeps the session as it is until the transaction ends. */
async function hold(transaction: Transaction<Schema>, id: string) {
  return transaction
    .selectFrom('sessions')
    .select(['id', 'mode', 'customer_id', 'flow', 'accepted_action_id'])
    .select(['report', 'preview', 'result'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/**
 * Gives a session its result: the one place where it gets one, whether by an action, by the page's
 * own handler, by being closed or by being left open. The caller holds the lock of the customer.
 * @param options.unlessDecided What was decided in it before stands.
 */
export async function settleSession(
  transaction: Transaction<Schema>,
  sessionId: string,
  result: Result,
  { unlessDecided = false } = {},
): Promise<void> {
  const session = await hold(transaction, sessionId);
  if (!session || (unlessDecided && session.result !== null)) return;
  const acceptedId = result.accepted_action_id ?? session.accepted_action_id;
  await transaction
    .updateTable('sessions')
    .set({ ...result, ...(await digestColumns(transaction, session, acceptedId)) })
    .where('id', '=', sessionId)
    .execute();
  if (session.report && !session.preview) await markBounced(transaction, session);
  await announceResult(transaction, session, result);
}

/** Adds to a session that has its result what was told of it only after that. */
export async function addToSettled(
  transaction: Transaction<Schema>,
  sessionId: string,
): Promise<void> {
  const session = await hold(transaction, sessionId);
  if (!session?.result) return;
  await transaction
    .updateTable('sessions')
    .set(await digestColumns(transaction, session, session.accepted_action_id))
    .where('id', '=', sessionId)
    .execute();
}
