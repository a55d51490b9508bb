import { expect, test } from 'vitest';
import { errorOf, testAccount } from '../testing/account.ts';

test('retrieves a customer, and finds those with an email address', async () => {
  const { stripe, state } = await testAccount();
  const ada = state.seedCustomer({ id: 'cus_ada', email: 'ada@example.com', name: 'Ada' });
  state.seedCustomer({ email: 'grace@example.com' });
  expect(await stripe.customers.retrieve('cus_ada')).toEqual(ada);
  expect((await stripe.customers.list({ email: 'ada@example.com' })).data).toEqual([ada]);
  expect((await stripe.customers.list({ email: 'nobody@example.com' })).data).toEqual([]);
  expect(await errorOf(stripe.customers.retrieve('cus_unknown'))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
    message: "No such customer: 'cus_unknown'",
  });
});

test('updates a customer, but only with a payment method of theirs', async () => {
  const { stripe, state } = await testAccount();
  const { id } = state.seedCustomer({ metadata: { a: '1', b: '2' } });
  const update = { name: 'Ada', phone: '+1', preferred_locales: ['de'], metadata: { a: '' } };
  expect(await stripe.customers.update(id, update)).toMatchObject({
    ...update,
    metadata: { b: '2' },
  });
  const theirs = state.seedPaymentMethod(state.seedCustomer().id, 'pm_card_visa').id;
  expect(
    await errorOf(
      stripe.customers.update(id, { invoice_settings: { default_payment_method: theirs } }),
    ),
  ).toMatchObject({ param: 'invoice_settings[default_payment_method]' });
});

test('a deleted customer can still be retrieved, as deleted; their subscriptions have ended', async () => {
  const { stripe, state } = await testAccount();
  const customer = state.seedCustomer({ email: 'ada@example.com' }).id;
  const { id } = state.seedSubscription({ customer, price: state.seedPrice({ amount: 900 }).id });
  await stripe.customers.del(customer);
  expect(await stripe.customers.retrieve(customer)).toMatchObject({ id: customer, deleted: true });
  expect((await stripe.customers.list()).data).toEqual([]);
  expect((await stripe.subscriptions.retrieve(id)).status).toBe('canceled');
  expect((await stripe.subscriptions.list({ customer, status: 'all' })).data).toHaveLength(1);
  expect((await errorOf(stripe.customers.update(customer, {}))).code).toBe('resource_missing');
});

test('retrieves and lists prices and products', async () => {
  const { stripe, state } = await testAccount();
  const product = state.seedProduct({ id: 'prod_pro', name: 'Pro' });
  const monthly = state.seedPrice({ amount: 2900, product: product.id, nickname: 'Pro' });
  const euro = state.seedPrice({ amount: 2700, product: product.id, currency: 'eur' });
  const old = state.seedPrice({ amount: 1900, product: product.id, active: false });
  state.seedPrice({ amount: 100 });

  expect(await stripe.products.retrieve('prod_pro')).toEqual(product);
  expect((await stripe.products.list()).data).toHaveLength(2);
  const price = await stripe.prices.retrieve(monthly.id);
  expect(price).toMatchObject({ unit_amount: 2900, nickname: 'Pro', product: 'prod_pro' });
  expect(String(price.unit_amount_decimal)).toBe('2900');

  const list = async (params: object) =>
    (await stripe.prices.list({ product: product.id, ...params })).data.map(({ id }) => id);
  expect(await list({})).toEqual([old.id, euro.id, monthly.id]);
  expect(await list({ active: true })).toEqual([euro.id, monthly.id]);
  expect(await list({ active: true, currency: 'eur' })).toEqual([euro.id]);
  expect((await errorOf(stripe.prices.retrieve('price_unknown'))).statusCode).toBe(404);
  expect((await errorOf(stripe.products.retrieve('prod_unknown'))).statusCode).toBe(404);
});
