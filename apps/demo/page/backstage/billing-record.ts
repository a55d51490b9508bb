import type { Subscription } from '@fairwell/contract';
import type { Invoice } from '@fairwell/service';
import { formatDate, formatMoney } from '@fairwell/core';
import { element } from '../dom.ts';

const locale = 'en';

function row(id: string, words: readonly string[]): HTMLLIElement {
  return element('li', {}, element('code', {}, id), element('span', {}, words.join(', ')));
}

function statusWords({ status, cancelAt }: Subscription): string[] {
  const ends = cancelAt ? [`ends on ${formatDate(cancelAt, locale)}`] : [];
  if (status.name !== 'paused') return [status.name, ...ends];
  const { start, end } = status.pause;
  const until = end ? ` until ${formatDate(end, locale)}` : '';
  return [`paused from ${formatDate(start, locale)}${until}`, ...ends];
}

function subscriptionWords(subscription: Subscription): string[] {
  const { items, discounts = [] } = subscription;
  return [
    ...statusWords(subscription),
    ...items.map(({ price }) => price.id),
    ...discounts.map(({ coupon }) => `coupon ${coupon.id}`),
  ];
}

function invoiceWords({ state, amountDue, dueAt }: Invoice): string[] {
  const due = state === 'paid' ? [] : [formatMoney(amountDue, locale)];
  return [state, ...due, formatDate(dueAt, locale)];
}

/** Shows what the billing provider has. */
export function showBilling(
  list: HTMLElement,
  {
    subscriptions,
    invoices,
  }: { subscriptions: readonly Subscription[]; invoices: readonly Invoice[] },
): void {
  list.replaceChildren(
    ...subscriptions.map((each) => row(each.id, subscriptionWords(each))),
    ...invoices.map((each) => row(each.id, invoiceWords(each))),
  );
}
