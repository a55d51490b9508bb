import type {
  Action,
  ActionMap,
  ActionType,
  Coupon,
  Flow,
  Mode,
  Offer,
  OfferMap,
  OfferType,
  Outcome,
  OutcomeMap,
  PresentedOffer,
  ReportedAcceptance,
  ReportedMode,
  ReportedOffer,
  ReportedOfferType,
} from '@fairwell/contract';
import { findOffer } from '@fairwell/core';

export const reportedModes: Record<Mode, ReportedMode> = {
  live: 'LIVE',
  test: 'TEST',
  sandbox: 'SANDBOX',
};

export const reportedOfferTypes: Record<OfferType, ReportedOfferType> = {
  discount: 'DISCOUNT',
  pause: 'PAUSE',
  planChange: 'PLAN_CHANGE',
  trialExtension: 'TRIAL_EXTENSION',
  contact: 'CONTACT',
  redirect: 'REDIRECT',
  custom: 'CUSTOM',
};

const pauseUnits = { month: 'MONTH', week: 'WEEK' } as const;

type Configuration = Partial<
  Pick<
    ReportedOffer,
    | 'discountConfig'
    | 'pauseConfig'
    | 'trialExtensionConfig'
    | 'planChangeConfig'
    | 'redirectConfig'
  >
>;

const configurations: { [T in OfferType]: (offer: OfferMap[T]) => Configuration } = {
  discount: ({ couponId }) => ({ discountConfig: { couponId } }),
  pause: ({ maxLength, interval, datePicker = false }) => ({
    pauseConfig: { maxPauseLength: maxLength, pauseInterval: pauseUnits[interval], datePicker },
  }),
  planChange: ({ options }) => ({
    planChangeConfig: { options: options.map(({ priceId }) => priceId) },
  }),
  trialExtension: ({ days }) => ({ trialExtensionConfig: { trialExtensionDays: days } }),
  contact: () => ({}),
  redirect: ({ url, label }) => ({ redirectConfig: { redirectUrl: url, redirectLabel: label } }),
  custom: () => ({}),
};

function configurationOf<T extends OfferType>(type: T, offer: OfferMap[T]): Configuration {
  return configurations[type](offer);
}

/** Offers as data tells them that leaves the service. */
export function reportedOffers(flow: Flow, presented: readonly PresentedOffer[]): ReportedOffer[] {
  return presented.flatMap(({ offerId, presentedAt, answer, answeredAt }): ReportedOffer[] => {
    const offer: Offer | undefined = findOffer(flow, offerId);
    if (!offer) return [];
    return [
      {
        guid: offerId,
        offerType: reportedOfferTypes[offer.type],
        accepted: answer === 'accepted',
        presentedAt,
        ...(answer === 'accepted' && answeredAt && { acceptedAt: answeredAt }),
        ...(answer === 'declined' && answeredAt && { declinedAt: answeredAt }),
        surveyOffer: offerId.includes('/'),
        ...configurationOf(offer.type, offer),
      },
    ];
  });
}

function couponTerms(coupon: Coupon): Partial<ReportedAcceptance> {
  const { duration, durationInMonths } = coupon;
  return {
    ...('percentOff' in coupon
      ? { couponType: 'PERCENT', couponAmount: coupon.percentOff }
      : { couponType: 'AMOUNT', couponAmount: coupon.amountOff }),
    ...(duration === 'forever' && { couponDuration: null }),
    ...(duration === 'repeating' &&
      durationInMonths !== undefined && { couponDuration: durationInMonths }),
  };
}

type OfferAction = Exclude<ActionType, 'cancel'>;
type Terms = Omit<ReportedAcceptance, 'guid' | 'offerType'>;

const terms: {
  [T in OfferAction]: (action: ActionMap[T], outcome: OutcomeMap[T] | undefined) => Terms;
} = {
  discount: ({ couponId }, outcome) => ({
    couponId,
    ...(outcome?.coupon && couponTerms(outcome.coupon)),
  }),
  pause({ interval, length, until }, outcome) {
    const end = outcome?.resumesAt ?? until;
    return {
      pauseInterval: pauseUnits[interval],
      ...(length !== undefined && { pauseDuration: length }),
      ...(end !== undefined && { pauseEndDate: end }),
    };
  },
  planChange: ({ priceId }, outcome) => ({
    newPlanId: priceId,
    ...(outcome?.price && { newPlanPrice: outcome.price.amount.value }),
  }),
  trialExtension: ({ days }) => ({ trialExtensionDays: days }),
  contact: () => ({}),
  redirect: ({ url }) => ({ redirectUrl: url }),
  custom: () => ({}),
};

function isOutcomeOf<T extends ActionType>(outcome: Outcome, type: T): outcome is OutcomeMap[T] {
  return outcome.type === type;
}

function termsOf<T extends OfferAction>(
  type: T,
  action: ActionMap[T],
  outcome: Outcome | undefined,
): Terms {
  return terms[type](action, outcome && isOutcomeOf(outcome, type) ? outcome : undefined);
}

/** What was accepted, as data tells it that leaves the service; undefined for a cancellation. */
export function reportedAcceptance(
  action: Action,
  outcome: Outcome | undefined,
): ReportedAcceptance | undefined {
  if (action.type === 'cancel') return undefined;
  return {
    guid: action.offerId,
    offerType: reportedOfferTypes[action.type],
    ...termsOf(action.type, action, outcome),
  };
}
