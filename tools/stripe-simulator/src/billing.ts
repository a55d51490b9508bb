import type Stripe from 'stripe';
import { periodEnd } from './calendar.ts';
import { removeDiscount, couponOf } from './resources/discounts.ts';
import {
  draftInvoice,
  finalizeInvoice,
  subscriptionOf,
  voidInvoice,
  writeOffInvoice,
} from './resources/invoices.ts';
import type { InvoiceInput } from './resources/invoices.ts';
import type { PendingLine } from './resources/invoice-lines.ts';
import { customerOf, requireCustomer, requireSubscription } from './resources/lookup.ts';
import { collect } from './resources/payments.ts';
import type { PaymentOutcome } from './resources/payments.ts';
import {
  changeSubscription,
  currentPeriod,
  cycleOf,
  itemList,
  withPeriod,
} from './resources/subscriptions.ts';
import type { Period } from './resources/subscriptions.ts';
import type { Store } from './store.ts';
import { idOf } from './types.ts';

/**
 * Invoices what is pending and, with `withPeriod`, the current period of every item; finalizes the
 * invoice at once and collects it, unless collection is paused. An unpaid one makes the subscription
 * past due. Nothing to invoice, no invoice.
 */
function invoice(
  store: Store,
  id: string,
  reason: InvoiceInput['reason'],
  periodLines: readonly PendingLine[],
): void {
  const subscription = requireSubscription(store, id);
  const lines = [...(store.pendingLines.get(id) ?? []), ...periodLines];
  if (lines.length === 0) return;
  store.pendingLines.delete(id);
  const draft = draftInvoice(store, { subscription, reason, lines });
  useUpDiscounts(store, id);
  const pause = subscription.pause_collection;
  if (pause?.behavior === 'keep_as_draft') return;
  const open = finalizeInvoice(store, draft);
  if (pause) {
    (pause.behavior === 'void' ? voidInvoice : writeOffInvoice)(store, open);
    return;
  }
  followPayment(store, id, collect(store, open, defaultMethod(store, subscription)));
}

/** A coupon of the duration `once` is for one invoice. */
function useUpDiscounts(store: Store, id: string): void {
  const { discounts } = requireSubscription(store, id);
  const used = discounts.map(idOf).filter((one) => couponOf(store, one).duration === 'once');
  for (const discount of used) removeDiscount(store, discount);
  changeSubscription(store, id, {
    discounts: discounts.filter((one) => !used.includes(idOf(one))),
  });
}

/** What the invoices of a subscription are paid with; its own method wins over the customer’s. */
export function defaultMethod(
  store: Store,
  subscription: Stripe.Subscription,
): Stripe.PaymentMethod | null {
  const customer = requireCustomer(store, customerOf(subscription));
  const method =
    subscription.default_payment_method ?? customer.invoice_settings.default_payment_method;
  return (method === null ? undefined : store.paymentMethods.get(idOf(method))) ?? null;
}

/** The status of a subscription after an attempt to pay one of its invoices. */
export function followPayment(store: Store, id: string, outcome: PaymentOutcome): void {
  const { status } = requireSubscription(store, id);
  if (outcome !== 'paid') {
    if (status === 'active' || status === 'trialing') {
      changeSubscription(store, id, { status: 'past_due' });
    }
    return;
  }
  const owes = store.invoices
    .all()
    .some((one) => one.status === 'open' && subscriptionOf(one) === id);
  if (!owes && (status === 'past_due' || status === 'unpaid' || status === 'incomplete')) {
    changeSubscription(store, id, { status: 'active' });
  }
}

function periodLines(subscription: Stripe.Subscription): PendingLine[] {
  const isTrial = subscription.status === 'trialing';
  return subscription.items.data.map((item) => {
    const quantity = item.quantity ?? 1;
    const name = item.price.nickname ?? item.price.id;
    return {
      amount: isTrial ? 0 : (item.price.unit_amount ?? 0) * quantity,
      description: isTrial ? `Trial period for ${name}` : `${quantity} × ${name}`,
      quantity,
      price: item.price,
      item: item.id,
      start: item.current_period_start,
      end: item.current_period_end,
      isProration: false,
    };
  });
}

/** Invoices the current period, and what is pending. */
export function invoicePeriod(store: Store, id: string, reason: InvoiceInput['reason']): void {
  invoice(store, id, reason, periodLines(requireSubscription(store, id)));
}

/** Invoices what is pending, now. */
export function invoicePending(store: Store, id: string): void {
  invoice(store, id, 'subscription_update', []);
}

/** Begins a new period now and invoices it. */
export function renew(store: Store, id: string): void {
  const subscription = requireSubscription(store, id);
  const { billing_cycle_anchor: anchor } = subscription;
  const start = currentPeriod(subscription).end;
  const period = { start, end: periodEnd(anchor, cycleOf(subscription), start) };
  changeSubscription(store, id, movedTo(subscription, period));
  invoicePeriod(store, id, 'subscription_cycle');
}

/** Ends the trial now: the paid periods are counted from here. */
export function endTrial(store: Store, id: string): void {
  const trial = requireSubscription(store, id);
  changeSubscription(store, id, {
    trial_end: store.now,
    status: 'active',
    ...restarted(store, trial),
  });
  invoicePeriod(store, id, 'subscription_cycle');
}

/** The changes that begin a new cycle of periods now. */
export function restarted(
  store: Store,
  subscription: Stripe.Subscription,
): Pick<Stripe.Subscription, 'billing_cycle_anchor' | 'items'> {
  const end = periodEnd(store.now, cycleOf(subscription), store.now);
  return {
    billing_cycle_anchor: store.now,
    ...movedTo(subscription, { start: store.now, end }),
  };
}

/** The changes that put every item into a period. */
export function movedTo(
  subscription: Stripe.Subscription,
  period: Period,
): Pick<Stripe.Subscription, 'items'> {
  const items = subscription.items.data.map((item) => withPeriod(item, period));
  return { items: itemList(subscription.id, items) };
}

/**
 * The lines that even out a change in mid-period: a credit for what is left of an item, or with the
 * sign turned a charge for what is left with the new one. Rounded to the smallest unit.
 */
export function prorationLine(
  store: Store,
  item: Stripe.SubscriptionItem,
  kind: 'credit' | 'charge',
): PendingLine {
  const { current_period_start: start, current_period_end: end, price } = item;
  const quantity = item.quantity ?? 1;
  const left = (end - store.now) / (end - start);
  const amount = Math.round((price.unit_amount ?? 0) * quantity * left);
  const name = price.nickname ?? price.id;
  return {
    amount: kind === 'credit' ? -amount : amount,
    description: `${kind === 'credit' ? 'Unused' : 'Remaining'} time on ${quantity} × ${name}`,
    quantity,
    price,
    item: item.id,
    start: store.now,
    end,
    isProration: true,
  };
}

export function addPending(store: Store, id: string, lines: readonly PendingLine[]): void {
  store.pendingLines.set(id, [...(store.pendingLines.get(id) ?? []), ...lines]);
}
