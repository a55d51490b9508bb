import { expect, test } from 'vitest';
import { errorOf, matching, testAccount } from '../testing/account.ts';

test('sets up a card and makes it the one that is used', async () => {
  const { stripe, state } = await testAccount();
  const { id } = state.seedCustomer({ card: null });
  const intent = await stripe.setupIntents.create({ customer: id, usage: 'off_session' });
  expect(intent).toMatchObject({ status: 'requires_payment_method', customer: id });

  state.completeSetup(intent.client_secret ?? '', 'pm_card_visa');
  const done = await stripe.setupIntents.retrieve(intent.id, { expand: ['payment_method'] });
  expect(done).toMatchObject({ status: 'succeeded', payment_method: { customer: id } });

  const method = typeof done.payment_method === 'object' ? (done.payment_method?.id ?? '') : '';
  const customer = await stripe.customers.update(id, {
    invoice_settings: { default_payment_method: method },
  });
  expect(customer.invoice_settings.default_payment_method).toBe(method);
});

test('confirms a setup on the server, and tells of a declined card', async () => {
  const { stripe, state } = await testAccount();
  const customer = state.seedCustomer({ card: null }).id;
  const create = (payment_method?: string) =>
    stripe.setupIntents.create({
      customer,
      confirm: true,
      ...(payment_method !== undefined && { payment_method }),
    });
  expect(await create('pm_card_visa')).toMatchObject({ status: 'succeeded' });
  expect(await errorOf(create('pm_card_chargeDeclined'))).toMatchObject({
    statusCode: 402,
    code: 'card_declined',
  });
  expect(await errorOf(create('pm_unknown'))).toMatchObject({
    code: 'resource_missing',
    param: 'payment_method',
  });
  expect(await errorOf(create())).toMatchObject({ param: 'payment_method' });
  expect((await errorOf(stripe.setupIntents.retrieve('seti_unknown'))).statusCode).toBe(404);
  expect(state.events.map(({ type }) => type)).toEqual([
    'setup_intent.created',
    'payment_method.attached',
    'setup_intent.succeeded',
    'setup_intent.created',
    'setup_intent.setup_failed',
  ]);
});

test('attaches a test card to a customer', async () => {
  const { stripe, state } = await testAccount();
  const customer = state.seedCustomer({ card: null }).id;
  const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer });
  expect(await stripe.paymentMethods.retrieve(id)).toMatchObject({
    customer,
    card: { last4: '4242', exp_year: 2031 },
  });
  expect(
    await errorOf(stripe.paymentMethods.attach('pm_card_chargeDeclined', { customer })),
  ).toMatchObject({ statusCode: 402 });
  expect(
    await errorOf(stripe.paymentMethods.attach('pm_card_visa', { customer: 'cus_unknown' })),
  ).toMatchObject({ code: 'resource_missing', param: 'customer' });
  expect((await errorOf(stripe.paymentMethods.retrieve('pm_unknown'))).statusCode).toBe(404);
});

test('opens the billing portal at the flow that is asked for', async () => {
  const { stripe, state } = await testAccount();
  const customer = state.seedCustomer().id;
  const session = await stripe.billingPortal.sessions.create({
    customer,
    return_url: 'https://example.com/account',
    flow_data: { type: 'payment_method_update' },
  });
  expect(session).toMatchObject({
    customer,
    return_url: 'https://example.com/account',
    flow: { type: 'payment_method_update' },
    url: matching(/^https:/),
  });
  expect(
    await errorOf(stripe.billingPortal.sessions.create({ customer: 'cus_unknown' })),
  ).toMatchObject({ code: 'resource_missing', param: 'customer' });
  expect(
    await errorOf(
      stripe.billingPortal.sessions.create({
        customer,
        flow_data: { type: 'subscription_cancel', subscription_cancel: { subscription: 'sub_no' } },
      }),
    ),
  ).toMatchObject({ param: 'flow_data[subscription_cancel][subscription]' });
});
