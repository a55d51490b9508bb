import type { Action, Outcome, Subscription } from '@fairwell/contract';
import type { Kysely } from 'kysely';
import { isWallAction } from '../ledger/decisions.js';
import { resultsOf } from '../ledger/steps.js';
import type { ActionRow, Schema, SessionRow } from '../storage/schema.js';
import type { Whose } from './take-in.js';

type Decided = Pick<SessionRow, 'id' | 'subscription_id' | 'undone_at'> &
  Pick<ActionRow, 'action' | 'response' | 'changes'>;

function isEnding({ status, cancelAt }: Subscription): boolean {
  return status.name === 'canceled' || cancelAt !== undefined;
}

/** Does what was decided still stand, as far as one of its subscriptions shows. */
function stands(subscription: Subscription, { type }: Action): boolean {
  return isEnding(subscription) || (type === 'pause' && subscription.status.name === 'paused');
}

/** A pause that is over by its own terms can no longer be taken back. */
function isOver(outcome: Outcome | undefined, now: Date): boolean {
  return (
    outcome?.type === 'pause' &&
    outcome.resumesAt !== undefined &&
    new Date(outcome.resumesAt) <= now
  );
}

/** The subscriptions that a decision was about. */
function affected(
  { changes, subscription_id }: Decided,
  subscriptions: readonly Subscription[],
): Subscription[] {
  const changed = new Set(resultsOf(changes ?? []).map(({ id }) => id));
  if (changed.size > 0) return subscriptions.filter(({ id }) => changed.has(id));
  return subscriptions.filter(({ id }) => subscription_id === null || id === subscription_id);
}

async function readDecided(query: Kysely<Schema>, { mode, customerId }: Whose): Promise<Decided[]> {
  return query
    .selectFrom('sessions')
    .innerJoin('actions', 'actions.id', 'sessions.accepted_action_id')
    .select(['sessions.id', 'sessions.subscription_id', 'sessions.undone_at'])
    .select(['actions.action', 'actions.response', 'actions.changes'])
    .where('sessions.mode', '=', mode)
    .where('sessions.customer_id', '=', customerId)
    .where('sessions.preview', '=', false)
    .where('sessions.result', 'in', ['cancel', 'pause'])
    .orderBy('sessions.ended_at', 'desc')
    .limit(100)
    .execute();
}

/**
 * Writes down which of a customer's cancellations and pauses no longer stand: taken back at the
 * provider, by whatever means. Of two about the same subscription only the later can be.
 * @param subscriptions As they are now.
 */
export async function findUndone(
  query: Kysely<Schema>,
  whose: Whose,
  subscriptions: readonly Subscription[],
  now: Date,
): Promise<void> {
  const decidedLater = new Set<string>();
  for (const decided of await readDecided(query, whose)) {
    const { id, action, response, undone_at } = decided;
    if (isWallAction(action)) continue;
    const about = affected(decided, subscriptions).filter((each) => !decidedLater.has(each.id));
    about.forEach((each) => decidedLater.add(each.id));
    if (about.length === 0 || isOver(response?.outcome, now)) continue;
    const isUndone = !about.some((each) => stands(each, action));
    if (isUndone === (undone_at !== null)) continue;
    await query
      .updateTable('sessions')
      .set({ undone_at: isUndone ? now : null })
      .where('id', '=', id)
      .execute();
  }
}
