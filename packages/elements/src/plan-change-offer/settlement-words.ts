import type { PlanSettlement } from '@fairwell/core';
import { msg } from '../localization/localization.js';

export const settlementWords: Record<PlanSettlement, () => string> = {
  chargedNow: () =>
    msg('You are charged for the new plan today, less what you have paid and not used yet.', {
      id: 'planChargedNow',
    }),
  chargedLater: () =>
    msg('The difference for the rest of this period is added to your next payment.', {
      id: 'planChargedLater',
    }),
  creditedLater: () =>
    msg('What you have paid and do not use any more is taken off your next payment.', {
      id: 'planCreditedLater',
    }),
  unprorated: () =>
    msg('You pay the new price from your next payment on. Until then, nothing is charged.', {
      id: 'planUnprorated',
    }),
};
