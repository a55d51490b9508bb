import { sessionResults } from '@fairwell/core';
import { outcomeEventNames, type OutcomeEvent } from '@fairwell/elements';
import type { SessionResults } from '../options/documented.js';

/** @returns what tells what came of a flow so far. */
export function watchResults(
  isOurs: (event: Event) => boolean,
  signal: AbortSignal,
): () => SessionResults {
  let last: OutcomeEvent['detail'] | undefined;
  const onOutcome = (event: OutcomeEvent): void => {
    if (isOurs(event)) last = event.detail;
  };
  for (const name of Object.values(outcomeEventNames))
    document.body.addEventListener(name, onOutcome, { signal });
  return () => {
    const { outcome, customer, answers } = last ?? {};
    return {
      result: outcome ? sessionResults[outcome.type] : 'abort',
      ...(outcome && { outcome, customer }),
      surveyResponse: answers?.surveyResponse ?? null,
      feedback: answers?.feedback ?? null,
      followupResponse: answers?.followupResponse ?? null,
    };
  };
}
