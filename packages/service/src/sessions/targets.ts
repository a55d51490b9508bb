import type { Subscription } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';

/**
 * The subscriptions that a decision in a session changes: the one it is for, or all of the
 * customer's, without those that have ended or are to end.
 * @throws {FairwellError} `subscription_unknown` if there is none, `already_canceled` if none is left.
 */
export function targetsOf(
  subscriptions: readonly Subscription[],
  subscriptionId: string | null | undefined,
): Subscription[] {
  const meant = subscriptions.filter(({ id }) => !subscriptionId || id === subscriptionId);
  if (meant.length === 0)
    throw new FairwellError('subscription_unknown', 'The customer has no such subscription', {
      field: 'subscriptionId',
    });
  const open = meant.filter(({ status, cancelAt }) => status.name !== 'canceled' && !cancelAt);
  if (open.length === 0)
    throw new FairwellError('already_canceled', 'The subscription has been cancelled already');
  return open;
}
