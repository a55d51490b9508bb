import type Stripe from 'stripe';
import { prorationLine } from '../billing.ts';
import { invalidRequest, parameterMissing, resourceMissing } from '../errors.ts';
import type { Store } from '../store.ts';
import type { PendingLine } from './invoice-lines.ts';
import { requireActivePrice } from './lookup.ts';
import { planOf, recurrence } from './prices.ts';
import { createItem, currentPeriod, cycleOf } from './subscriptions.ts';

type ItemParam = Stripe.SubscriptionUpdateParams.Item;

export interface ItemsPlan {
  readonly items: Stripe.SubscriptionItem[];
  readonly prorations: PendingLine[];
  /** Whether the new prices recur differently, so that a new cycle begins now. */
  readonly startsCycle: boolean;
}

/**
 * What the `items` parameter asks for, checked: an entry with an id changes or removes that item, one
 * without adds one, and items that are not mentioned stay. Throws an `ApiError` (400) before anything
 * is changed.
 */
export function planItems(
  store: Store,
  subscription: Stripe.Subscription,
  params: readonly ItemParam[],
): ItemsPlan {
  const before = subscription.items.data;
  const after = new Map(before.map((item) => [item.id, item]));
  params.forEach((param, index) => {
    const item = planItem(store, subscription, param, `items[${index}]`);
    if (param.deleted === true) after.delete(item.id);
    else after.set(item.id, item);
  });
  const items = [...after.values()];
  assertTogether(items);
  const isTrial = subscription.status === 'trialing';
  const startsCycle = !isTrial && isOtherCycle(subscription, items);
  const changed = (item: Stripe.SubscriptionItem, others: readonly Stripe.SubscriptionItem[]) =>
    !others.some((one) => one === item);
  const credits = before
    .filter((item) => changed(item, items))
    .map((item) => prorationLine(store, item, 'credit'));
  const charges = items
    .filter((item) => changed(item, before))
    .map((item) => prorationLine(store, item, 'charge'));
  return {
    items,
    prorations: isTrial ? [] : startsCycle ? credits : [...credits, ...charges],
    startsCycle,
  };
}

function planItem(
  store: Store,
  subscription: Stripe.Subscription,
  param: ItemParam,
  path: string,
): Stripe.SubscriptionItem {
  const price =
    param.price === undefined
      ? undefined
      : requireActivePrice(store, param.price, `${path}[price]`);
  if (price && price.currency !== subscription.currency) {
    const message = `The price specified is in ${price.currency}; the subscription is in ${subscription.currency}.`;
    throw invalidRequest(message, `${path}[price]`);
  }
  if (param.id === undefined) {
    if (!price) throw parameterMissing(`${path}[price]`);
    return createItem(
      store,
      subscription.id,
      price,
      param.quantity ?? 1,
      currentPeriod(subscription),
    );
  }
  const item = subscription.items.data.find((one) => one.id === param.id);
  if (!item) throw resourceMissing('subscription item', param.id, `${path}[id]`);
  const isSame =
    (!price || price.id === item.price.id) &&
    (param.quantity === undefined || param.quantity === item.quantity);
  if (isSame) return item;
  return {
    ...item,
    ...(price && { price, plan: planOf(price) }),
    ...(param.quantity !== undefined && { quantity: param.quantity }),
  };
}

function assertTogether(items: readonly Stripe.SubscriptionItem[]): void {
  const [first] = items;
  if (!first) {
    throw invalidRequest('A subscription must have at least one active price.', 'items');
  }
  const prices = items.map((item) => item.price.id);
  const twice = prices.find((price, index) => prices.indexOf(price) !== index);
  if (twice !== undefined) {
    const message = `Cannot add multiple subscription items with the same plan: ${twice}`;
    throw invalidRequest(message, 'items');
  }
  if (items.some((item) => !isSameCycle(recurrence(item.price), recurrence(first.price)))) {
    throw invalidRequest('All prices of a subscription must have the same interval.', 'items');
  }
}

function isOtherCycle(
  subscription: Stripe.Subscription,
  items: readonly Stripe.SubscriptionItem[],
): boolean {
  const cycle = cycleOf(subscription);
  return items.some((item) => !isSameCycle(recurrence(item.price), cycle));
}

function isSameCycle(one: Stripe.Price.Recurring, other: Stripe.Price.Recurring): boolean {
  return one.interval === other.interval && one.interval_count === other.interval_count;
}
