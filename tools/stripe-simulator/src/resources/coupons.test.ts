import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { errorOf, seconds, testAccount } from '../testing/account.ts';

test('creates, retrieves, lists and deletes coupons', async () => {
  const { stripe } = await testAccount();
  const created = await stripe.coupons.create({
    id: 'ROI30',
    percent_off: 33.3,
    duration: 'repeating',
    duration_in_months: 3,
    name: 'A third off',
    metadata: { team: 'growth' },
  });
  expect(created).toMatchObject({ percent_off: 33.3, amount_off: null, valid: true });
  expect(await stripe.coupons.retrieve('ROI30')).toEqual(created);
  expect((await stripe.coupons.list()).data).toEqual([created]);

  expect(await stripe.coupons.del('ROI30')).toMatchObject({ id: 'ROI30', deleted: true });
  expect(await errorOf(stripe.coupons.retrieve('ROI30'))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
    message: "No such coupon: 'ROI30'",
  });
  expect((await stripe.coupons.list()).data).toEqual([]);
  await stripe.coupons.create({ id: 'ROI30', percent_off: 10 });
});

test('tells the amounts in other currencies only when they are asked for', async () => {
  const { stripe } = await testAccount();
  const { id } = await stripe.coupons.create({
    amount_off: 500,
    currency: 'usd',
    currency_options: { eur: { amount_off: 450 } },
  });
  expect(await stripe.coupons.retrieve(id)).not.toHaveProperty('currency_options');
  expect(await stripe.coupons.retrieve(id, { expand: ['currency_options'] })).toMatchObject({
    amount_off: 500,
    currency: 'usd',
    currency_options: { usd: { amount_off: 500 }, eur: { amount_off: 450 } },
  });
});

test.each<[Stripe.CouponCreateParams, string]>([
  [{ duration: 'once' }, 'percent_off'],
  [{ percent_off: 10, amount_off: 10, currency: 'usd' }, 'percent_off'],
  [{ percent_off: 101 }, 'percent_off'],
  [{ percent_off: 0 }, 'percent_off'],
  [{ percent_off: -5 }, 'percent_off'],
  [{ amount_off: 100 }, 'currency'],
  [{ amount_off: 0, currency: 'usd' }, 'amount_off'],
  [{ percent_off: 10, duration: 'repeating' }, 'duration_in_months'],
  [{ percent_off: 10, duration: 'forever', duration_in_months: 2 }, 'duration_in_months'],
  [{ percent_off: 10, redeem_by: 1 }, 'redeem_by'],
])('refuses the terms %j and names %s', async (terms, param) => {
  const { stripe, state } = await testAccount();
  expect(await errorOf(stripe.coupons.create(terms))).toMatchObject({ statusCode: 400, param });
  expect(state.coupons.all()).toEqual([]);
});

test('a coupon stops being valid when it is used up or its time is over', async () => {
  const { stripe, state, moveTo } = await testAccount();
  const price = state.seedPrice({ amount: 900 }).id;
  state.seedCoupon({ id: 'TWICE', percent_off: 10, max_redemptions: 2 });
  state.seedCoupon({ id: 'SOON', percent_off: 10, redeem_by: seconds('2026-01-20T00:00:00Z') });

  state.seedSubscription({ price, coupon: 'TWICE' });
  expect(await stripe.coupons.retrieve('TWICE')).toMatchObject({ valid: true, times_redeemed: 1 });
  state.seedSubscription({ price, coupon: 'TWICE' });
  expect(await stripe.coupons.retrieve('TWICE')).toMatchObject({ valid: false, times_redeemed: 2 });

  moveTo('2026-01-19T23:59:59Z');
  expect((await stripe.coupons.retrieve('SOON')).valid).toBe(true);
  moveTo('2026-01-20T00:00:00Z');
  expect((await stripe.coupons.retrieve('SOON')).valid).toBe(false);
});
