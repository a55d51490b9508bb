import { randomBytes } from 'node:crypto';
import type { Transaction, Updateable } from 'kysely';
import { addJobs } from '../queue/job-store.js';
import type { Schema, SessionRow, SessionsTable } from '../storage/schema.js';

type Result = Pick<Updateable<SessionsTable>, 'result' | 'accepted_action_id' | 'ended_at'>;

/** A message: one thing that happened, however many are told of it. */
export function newMessageId(): string {
  return `msg_${randomBytes(16).toString('base64url')}`;
}

/**
 * Has it told to whoever listens that a session came to a result. A preview is told to nobody.
 * @param transaction That the result is written in, so that neither is there without the other.
 */
export async function announceResult(
  transaction: Transaction<Schema>,
  session: Pick<SessionRow, 'id' | 'mode' | 'preview' | 'customer_id'>,
  { result, accepted_action_id: actionId = null, ended_at: at }: Result,
): Promise<void> {
  if (session.preview || !result || !at) return;
  const { id, mode, customer_id } = session;
  const data = { result, actionId };
  const job = {
    id: newMessageId(),
    kind: 'session',
    mode,
    session_id: id,
    customer_id,
    data,
  } as const;
  await addJobs(transaction, [job], at);
}
