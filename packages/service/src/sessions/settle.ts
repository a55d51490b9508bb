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

/** The ids of the customer's sessions whose mark, that another stands for them, changes with a result. */
async function remarked(
  transaction: Transaction<Schema>,
  { id: settled, mode, customer_id }: Whose & Pick<SessionRow, 'id'>,
  to: Result['result'],
): Promise<string[]> {
  const rows = await transaction
    .selectFrom('sessions')
    .select(['id', 'started_at', 'result', 'bounced'])
    .where('mode', '=', mode)
    .where('customer_id', '=', customer_id)
    .where('report', '=', true)
    .where('preview', '=', false)
    .where((where) => where.or([where('result', 'is not', null), where('id', '=', settled)]))
    .execute();
  const bounced = bouncedAmong(
    rows.flatMap((row): Candidate[] => {
      const result = row.id === settled ? to : row.result;
      return result ? [{ id: row.id, startedAt: row.started_at, result }] : [];
    }),
  );
  return rows.filter((row) => row.bounced !== bounced.has(row.id)).map(({ id }) => id);
}

/**
 * Changes a session, and the marks of others. In one statement: the counts of what changes are locked
 * in one order, so that sessions of two customers that end at once never lock each other out.
 */
async function write(
  transaction: Transaction<Schema>,
  id: string,
  columns: Updateable<SessionsTable>,
  marks: readonly string[],
): Promise<void> {
  const own = Object.entries(columns).map(
    ([name, value]) =>
      sql`${sql.ref(name)} = case when id = ${id} then ${value} else ${sql.ref(name)} end`,
  );
  const others = sql.join(marks.map((mark) => sql`${mark}`));
  const mark = marks.length > 0 ? [sql`bounced = (bounced <> (id in (${others})))`] : [];
  await sql`update sessions set ${sql.join([...own, ...mark])}
    where id in (${sql.join([id, ...marks].map((each) => sql`${each}`))})`.execute(transaction);
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
  const columns = { ...result, ...(await digestColumns(transaction, session, acceptedId)) };
  const counts = session.report && !session.preview;
  const marks = counts ? await remarked(transaction, session, result.result) : [];
  await write(transaction, sessionId, columns, marks);
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
