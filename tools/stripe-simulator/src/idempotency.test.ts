import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { errorOf, testAccount } from './testing/account.ts';

const coupon = { percent_off: 10, duration: 'once' } as const;

test('the same key and parameters get the first answer again, and nothing is done twice', async () => {
  const { stripe, state } = await testAccount();
  const first = await stripe.coupons.create(coupon, { idempotencyKey: 'key' });
  const second = await stripe.coupons.create(coupon, { idempotencyKey: 'key' });

  expect(second).toEqual(first);
  expect(state.coupons.all()).toHaveLength(1);
  expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined();
  expect(second.lastResponse.headers).toMatchObject({
    'idempotent-replayed': 'true',
    'original-request': first.lastResponse.requestId,
    'idempotency-key': 'key',
  });
});

test('another use of a key is refused: other parameters, another path', async () => {
  const { stripe, state } = await testAccount();
  const [ada, grace] = [state.seedCustomer().id, state.seedCustomer().id];
  await stripe.coupons.create(coupon, { idempotencyKey: 'key' });

  const other = { ...coupon, percent_off: 20 };
  const error = await errorOf(stripe.coupons.create(other, { idempotencyKey: 'key' }));
  expect(error).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
  expect(error.statusCode).toBe(400);
  expect(state.coupons.all()).toHaveLength(1);

  await stripe.customers.update(ada, { name: 'A' }, { idempotencyKey: 'name' });
  expect(
    await errorOf(stripe.customers.update(grace, { name: 'A' }, { idempotencyKey: 'name' })),
  ).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
  expect(await stripe.customers.retrieve(grace)).toMatchObject({ name: null });
});

test('an error that the execution ended with is kept, even when it would now go well', async () => {
  const { stripe, state } = await testAccount();
  const price = state.seedPrice({ amount: 900 });
  const { id } = state.seedSubscription({ price: price.id });
  const redeem = () =>
    stripe.subscriptions.update(id, { discounts: [{ coupon: 'LATE' }] }, { idempotencyKey: 'key' });

  expect((await errorOf(redeem())).code).toBe('resource_missing');
  state.seedCoupon({ id: 'LATE', percent_off: 10 });
  const again = await errorOf(redeem());
  expect(again.code).toBe('resource_missing');
  expect(again.headers).toMatchObject({ 'idempotent-replayed': 'true' });
});

test('a key is not used up by parameters that cannot be read, nor by a refusal before execution', async () => {
  const { stripe, state, faults } = await testAccount();
  const key = { idempotencyKey: 'key' };
  const invalid = { ...coupon, max_redemptions: 1.5 };
  expect((await errorOf(stripe.coupons.create(invalid, key))).code).toBe(
    'parameter_invalid_integer',
  );
  faults.next({ type: 'refuse', status: 429 });
  expect((await errorOf(stripe.coupons.create(coupon, key))).code).toBe('rate_limit');

  await stripe.coupons.create(coupon, key);
  expect(state.coupons.all()).toHaveLength(1);
});

test('a key that is in use is refused with 409 until its request is answered', async () => {
  const { stripe, state, faults } = await testAccount();
  const key = { idempotencyKey: 'key' };
  faults.next({ type: 'hang' });
  const first = stripe.coupons.create(coupon, key);
  await expect.poll(() => state.requests).toHaveLength(1);

  const error = await errorOf(stripe.coupons.create(coupon, key));
  expect(error).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' });

  faults.release();
  const { id } = await first;
  expect((await stripe.coupons.create(coupon, key)).id).toBe(id);
});

test('a key is forgotten after 24 hours of the account', async () => {
  const { stripe, state, moveTo } = await testAccount();
  const key = { idempotencyKey: 'key' };
  await stripe.coupons.create(coupon, key);
  moveTo('2026-01-16T11:59:59Z');
  await stripe.coupons.create(coupon, key);
  expect(state.coupons.all()).toHaveLength(1);
  moveTo('2026-01-16T12:00:00Z');
  await stripe.coupons.create(coupon, key);
  expect(state.coupons.all()).toHaveLength(2);
});

test('only a POST has a key', async () => {
  const { stripe } = await testAccount();
  const { id } = await stripe.coupons.create(coupon);
  const key = { idempotencyKey: 'key' };
  await stripe.coupons.del(id, {}, key);
  expect((await errorOf(stripe.coupons.del(id, {}, key))).code).toBe('resource_missing');
});
