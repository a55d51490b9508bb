import type { SessionEvent, SessionRecord } from '@fairwell/contract';
import { isWallAction } from '../ledger/decisions.js';
import type { ActionRow, SessionRow } from '../storage/schema.js';
import { readAnswers, withAcceptedOffer } from './answers.js';

function acceptedPart({ action, response }: ActionRow): Pick<SessionRecord, 'accepted'> {
  if (isWallAction(action)) return {};
  return { accepted: { action, ...(response?.outcome && { outcome: response.outcome }) } };
}

/** What is known of a session. `accepted` is the ledger's entry of what was decided in it. */
export function sessionRecord(
  session: SessionRow,
  events: readonly SessionEvent[],
  accepted: ActionRow | undefined,
): SessionRecord {
  const answers = readAnswers(session.flow, events);
  const acceptedAt = accepted?.settled_at?.toISOString();
  const offerId = accepted && 'offerId' in accepted.action ? accepted.action.offerId : undefined;
  return {
    id: session.id,
    mode: session.mode,
    preview: session.preview,
    customerId: session.customer_id,
    ...(session.subscription_id !== null && { subscriptionId: session.subscription_id }),
    flowId: session.flow_id,
    ...(session.flow_version !== null && { flowVersion: session.flow_version }),
    startedAt: session.started_at.toISOString(),
    ...(session.ended_at && { endedAt: session.ended_at.toISOString() }),
    ...(session.result && { result: session.result }),
    ...(session.undone_at && { undoneAt: session.undone_at.toISOString() }),
    usedClickToCancel: session.used_click_to_cancel,
    handledByHost: session.handled_by_host,
    ...(offerId && acceptedAt ? withAcceptedOffer(answers, offerId, acceptedAt) : answers),
    ...(accepted && acceptedPart(accepted)),
  };
}
