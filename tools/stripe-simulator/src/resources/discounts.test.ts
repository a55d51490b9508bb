import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { errorOf, seconds, testAccount } from '../testing/account.ts';
import type { TestAccount } from '../testing/account.ts';
import { idOf } from '../types.ts';

async function subscribed(): Promise<TestAccount & { id: string }> {
  const account = await testAccount();
  const { state } = account;
  state.seedCoupon({ id: 'TEN', percent_off: 10, duration: 'forever' });
  state.seedCoupon({ id: 'THREE', percent_off: 30, duration: 'repeating', duration_in_months: 3 });
  const price = state.seedPrice({ amount: 2900, currency: 'eur' });
  return { ...account, id: state.seedSubscription({ price: price.id }).id };
}

function couponsOf(account: TestAccount, subscription: Stripe.Subscription): unknown[] {
  return subscription.discounts.map((discount) =>
    typeof discount === 'string' ? account.state.discounts.get(discount)?.source.coupon : discount,
  );
}

test('a filled list replaces the discounts, and an existing one is kept by its id', async () => {
  const account = await subscribed();
  const { stripe, id } = account;
  const first = await stripe.subscriptions.update(id, { discounts: [{ coupon: 'TEN' }] });
  expect(couponsOf(account, first)).toEqual(['TEN']);

  const [kept = ''] = first.discounts;
  const stacked = await stripe.subscriptions.update(id, {
    discounts: [{ discount: idOf(kept) }, { coupon: 'THREE' }],
  });
  expect(couponsOf(account, stacked)).toEqual(['TEN', 'THREE']);
  expect(stacked.discounts[0]).toBe(kept);

  const replaced = await stripe.subscriptions.update(id, { discounts: [{ coupon: 'TEN' }] });
  expect(couponsOf(account, replaced)).toEqual(['TEN']);
  expect(replaced.discounts[0]).not.toBe(kept);
});

test('an empty list leaves the discounts alone; an empty string clears them', async () => {
  const account = await subscribed();
  const { stripe, id, state } = account;
  await stripe.subscriptions.update(id, { discounts: [{ coupon: 'TEN' }] });

  const same = await stripe.subscriptions.update(id, { discounts: [] });
  expect(couponsOf(account, same)).toEqual(['TEN']);
  const cleared = await stripe.subscriptions.update(id, { discounts: '' });
  expect(cleared.discounts).toEqual([]);
  expect(state.events.map(({ type }) => type).slice(-4)).toEqual([
    'customer.discount.created',
    'customer.subscription.updated',
    'customer.discount.deleted',
    'customer.subscription.updated',
  ]);
});

test('a repeating discount has an end, the others have none', async () => {
  const { stripe, id } = await subscribed();
  const { discounts } = await stripe.subscriptions.update(id, {
    discounts: [{ coupon: 'TEN' }, { coupon: 'THREE' }],
    expand: ['discounts'],
  });
  expect(discounts).toMatchObject([
    { end: null, subscription: id, source: { coupon: 'TEN', type: 'coupon' } },
    { end: seconds('2026-04-15T12:00:00Z'), start: seconds('2026-01-15T12:00:00Z') },
  ]);
});

test('redeems a promotion code for the customer it is for', async () => {
  const { stripe, state, id } = await subscribed();
  const { customer } = await stripe.subscriptions.retrieve(id);
  const mine = state.seedPromotionCode({ coupon: 'TEN', code: 'MINE', customer: idOf(customer) });
  const theirs = state.seedPromotionCode({ coupon: 'TEN', code: 'THEIRS', customer: 'cus_other' });
  const off = state.seedPromotionCode({ coupon: 'TEN', code: 'OFF', active: false });
  const redeem = (code: string) =>
    stripe.subscriptions.update(id, {
      discounts: [{ promotion_code: code }],
      expand: ['discounts.promotion_code'],
    });

  expect((await redeem(mine.id)).discounts).toMatchObject([{ promotion_code: { code: 'MINE' } }]);
  const param = 'discounts[0][promotion_code]';
  expect(await errorOf(redeem(theirs.id))).toMatchObject({ statusCode: 400, param });
  expect(await errorOf(redeem(off.id))).toMatchObject({ statusCode: 400, param });
  expect(await errorOf(redeem('promo_unknown'))).toMatchObject({ code: 'resource_missing', param });
});

test('refuses a coupon that cannot be redeemed, and changes nothing', async () => {
  const { stripe, state, id } = await subscribed();
  state.seedCoupon({ id: 'DOLLARS', amount_off: 500, currency: 'usd' });
  state.seedCoupon({ id: 'GONE', percent_off: 50 });
  await stripe.coupons.del('GONE');
  state.seedCoupon({ id: 'ONE', percent_off: 50, max_redemptions: 1 });
  await stripe.subscriptions.update(id, { discounts: [{ coupon: 'ONE' }] });
  const before = await stripe.subscriptions.retrieve(id);

  const redeem = (...discounts: Stripe.SubscriptionUpdateParams.Discount[]) =>
    errorOf(stripe.subscriptions.update(id, { discounts, description: 'changed' }));
  const param = 'discounts[1][coupon]';
  const ten = { coupon: 'TEN' };
  expect(await redeem(ten, { coupon: 'NONE' })).toMatchObject({ code: 'resource_missing', param });
  expect(await redeem(ten, { coupon: 'GONE' })).toMatchObject({ code: 'resource_missing', param });
  expect(await redeem(ten, { coupon: 'ONE' })).toMatchObject({ code: 'coupon_expired', param });
  expect(await redeem(ten, { coupon: 'DOLLARS' })).toMatchObject({ statusCode: 400, param });
  expect(await redeem(ten, { discount: 'di_other' })).toMatchObject({ code: 'resource_missing' });
  expect(await redeem(ten, ten)).toMatchObject({ param: 'discounts' });
  expect(await redeem({ coupon: 'TEN', discount: 'di_1' })).toMatchObject({
    param: 'discounts[0]',
  });
  expect(await stripe.subscriptions.retrieve(id)).toEqual(before);
});

test('takes an amount off in the currency of the subscription', async () => {
  const { stripe, state, id, moveTo } = await subscribed();
  state.seedCoupon({
    id: 'AMOUNT',
    amount_off: 500,
    currency: 'usd',
    currency_options: { eur: { amount_off: 450 } },
    duration: 'forever',
  });
  const { discounts } = await stripe.subscriptions.update(id, {
    discounts: [{ coupon: 'AMOUNT' }, { coupon: 'TEN' }],
  });
  moveTo('2026-02-15T12:00:00Z');
  const [invoice] = (await stripe.invoices.list({ subscription: id })).data;
  expect(invoice).toMatchObject({
    subtotal: 2900,
    total: 2205,
    amount_paid: 2205,
    total_discount_amounts: [
      { amount: 450, discount: discounts[0] },
      { amount: 245, discount: discounts[1] },
    ],
  });
});

test('limits a coupon to its products', async () => {
  const { stripe, state, id, moveTo } = await subscribed();
  const addOn = state.seedPrice({ amount: 1000, currency: 'eur', nickname: 'Seats' });
  const products = [idOf(addOn.product)];
  state.seedCoupon({ id: 'SEATS', percent_off: 50, duration: 'forever', applies_to: { products } });
  await stripe.subscriptions.update(id, {
    items: [{ price: addOn.id, quantity: 2 }],
    discounts: [{ coupon: 'SEATS' }],
    proration_behavior: 'none',
  });
  moveTo('2026-02-15T12:00:00Z');
  const [invoice] = (await stripe.invoices.list({ subscription: id })).data;
  expect(invoice).toMatchObject({ subtotal: 4900, total: 3900 });
});
