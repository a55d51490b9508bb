import type { Subscription } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';

/**
 * The one subscription that is meant, or all of a customer's where none is named.
 * @throws {FairwellError} `subscription_unknown` if the one that is meant is not there.
 */
export function inScope(
  subscriptions: readonly Subscription[],
  subscriptionId: string | undefined,
): readonly Subscription[] {
  if (subscriptionId === undefined) return subscriptions;
  const meant = subscriptions.filter(({ id }) => id === subscriptionId);
  if (meant.length > 0) return meant;
  throw new FairwellError('subscription_unknown', 'The customer has no such subscription', {
    field: 'subscriptionId',
  });
}
