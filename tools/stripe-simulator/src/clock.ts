import type Stripe from 'stripe';
import { endTrial, renew } from './billing.ts';
import { addDays } from './calendar.ts';
import { removeDiscount } from './resources/discounts.ts';
import { terminate } from './resources/subscription-cancel.ts';
import { nextPhase } from './resources/subscription-schedules.ts';
import { changeSubscription, currentPeriod, hasEnded } from './resources/subscriptions.ts';
import type { Store } from './store.ts';
import { idOf } from './types.ts';

/** Days before the end of a trial when Stripe announces it. */
const trialNotice = 3;

/** Something that happens by itself. Of two at the same instant, the one listed first comes first. */
interface Due {
  readonly at: number;
  run(): void;
}

/**
 * Brings the account to the clock's time: everything due until then happens in the order of its time,
 * and at its time. Collection resumes and discounts end before a period is renewed, and a subscription
 * that is to end is not renewed first.
 */
export function catchUp(store: Store): void {
  const target = store.clockNow();
  for (;;) {
    const next = earliest(store);
    if (!next || next.at > target) break;
    store.now = Math.max(store.now, next.at);
    next.run();
  }
  store.now = Math.max(store.now, target);
}

function earliest(store: Store): Due | undefined {
  const due = [
    ...store.coupons.all().flatMap((coupon) => ofCoupon(store, coupon)),
    ...store.subscriptions.all().flatMap((subscription) => ofSubscription(store, subscription)),
  ];
  return due.reduce<Due | undefined>(
    (first, one) => (first && first.at <= one.at ? first : one),
    undefined,
  );
}

function ofCoupon(store: Store, coupon: Stripe.Coupon): Due[] {
  if (!coupon.valid || coupon.redeem_by === null) return [];
  const run = () => store.coupons.put({ ...coupon, valid: false });
  return [{ at: coupon.redeem_by, run }];
}

function ofSubscription(store: Store, subscription: Stripe.Subscription): Due[] {
  const { id, status } = subscription;
  if (hasEnded(subscription)) return [];
  const due: Due[] = [...discountEnds(store, subscription)];
  const resumes = subscription.pause_collection?.resumes_at ?? null;
  if (resumes !== null) {
    due.push({ at: resumes, run: () => changeSubscription(store, id, { pause_collection: null }) });
  }
  if (subscription.cancel_at !== null) {
    due.push({ at: subscription.cancel_at, run: () => terminate(store, id, {}) });
  }
  const schedule = subscription.schedule
    ? store.subscriptionSchedules.get(idOf(subscription.schedule))
    : undefined;
  if (schedule?.current_phase) {
    due.push({ at: schedule.current_phase.end_date, run: () => nextPhase(store, schedule) });
  }
  if (status === 'trialing' && subscription.trial_end !== null) {
    due.push(...trialNotices(store, subscription, subscription.trial_end));
    due.push({ at: subscription.trial_end, run: () => endTrial(store, id) });
  } else if (status === 'active' || status === 'past_due') {
    due.push({ at: currentPeriod(subscription).end, run: () => renew(store, id) });
  }
  return due;
}

function trialNotices(store: Store, subscription: Stripe.Subscription, end: number): Due[] {
  const isGiven = store.events.some(
    (event) =>
      event.type === 'customer.subscription.trial_will_end' &&
      event.data.object.id === subscription.id &&
      event.data.object.trial_end === end,
  );
  if (isGiven) return [];
  const run = () =>
    store.emit({ type: 'customer.subscription.trial_will_end', data: { object: subscription } });
  return [{ at: addDays(end, -trialNotice), run }];
}

function discountEnds(store: Store, subscription: Stripe.Subscription): Due[] {
  return subscription.discounts.map(idOf).flatMap((id) => {
    const end = store.discounts.get(id)?.end ?? null;
    if (end === null) return [];
    const run = () => {
      removeDiscount(store, id);
      changeSubscription(store, subscription.id, {
        discounts: subscription.discounts.filter((one) => idOf(one) !== id),
      });
    };
    return [{ at: end, run }];
  });
}
