import type { HandledAction, OfferType, Subscription } from '@fairwell/contract';
import { compliancePolicy, type EligibilityContext, type PastOffer } from '@fairwell/core';
import type { BillingProvider } from '../billing/provider.js';
import type { Settings } from '../settings/settings.js';

/** Every offer that changes something is carried out by the change of the same name. */
function offersWithin({ capabilities }: BillingProvider): ReadonlySet<OfferType> {
  const offers: OfferType[] = ['discount', 'pause', 'planChange', 'trialExtension'];
  const changes: ReadonlySet<string> = capabilities;
  return new Set(offers.filter((offer) => changes.has(offer)));
}

export interface Circumstances {
  subscriptions: readonly Subscription[];
  history: readonly PastOffer[];
  provider: BillingProvider;
  /** What the page carries out in the provider's place. */
  handles: readonly HandledAction[];
  settings: Settings;
  now: Date;
}

export function eligibilityContext({
  subscriptions,
  history,
  provider,
  handles,
  settings,
  now,
}: Circumstances): EligibilityContext {
  return {
    subscriptions,
    now,
    capabilities: new Set([
      ...offersWithin(provider),
      ...handles.filter((each) => each !== 'cancel'),
    ]),
    policy: compliancePolicy(settings.compliance),
    history,
    settings,
  };
}
