import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { errorOf, testAccount } from './testing/account.ts';

const coupon = { percent_off: 10, duration: 'once' } as const;

test.each([
  [402, Stripe.errors.StripeCardError, 'card_declined'],
  [429, Stripe.errors.StripeRateLimitError, 'rate_limit'],
  [500, Stripe.errors.StripeAPIError, undefined],
  [503, Stripe.errors.StripeAPIError, undefined],
] as const)('refuses with %i before anything is done', async (status, type, code) => {
  const { stripe, state, faults } = await testAccount();
  faults.next({ type: 'refuse', status });
  const error = await errorOf(stripe.coupons.create(coupon));
  expect(error).toBeInstanceOf(type);
  expect(error).toMatchObject({ statusCode: status, code });
  expect(state.coupons.all()).toHaveLength(0);
});

test('strikes only what matches, as often as it was told to', async () => {
  const { stripe, state, faults } = await testAccount();
  const { id } = state.seedCustomer();
  faults.next({ type: 'refuse', status: 500 }, { on: 'POST /v1/coupons', times: 2 });

  await stripe.customers.retrieve(id);
  await stripe.coupons.list();
  expect((await errorOf(stripe.coupons.create(coupon))).statusCode).toBe(500);
  expect((await errorOf(stripe.coupons.create(coupon))).statusCode).toBe(500);
  await stripe.coupons.create(coupon);

  faults.next({ type: 'refuse', status: 500 });
  faults.clear();
  await stripe.coupons.create(coupon);
});

test('strikes by the probability and the random numbers that are given', async () => {
  const { stripe, faults } = await testAccount();
  const draws = [0.9, 0.1, 0.5, 0.49];
  const random = () => draws.shift() ?? 1;
  faults.randomly({ type: 'refuse', status: 503 }, { probability: 0.5, random });
  const statuses: number[] = [];
  for (let count = 0; count < 4; count += 1) {
    const request = stripe.coupons.list().then(() => 200);
    statuses.push(await request.catch(() => 503));
  }
  expect(statuses).toEqual([200, 503, 200, 503]);
});

test('says whether to retry when it is told to, and the SDK follows', async () => {
  const { client, state, faults } = await testAccount();
  const stripe = client({ maxNetworkRetries: 1 });
  faults.next({ type: 'refuse', status: 429, shouldRetry: true });
  await stripe.coupons.create(coupon);
  faults.next({ type: 'refuse', status: 503, shouldRetry: false });
  await errorOf(stripe.coupons.create(coupon));
  expect(state.requests.map(({ status }) => status)).toEqual([429, 200, 503]);
});

test('a lost request: nothing is done, and its key is not used up', async () => {
  const { stripe, state, faults } = await testAccount();
  // The SDK repeats a request whose connection closed once.
  faults.next({ type: 'lose-request' }, { times: 2 });
  const lost = await errorOf(stripe.coupons.create(coupon, { idempotencyKey: 'a key' }));
  expect(lost).toBeInstanceOf(Stripe.errors.StripeConnectionError);
  expect(state.coupons.all()).toHaveLength(0);
  await stripe.coupons.create({ percent_off: 20, duration: 'once' }, { idempotencyKey: 'a key' });
  expect(state.coupons.all()).toHaveLength(1);
});

test('a lost response: what was asked is done once, and the retry gets its answer', async () => {
  const { stripe, state, faults } = await testAccount();
  faults.next({ type: 'lose-response' });
  // The SDK repeats a request whose connection closed once, under the same key.
  const created = await stripe.coupons.create(coupon);
  expect(created.lastResponse.headers['idempotent-replayed']).toBe('true');
  expect(state.coupons.all()).toHaveLength(1);
  expect(state.requests.map(({ status }) => status)).toEqual([null, 200]);
});

test('a lost response to a cancellation: the retry does not find the subscription', async () => {
  const { stripe, state, faults } = await testAccount();
  const { id } = state.seedSubscription({ price: state.seedPrice({ amount: 900 }).id });
  faults.next({ type: 'lose-response' }, { on: 'DELETE' });
  expect((await errorOf(stripe.subscriptions.cancel(id))).code).toBe('resource_missing');
  expect((await stripe.subscriptions.retrieve(id)).status).toBe('canceled');
});

test.each([
  ['fail-before', 0],
  ['fail-after', 1],
] as const)('%s stays the answer under its key, and asks for no retry', async (type, made) => {
  const { client, state, faults } = await testAccount();
  const stripe = client({ maxNetworkRetries: 2 });
  const key = { idempotencyKey: 'key' };
  faults.next({ type });
  const error = await errorOf(stripe.coupons.create(coupon, key));
  expect(error).toMatchObject({ statusCode: 500, headers: { 'stripe-should-retry': 'false' } });
  expect((await errorOf(stripe.coupons.create(coupon, key))).statusCode).toBe(500);
  expect(state.requests).toHaveLength(2);
  expect(state.coupons.all()).toHaveLength(made);
});

test('a hanging request outlasts the client; released, it is done after all', async () => {
  const { client, state, faults } = await testAccount();
  faults.next({ type: 'hang' });
  const stripe = client({ timeout: 50, maxNetworkRetries: 0 });
  const error = await errorOf(stripe.coupons.create(coupon));
  expect(error).toBeInstanceOf(Stripe.errors.StripeConnectionError);
  expect(state.coupons.all()).toHaveLength(0);

  faults.release();
  await expect.poll(() => state.coupons.all()).toHaveLength(1);
});

test('closing gives hanging requests up', async () => {
  const { stripe, state, faults, close } = await testAccount();
  faults.next({ type: 'hang' });
  const request = errorOf(stripe.coupons.create(coupon));
  await expect.poll(() => state.requests).toHaveLength(1);
  await close();
  expect(await request).toBeInstanceOf(Stripe.errors.StripeConnectionError);
  expect(state.coupons.all()).toHaveLength(0);
});

test.each(['html', 'truncated-json'] as const)('answers garbage: %s', async (body) => {
  const { stripe, state, faults } = await testAccount();
  faults.next({ type: 'garbage', body });
  const error = await errorOf(stripe.coupons.create(coupon));
  expect(error).toBeInstanceOf(Stripe.errors.StripeAPIError);
  expect(error.message).toContain('Invalid JSON');
  expect(state.coupons.all()).toHaveLength(1);
});
