import type { Subscription } from '@fairwell/contract';
import { element } from '../dom.ts';
import { termsOf, type Terms } from './subscription-terms.ts';

function fact(name: string, value: string, field: string): HTMLElement {
  return element('div', {}, element('dt', {}, name), element('dd', { 'data-field': field }, value));
}

function priceLine({ price, priceBefore }: Terms): HTMLElement | null {
  if (!price) return null;
  return element(
    'p',
    { class: 'price' },
    element('span', { 'data-field': 'price' }, price),
    priceBefore &&
      element(
        's',
        { 'data-field': 'price-before' },
        element('span', { class: 'visually-hidden' }, 'instead of '),
        priceBefore,
      ),
  );
}

function subscriptionCard(subscription: Subscription, locale: string): HTMLElement {
  const terms = termsOf(subscription, locale);
  const { plan, status, discounts, nextPayment, end, since } = terms;
  return element(
    'article',
    { class: 'card', 'data-subscription': subscription.id },
    element(
      'header',
      {},
      element('h2', { 'data-field': 'plan' }, plan),
      element(
        'p',
        { class: 'badge', 'data-tone': status.tone, 'data-field': 'status' },
        status.name,
      ),
    ),
    priceLine(terms),
    ...discounts.map((words) =>
      element('p', { class: 'discount', 'data-field': 'discount' }, words),
    ),
    element(
      'dl',
      { class: 'facts' },
      fact('Next payment', nextPayment, 'next-payment'),
      end ? fact(subscription.status.name === 'canceled' ? 'Ended' : 'Ends', end, 'end') : null,
      fact('Subscriber since', since, 'since'),
    ),
  );
}

/** What there is left to cancel. */
export function cancelable(subscriptions: readonly Subscription[]): Subscription[] {
  return subscriptions.filter(({ status, cancelAt }) => status.name !== 'canceled' && !cancelAt);
}

/** Shows the subscriptions in place of those shown before. */
export function showSubscriptions(
  place: HTMLElement,
  subscriptions: readonly Subscription[],
  locale: string,
): void {
  place.replaceChildren(...subscriptions.map((each) => subscriptionCard(each, locale)));
}

/** Lets the customer say which of several subscriptions is meant; empty for all of them. */
export function offerChoice(
  control: HTMLSelectElement,
  subscriptions: readonly Subscription[],
  locale: string,
): void {
  control.replaceChildren(
    element('option', { value: '' }, 'All of them'),
    ...subscriptions.map((each) =>
      element('option', { value: each.id }, termsOf(each, locale).plan),
    ),
  );
}
