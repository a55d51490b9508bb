import type { Flow, SessionDigest, SessionEvent } from '@fairwell/contract';
import { isWallAction } from '../ledger/decisions.js';
import type { ActionRow } from '../storage/schema.js';
import { readAnswers, withAcceptedOffer } from './answers.js';
import { reportedAcceptance, reportedOffers } from './reported-offers.js';

export type Accepted = Pick<ActionRow, 'action' | 'response' | 'settled_at'>;

/**
 * What was seen and said in a session, as it is reported.
 * @param events In the order of their sequence numbers.
 * @param accepted The ledger's entry of what was decided in it.
 */
export function digestOf(
  flow: Flow,
  events: readonly SessionEvent[],
  accepted: Accepted | undefined,
): SessionDigest {
  const said = readAnswers(flow, events);
  const action = accepted && !isWallAction(accepted.action) ? accepted.action : undefined;
  const offerId = action && 'offerId' in action ? action.offerId : undefined;
  const acceptedAt = accepted?.settled_at?.toISOString();
  const { surveyResponse, presentedOffers, steps, ...answers } =
    offerId && acceptedAt ? withAcceptedOffer(said, offerId, acceptedAt) : said;
  const survey = events.findLast(({ type }) => type === 'surveyAnswered');
  const acceptedOffer = action && reportedAcceptance(action, accepted?.response?.outcome);
  const times = steps.map(({ at }) => at).sort();
  const [start, end] = [times[0], times.at(-1)];
  return {
    ...answers,
    ...(survey?.type === 'surveyAnswered' && { surveyId: survey.stepId }),
    ...(surveyResponse !== undefined && { surveyChoiceValue: surveyResponse }),
    presentedOffers: reportedOffers(flow, presentedOffers),
    ...(acceptedOffer && { acceptedOffer }),
    ...(start && end && { recordingStartTime: start, recordingEndTime: end }),
  };
}

/** The types of the offers in it, in the order of the alphabet, with commas. */
export function presentedTypes({ presentedOffers }: SessionDigest): string {
  return [...new Set(presentedOffers.map(({ offerType }) => offerType))].sort().join(',');
}
