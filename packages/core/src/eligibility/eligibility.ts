import type {
  CompliancePolicy,
  Offer,
  OfferMap,
  OfferType,
  Price,
  Subscription,
} from '@fairwell/contract';
import { addMonths } from '../dates/dates.js';

/** Why an offer may not be made to this customer now. */
export type Ineligibility =
  | 'compliance'
  | 'unsupported'
  | 'no_subscription'
  | 'canceling'
  | 'coupon_unknown'
  | 'coupon_currency'
  | 'trialing'
  | 'cooldown'
  | 'not_monthly'
  | 'paused'
  | 'no_plan'
  | 'not_on_trial'
  | 'used_before';

/** An offer this customer accepted earlier. */
export interface PastOffer {
  type: OfferType;
  /** ISO 8601 UTC. */
  acceptedAt: string;
  /** Pause only: when billing resumed or will resume. The cooldown counts from here. ISO 8601 UTC. */
  resumedAt?: string | undefined;
}

export interface EligibilitySettings {
  /** Months between two accepted discounts; 0 for none. */
  discountCooldownMonths: number;
  /** Months between the end of a pause and the next; 0 for none. */
  pauseCooldownMonths: number;
  /** Offer a pause to subscriptions that are not billed monthly too. */
  pauseForAnnual: boolean;
}

export const defaultEligibilitySettings: EligibilitySettings = {
  discountCooldownMonths: 3,
  pauseCooldownMonths: 3,
  pauseForAnnual: false,
};

export interface EligibilityContext {
  /** The subscriptions that an accepted offer would change. */
  subscriptions: readonly Subscription[];
  now: Date;
  /** Offer types that somebody can carry out: the billing provider, or the host's handlers. */
  capabilities: ReadonlySet<OfferType>;
  policy: CompliancePolicy;
  history: readonly PastOffer[];
  settings: EligibilitySettings;
}

function priceOf(subscription: Subscription): Price | undefined {
  return subscription.items[0]?.price;
}

function isMonthly(price: Price | undefined): boolean {
  return price?.interval === 'month' && price.intervalCount === 1;
}

function inCooldown(
  type: OfferType,
  months: number,
  { history, now }: EligibilityContext,
): boolean {
  return history.some(
    (past) =>
      past.type === type && addMonths(new Date(past.resumedAt ?? past.acceptedAt), months) > now,
  );
}

/** Can this plan be switched to: known, in the same currency, and not the current one. */
export function isPlanAvailable(
  price: Price | undefined,
  subscriptions: readonly Subscription[],
): price is Price {
  return (
    price !== undefined &&
    subscriptions.every((subscription) => {
      const current = priceOf(subscription);
      return (
        current !== undefined &&
        current.id !== price.id &&
        current.amount.currency.toLowerCase() === price.amount.currency.toLowerCase()
      );
    })
  );
}

const checks: {
  [T in OfferType]: (offer: OfferMap[T], context: EligibilityContext) => Ineligibility | null;
} = {
  discount({ coupon }, context) {
    if (!coupon) return 'coupon_unknown';
    const { subscriptions, settings } = context;
    if (
      'amountOff' in coupon &&
      subscriptions.some(
        (subscription) =>
          priceOf(subscription)?.amount.currency.toLowerCase() !== coupon.currency.toLowerCase(),
      )
    )
      return 'coupon_currency';
    // A discount on a trial is spent on months that cost nothing, unless it waits for one invoice.
    if (coupon.duration !== 'once' && subscriptions.some(({ status }) => status.name === 'trial'))
      return 'trialing';
    return inCooldown('discount', settings.discountCooldownMonths, context) ? 'cooldown' : null;
  },
  pause(_offer, context) {
    const { subscriptions, settings } = context;
    if (subscriptions.some(({ status }) => status.name === 'paused')) return 'paused';
    if (subscriptions.some(({ status }) => status.name === 'trial')) return 'trialing';
    if (!settings.pauseForAnnual && !subscriptions.every((each) => isMonthly(priceOf(each))))
      return 'not_monthly';
    return inCooldown('pause', settings.pauseCooldownMonths, context) ? 'cooldown' : null;
  },
  planChange({ options }, { subscriptions }) {
    return options.some(({ price }) => isPlanAvailable(price, subscriptions)) ? null : 'no_plan';
  },
  trialExtension(_offer, { subscriptions, history, now }) {
    const isOnTrial = ({ status }: Subscription): boolean =>
      status.name === 'trial' && new Date(status.trial.end) > now;
    if (!subscriptions.every(isOnTrial)) return 'not_on_trial';
    return history.some(({ type }) => type === 'trialExtension') ? 'used_before' : null;
  },
  // Without a handler the page goes to the address.
  contact: ({ url }, { capabilities }) =>
    url || capabilities.has('contact') ? null : 'unsupported',
  redirect: () => null,
  custom: () => null,
};

function check<T extends OfferType>(type: T, offer: OfferMap[T], context: EligibilityContext) {
  return checks[type](offer, context);
}

/** These change nothing at the billing provider, so any state of the subscription will do. */
const talkOnly: ReadonlySet<OfferType> = new Set<OfferType>(['contact', 'redirect', 'custom']);

/**
 * Why this offer may not be made, or null if it may. Asked when the flow opens and again when the
 * offer is accepted. `coupon` and `price` must have been filled in from the billing provider.
 */
export function ineligibility(offer: Offer, context: EligibilityContext): Ineligibility | null {
  if (!context.policy.offers) return 'compliance';
  if (!talkOnly.has(offer.type)) {
    if (!context.capabilities.has(offer.type)) return 'unsupported';
    if (context.subscriptions.length === 0) return 'no_subscription';
    if (context.subscriptions.some((each) => each.cancelAt || each.status.name === 'canceled'))
      return 'canceling';
  }
  return check(offer.type, offer, context);
}
