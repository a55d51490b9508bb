import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { errorOf, seconds, testAccount } from '../testing/account.ts';
import type { TestAccount } from '../testing/account.ts';

interface Subscribed extends TestAccount {
  readonly id: string;
  readonly item: string;
  readonly lite: string;
}

/** Pro for 29.00 a month, half of which is over. */
async function halfWay(): Promise<Subscribed> {
  const account = await testAccount();
  const { state } = account;
  const pro = state.seedPrice({ amount: 2900, nickname: 'Pro' }).id;
  const lite = state.seedPrice({ amount: 900, nickname: 'Lite' }).id;
  const { id, items } = state.seedSubscription({ price: pro });
  account.moveTo('2026-01-31T00:00:00Z');
  return { ...account, id, item: items.data[0]?.id ?? '', lite };
}

async function totals({ stripe, id }: Subscribed): Promise<number[]> {
  return (await stripe.invoices.list({ subscription: id })).data.map(({ total }) => total);
}

test('changes the price of an item without proration', async () => {
  const account = await halfWay();
  const { stripe, id, item, lite, moveTo } = account;
  const changed = await stripe.subscriptions.update(id, {
    items: [{ id: item, price: lite }],
    proration_behavior: 'none',
  });
  expect(changed.items.data).toHaveLength(1);
  expect(changed.items.data[0]).toMatchObject({
    id: item,
    price: { id: lite },
    plan: { id: lite },
    current_period_end: seconds('2026-02-15T12:00:00Z'),
  });
  moveTo('2026-02-15T12:00:00Z');
  expect(await totals(account)).toEqual([900, 2900]);
});

test('puts the proration on the next invoice', async () => {
  const account = await halfWay();
  const { stripe, id, item, lite, moveTo } = account;
  await stripe.subscriptions.update(id, { items: [{ id: item, price: lite }] });
  expect(await totals(account)).toEqual([2900]);
  moveTo('2026-02-15T12:00:00Z');
  // 900 for the new period, 450 for the rest of the old one, less 1450 that was paid for it.
  expect(await totals(account)).toEqual([-100, 2900]);
  moveTo('2026-03-15T12:00:00Z');
  const [invoice] = (await stripe.invoices.list({ subscription: id })).data;
  expect(invoice).toMatchObject({ total: 900, starting_balance: -100, amount_paid: 800 });
});

test('invoices the proration at once', async () => {
  const account = await halfWay();
  const { stripe, state, id, item } = account;
  const max = state.seedPrice({ amount: 9900 }).id;
  await stripe.subscriptions.update(id, {
    items: [{ id: item, price: max }],
    proration_behavior: 'always_invoice',
  });
  expect(await totals(account)).toEqual([4950 - 1450, 2900]);
});

test('begins a new cycle, billed at once, when the new price recurs otherwise', async () => {
  const account = await halfWay();
  const { stripe, state, id, item } = account;
  const yearly = state.seedPrice({ amount: 29000, interval: 'year' }).id;
  const changed = await stripe.subscriptions.update(id, { items: [{ id: item, price: yearly }] });
  expect(changed.items.data[0]).toMatchObject({
    current_period_start: seconds('2026-01-31T00:00:00Z'),
    current_period_end: seconds('2027-01-31T00:00:00Z'),
  });
  expect(await totals(account)).toEqual([29000 - 1450, 2900]);
});

test('does not change to a plan that cannot be paid, where that is asked for', async () => {
  const { stripe, state } = await halfWay();
  const { id: customer } = state.seedCustomer({ card: 'pm_card_chargeCustomerFail' });
  const { id, items } = state.seedSubscription({
    customer,
    price: state.seedPrice({ amount: 2900 }).id,
    status: 'active',
  });
  const yearly = state.seedPrice({ amount: 29000, interval: 'year' }).id;
  const before = await stripe.subscriptions.retrieve(id);
  const change = (payment_behavior: 'error_if_incomplete' | 'pending_if_incomplete') =>
    stripe.subscriptions.update(id, {
      items: [{ id: items.data[0]?.id ?? '', price: yearly }],
      payment_behavior,
    });
  expect((await errorOf(change('error_if_incomplete'))).code).toBe('card_declined');
  expect((await errorOf(change('pending_if_incomplete'))).param).toBe('payment_behavior');
  expect(await stripe.subscriptions.retrieve(id)).toMatchObject({ items: before.items });
});

test('a change during a trial costs nothing', async () => {
  const { stripe, state, lite, moveTo } = await halfWay();
  const price = state.seedPrice({ amount: 2900 }).id;
  const { id, items } = state.seedSubscription({ price, trialDays: 10 });
  await stripe.subscriptions.update(id, { items: [{ id: items.data[0]?.id ?? '', price: lite }] });
  moveTo('2026-02-10T00:00:00Z');
  const { data } = await stripe.invoices.list({ subscription: id });
  expect(data.map(({ total }) => total)).toEqual([900, 0]);
});

test('adds an item where none is named, changes a quantity, and removes one', async () => {
  const { stripe, id, item, lite } = await halfWay();
  const update = async (...items: Stripe.SubscriptionUpdateParams.Item[]) =>
    (await stripe.subscriptions.update(id, { proration_behavior: 'none', items })).items.data;
  const added = await update({ price: lite });
  expect(added.map(({ price }) => price.nickname)).toEqual(['Pro', 'Lite']);
  const more = await update({ id: item, quantity: 3 });
  expect(more.map(({ quantity }) => quantity)).toEqual([3, 1]);
  const less = await update({ id: item, deleted: true });
  expect(less.map(({ price }) => price.nickname)).toEqual(['Lite']);
});

test('refuses what a subscription cannot be made of, and changes nothing', async () => {
  const { stripe, state, id, item, lite } = await halfWay();
  const before = await stripe.subscriptions.retrieve(id);
  const euro = state.seedPrice({ amount: 900, currency: 'eur' }).id;
  const old = state.seedPrice({ amount: 900, active: false }).id;
  const weekly = state.seedPrice({ amount: 900, interval: 'week' }).id;
  const refused = (...items: Stripe.SubscriptionUpdateParams.Item[]) =>
    errorOf(stripe.subscriptions.update(id, { items, description: 'changed' }));

  const param = 'items[0][price]';
  expect(await refused({ id: item, price: 'price_unknown' })).toMatchObject({
    code: 'resource_missing',
    param,
  });
  expect(await refused({ id: item, price: euro })).toMatchObject({ statusCode: 400, param });
  expect(await refused({ id: item, price: old })).toMatchObject({ statusCode: 400, param });
  expect(await refused({ quantity: 2 })).toMatchObject({ code: 'parameter_missing', param });
  expect(await refused({ id: 'si_unknown', price: lite })).toMatchObject({
    code: 'resource_missing',
    param: 'items[0][id]',
  });
  expect(await refused({ id: item, deleted: true })).toMatchObject({ param: 'items' });
  expect(await refused({ price: weekly })).toMatchObject({ param: 'items' });
  expect(await refused({ price: lite }, { price: lite })).toMatchObject({ param: 'items' });
  expect(await stripe.subscriptions.retrieve(id)).toEqual(before);
});
