import type {
  Action,
  Condition,
  Customer,
  Outcome,
  Segment,
  SessionDigest,
  SessionResult,
  Subscription,
  WebhookPayload,
  WebhookSession,
} from '@fairwell/contract';
import { reportedAcceptance, reportedModes } from '../sessions/reported-offers.js';
import type { SessionRow } from '../storage/schema.js';

type ReportedSegment = NonNullable<WebhookSession['segment']>;

function upper(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/** Whose values are words of ours. */
const wordy: ReadonlySet<Condition['type']> = new Set(['billingInterval', 'status']);

function filterOf(condition: Condition): ReportedSegment['filter'][number] {
  const { type, operand, value } = condition;
  const values = [value].flat().map(String);
  return {
    attribute: 'name' in condition ? condition.name : upper(type),
    operand: upper(operand),
    value: wordy.has(type) ? values.map(upper) : values,
    type: upper(type),
  };
}

function segmentOf({ name, conditions }: Segment): ReportedSegment {
  return { name, filter: conditions.map(filterOf) };
}

export interface ToldSession {
  session: SessionRow;
  /** What it had come to then; the session may have gone on since. */
  result: SessionResult;
  accepted: { action: Action; outcome: Outcome | undefined } | undefined;
}

/** A session as a webhook tells it. */
export function toldSession({ session, result, accepted }: ToldSession): WebhookSession {
  const digest: SessionDigest = session.digest ?? { presentedOffers: [] };
  const { surveyChoiceValue, followupQuestion, followupResponse, feedback } = digest;
  const acceptedOffer = accepted && reportedAcceptance(accepted.action, accepted.outcome);
  return {
    id: session.id,
    result,
    mode: reportedModes[session.mode],
    ...(session.subscription_id !== null && { subscriptionId: session.subscription_id }),
    ...(surveyChoiceValue !== undefined && { surveyResponse: surveyChoiceValue }),
    ...(followupQuestion !== undefined && { followupQuestion }),
    ...(followupResponse !== undefined && { followupResponse }),
    ...(feedback !== undefined && { feedback }),
    usedClickToCancel: session.used_click_to_cancel,
    ...(session.attributes && { customAttributes: session.attributes }),
    ...(session.segment && { segment: segmentOf(session.segment) }),
    presentedOffers: digest.presentedOffers,
    ...(acceptedOffer && { acceptedOffer }),
  };
}

/** @param customer Null for one that the provider does not know any more. */
export function sessionPayload(
  session: WebhookSession,
  customerId: string,
  customer: Customer | null,
  subscriptions: readonly Subscription[],
): WebhookPayload {
  return {
    event: 'session',
    data: {
      customer: { ...(customer ?? { id: customerId }), subscriptions: [...subscriptions] },
      session,
    },
  };
}
