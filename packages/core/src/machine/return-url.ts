import type { Action, ReturnUrls } from '@fairwell/contract';
import type { Page } from './state.js';

/**
 * Where the host's page leads to when the customer leaves from here: after what was decided, or, from
 * a question, because they stay. Absent where nothing is settled, and where no address was given.
 */
export function returnUrl(
  { save, cancel, offers }: ReturnUrls,
  page: Page | null,
  isQuestion: boolean,
  decision: Action | undefined,
): string | undefined {
  if (page?.kind !== 'complete') return isQuestion ? save : undefined;
  if (decision?.type === 'cancel') return cancel;
  return (decision && offers?.[decision.offerId]) ?? save;
}
