import type {
  Action,
  ActionMap,
  ActionType,
  Coupon,
  Offer,
  ServiceErrorCode,
  Subscription,
} from '@fairwell/contract';
import {
  FairwellError,
  addDays,
  ineligibility,
  pauseEnd,
  pauseStart,
  type EligibilityContext,
  type Ineligibility,
} from '@fairwell/core';
import type { CancelReason, Change, PlannedChange } from '../billing/changes.js';
import type { BillingProvider } from '../billing/provider.js';
import { currencyOf } from '../billing/transitions.js';
import type { Settings } from '../settings/settings.js';

const refusals: Record<Ineligibility, ServiceErrorCode> = {
  compliance: 'offer_ineligible',
  unsupported: 'action_unsupported',
  no_subscription: 'subscription_unknown',
  canceling: 'already_canceled',
  coupon_unknown: 'coupon_unknown',
  coupon_currency: 'offer_ineligible',
  trialing: 'offer_ineligible',
  cooldown: 'offer_ineligible',
  not_monthly: 'offer_ineligible',
  paused: 'offer_ineligible',
  no_plan: 'offer_ineligible',
  not_on_trial: 'offer_ineligible',
  used_before: 'offer_ineligible',
};

function terms(coupon: Coupon): string {
  const { duration, durationInMonths } = coupon;
  const off = 'percentOff' in coupon ? [coupon.percentOff] : [coupon.amountOff, coupon.currency];
  return JSON.stringify([off, duration, durationInMonths]);
}

/** The offer with what the provider says of it now. */
async function refreshed(
  offer: Offer,
  action: Action,
  provider: BillingProvider,
  currency: string | undefined,
): Promise<Offer> {
  if (offer.type === 'discount') {
    const { coupon: shown, ...rest } = offer;
    const coupon = await provider.getCoupon(offer.couponId, currency);
    if (coupon && shown && terms(coupon) !== terms(shown))
      throw new FairwellError('offer_ineligible', 'The coupon has changed since it was offered');
    return coupon ? { ...rest, coupon } : rest;
  }
  if (offer.type !== 'planChange' || action.type !== 'planChange') return offer;
  const price = await provider.getPrice(action.priceId);
  return { ...offer, options: price ? [{ priceId: action.priceId, price }] : [] };
}

interface Terms {
  now: Date;
  settings: Settings;
  reason: CancelReason;
  offer: Offer | undefined;
}

/** The change to a subscription that an action asks for; null where it asks for none. */
const toChange: {
  [T in ActionType]: (
    action: ActionMap[T],
    subscription: Subscription,
    terms: Terms,
  ) => Change | null;
} = {
  cancel: (_action, _subscription, { settings, reason }) => ({
    type: 'cancel',
    at: settings.cancelAt,
    reason,
  }),
  discount: ({ couponId }, _subscription, { settings }) => ({
    type: 'discount',
    couponId,
    stack: settings.stackCoupons,
  }),
  pause(action, subscription, { offer, now, settings }) {
    const start = offer?.type === 'pause' ? pauseStart(offer, [subscription], now) : now;
    return {
      type: 'pause',
      startsAt: start.toISOString(),
      resumesAt: new Date(pauseEnd(action, start)).toISOString(),
      invoices: settings.pauseInvoices,
    };
  },
  planChange: ({ priceId }, _subscription, { settings }) => ({
    type: 'planChange',
    priceId,
    prorate: settings.prorate,
  }),
  trialExtension: ({ days }, { status }) =>
    status.name === 'trial'
      ? {
          type: 'trialExtension',
          trialEnd: addDays(new Date(status.trial.end), days).toISOString(),
        }
      : null,
  contact: () => null,
  redirect: () => null,
  custom: () => null,
};

function change<T extends ActionType>(
  type: T,
  action: ActionMap[T],
  subscription: Subscription,
  terms: Terms,
): Change | null {
  return toChange[type](action, subscription, terms);
}

export interface Decision {
  action: Action;
  offer: Offer | undefined;
  reason: CancelReason;
  settings: Settings;
  context: EligibilityContext;
}

/**
 * What to change at the provider to carry a decision out.
 * @throws {FairwellError} if the offer may not be made any more, or the provider cannot do it.
 */
export async function planChanges(
  { action, offer, reason, settings, context }: Decision,
  provider: BillingProvider,
): Promise<PlannedChange[]> {
  const { subscriptions, now } = context;
  if (offer) {
    const fresh = await refreshed(offer, action, provider, currencyOf(subscriptions));
    const why = ineligibility(fresh, context);
    if (why) throw new FairwellError(refusals[why], `The offer can no longer be made: ${why}`);
  } else if (!provider.capabilities.has('cancel'))
    throw new FairwellError('action_unsupported', `${provider.name} cannot cancel`);
  // Found out now, before anything is changed: of several subscriptions none or all are.
  if (action.type === 'planChange' && subscriptions.some(({ items }) => items.length !== 1))
    throw new FairwellError('action_unsupported', 'Only a subscription to one plan can change it');
  return subscriptions.flatMap((subscription): PlannedChange[] => {
    const wanted = change(action.type, action, subscription, { now, settings, reason, offer });
    return wanted ? [{ subscriptionId: subscription.id, change: wanted }] : [];
  });
}
