import type { Flow } from '@fairwell/contract';
import { mapOffers } from '../flow/offers.js';
import { ineligibility, isPlanAvailable, type EligibilityContext } from './eligibility.js';

/**
 * The flow as one customer may see it: offers they may not be made are gone without a trace, and
 * with them the plans they cannot switch to. The result may have no step left; the machine then
 * goes straight to the confirmation.
 */
export function resolveFlow(flow: Flow, context: EligibilityContext): Flow {
  return mapOffers(flow, (offer) => {
    if (ineligibility(offer, context) !== null) return null;
    if (offer.type !== 'planChange') return offer;
    return {
      ...offer,
      options: offer.options.filter(({ price }) => isPlanAvailable(price, context.subscriptions)),
    };
  });
}
