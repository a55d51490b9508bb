import type { Metrics, ReportedOfferType, SessionResult } from '@fairwell/contract';

/** Sessions that are alike, without those that bounced. */
export interface SessionGroup {
  result: SessionResult;
  /** The types of the offers that were shown, with commas. */
  presented: string;
  /** Was an invoice paid afterwards. */
  reactivated: boolean;
  count: number;
}

/** What was paid after sessions that saved a customer. */
export interface Payments {
  currency: string;
  /** In the currency's smallest unit. */
  amount: number;
  /** After how many sessions. */
  sessions: number;
}

const acceptedAs: Record<Exclude<SessionResult, 'abort' | 'cancel'>, ReportedOfferType> = {
  discount: 'DISCOUNT',
  pause: 'PAUSE',
  plan_change: 'PLAN_CHANGE',
  trial_extension: 'TRIAL_EXTENSION',
  contact: 'CONTACT',
  redirect: 'REDIRECT',
  custom: 'CUSTOM',
};

function acceptedIn({ result }: SessionGroup): ReportedOfferType | undefined {
  return result === 'abort' || result === 'cancel' ? undefined : acceptedAs[result];
}

function total(groups: readonly SessionGroup[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/**
 * The figures of sessions. Saved is every session that did not end in a cancellation; reactivated is
 * one that was saved and followed by a paid invoice.
 */
export function figuresOf(groups: readonly SessionGroup[], payments: readonly Payments[]): Metrics {
  const sessions = total(groups);
  const savedGroups = groups.filter(({ result }) => result !== 'cancel');
  const saved = total(savedGroups);
  const reactivated = total(savedGroups.filter((group) => group.reactivated));
  const offers = Object.values(acceptedAs).flatMap((offerType) => {
    const accepted = groups.filter((group) => acceptedIn(group) === offerType);
    // Whoever accepted an offer was shown it, whatever became of the event that told so.
    const presented = groups.filter(
      (group) => acceptedIn(group) === offerType || group.presented.split(',').includes(offerType),
    );
    if (presented.length === 0) return [];
    const [shown, taken] = [total(presented), total(accepted)];
    return [{ offerType, presented: shown, accepted: taken, acceptanceRate: share(taken, shown) }];
  });
  return {
    sessions,
    canceled: sessions - saved,
    saved,
    saveRate: share(saved, sessions),
    offers,
    reactivated,
    reactivationRate: share(reactivated, saved),
    boostedRevenue: payments.map(({ currency, amount, sessions: paid }) => ({
      currency,
      amount,
      reactivated: paid,
      average: amount / paid,
    })),
  };
}
