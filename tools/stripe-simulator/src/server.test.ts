import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { errorOf, matching, testAccount } from './testing/account.ts';

test('refuses a request without a test key, in the shape of an authentication error', async () => {
  const { client, url } = await testAccount();
  const error = await errorOf(client({}, 'sk_live_1').customers.list());
  expect(error).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
  expect(error.statusCode).toBe(401);

  const response = await fetch(`${url}/v1/customers`);
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
});

test('refuses another version of the API than the one it simulates', async () => {
  const { stripe } = await testAccount();
  const error = await errorOf(stripe.customers.list({}, { apiVersion: '2020-08-27' }));
  expect(error.statusCode).toBe(400);
  expect(error.message).toContain('2020-08-27');
});

test('names the request in every answer, and logs it', async () => {
  const { stripe, state } = await testAccount();
  const { id } = state.seedCustomer();
  const customer = await stripe.customers.update(id, { name: 'Ada' }, { idempotencyKey: 'k1' });
  expect(customer.lastResponse.requestId).toMatch(/^req_/);

  const error = await errorOf(stripe.customers.retrieve('cus_unknown'));
  expect(state.requests).toEqual([
    {
      id: customer.lastResponse.requestId,
      method: 'POST',
      path: `/v1/customers/${id}`,
      params: 'name=Ada',
      idempotencyKey: 'k1',
      status: 200,
    },
    {
      id: error.requestId,
      method: 'GET',
      path: '/v1/customers/cus_unknown',
      params: '',
      idempotencyKey: null,
      status: 404,
    },
  ]);
});

test('answers 404 to a URL that is not simulated', async () => {
  const { stripe } = await testAccount();
  const error = await errorOf(stripe.charges.list());
  expect(error.statusCode).toBe(404);
  expect(error.message).toContain('Unrecognized request URL (GET: /v1/charges)');
});

test('names the parameter that is unknown, missing or of the wrong kind', async () => {
  const { stripe, url } = await testAccount();
  expect(await errorOf(stripe.coupons.list({ limit: 1000 }))).toMatchObject({
    code: 'parameter_invalid_integer',
    param: 'limit',
  });
  expect(await errorOf(stripe.invoices.list({ due_date: 1 }))).toMatchObject({
    code: 'parameter_unknown',
    param: 'due_date',
  });
  expect(await errorOf(stripe.setupIntents.create({ customer: '' }))).toMatchObject({
    code: 'parameter_invalid_empty',
    param: 'customer',
  });

  const post = async (body: string) => {
    const response = await fetch(`${url}/v1/coupons`, {
      method: 'POST',
      headers: {
        authorization: 'Bearer sk_test_1',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body,
    });
    const answer: unknown = await response.json();
    return { status: response.status, answer };
  };
  expect(await post('currency_options[eur][amount_of]=1')).toMatchObject({
    status: 400,
    answer: {
      error: { code: 'parameter_unknown', param: 'currency_options[eur][amount_of]' },
    },
  });
  expect(await post('currency_options[eur]')).toMatchObject({ status: 400 });
  expect(await post('percent_off=20&duration=always')).toMatchObject({
    answer: {
      error: { param: 'duration', message: matching(/repeating/) },
    },
  });
});

test('pages through a list, the newest first', async () => {
  const { stripe, state } = await testAccount();
  const ids = Array.from({ length: 23 }, (_, index) => `cus_${index}`);
  for (const id of ids) state.seedCustomer({ id, card: null });

  const first = await stripe.customers.list();
  expect(first.data.map(({ id }) => id)).toEqual(ids.slice(-10).reverse());
  expect(first.has_more).toBe(true);

  const all = await stripe.customers.list({ limit: 7 }).autoPagingToArray({ limit: 100 });
  expect(all.map(({ id }) => id)).toEqual([...ids].reverse());

  expect((await stripe.customers.list({ limit: 23 })).has_more).toBe(false);
  const before = await stripe.customers.list({ limit: 2, ending_before: 'cus_19' });
  expect(before.data.map(({ id }) => id)).toEqual(['cus_21', 'cus_20']);
  expect(await errorOf(stripe.customers.list({ starting_after: 'cus_99' }))).toMatchObject({
    code: 'resource_missing',
    param: 'starting_after',
  });
});

test('expands what a path names, through lists and hashes, and leaves ids elsewhere', async () => {
  const { stripe, state } = await testAccount();
  const product = state.seedProduct({ name: 'Pro' });
  const price = state.seedPrice({ amount: 2900, product: product.id });
  const coupon = state.seedCoupon({ id: 'ROI30', percent_off: 30, duration: 'forever' });
  const customer = state.seedCustomer({ email: 'ada@example.com' });
  state.seedSubscription({ customer: customer.id, price: price.id, coupon: coupon.id });

  const plain = await stripe.subscriptions.list();
  expect(plain.data[0]).toMatchObject({
    customer: customer.id,
    discounts: [matching(/^di_/)],
  });

  const { data } = await stripe.subscriptions.list({ expand: ['data.discounts.source.coupon'] });
  expect(data[0]?.discounts[0]).toMatchObject({
    id: matching(/^di_/),
    source: { coupon: { id: 'ROI30', percent_off: 30 } },
    customer: customer.id,
  });

  const subscription = await stripe.subscriptions.retrieve(data[0]?.id ?? '', {
    expand: [
      'customer.invoice_settings.default_payment_method',
      'items.data.price.product',
      'latest_invoice.payments',
      'schedule',
    ],
  });
  expect(subscription).toMatchObject({
    customer: { invoice_settings: { default_payment_method: { card: { last4: '4242' } } } },
    items: { data: [{ price: { product: { name: 'Pro' } } }] },
    latest_invoice: { payments: { data: [{ status: 'paid' }] } },
    schedule: null,
  });
});

test('refuses to expand what cannot be, and more than four levels', async () => {
  const { stripe, state } = await testAccount();
  const { id } = state.seedCustomer();
  const { id: subscription } = state.seedSubscription({
    customer: id,
    price: state.seedPrice({ amount: 2900 }).id,
  });
  const tooDeep = 'latest_invoice.payments.data.payment.payment_intent';
  for (const path of ['currency', 'nothing', 'customer.email', tooDeep]) {
    const error = await errorOf(stripe.subscriptions.retrieve(subscription, { expand: [path] }));
    expect(error).toMatchObject({ statusCode: 400, param: 'expand[0]' });
    expect(error.message).toContain(path);
  }
});

test('two accounts know nothing of each other and give the same ids', async () => {
  const [one, other] = [await testAccount(), await testAccount()];
  expect(one.state.seedCustomer()).toEqual(other.state.seedCustomer());
  one.state.seedCustomer({ id: 'cus_one' });
  expect((await errorOf(other.stripe.customers.retrieve('cus_one'))).code).toBe('resource_missing');
});
