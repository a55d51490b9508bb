import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { errorOf, matching, testAccount } from '../testing/account.ts';
import type { TestAccount } from '../testing/account.ts';
import { idOf } from '../types.ts';

interface Overdue extends TestAccount {
  readonly customer: string;
  readonly subscription: string;
  readonly invoice: string;
}

async function overdue(): Promise<Overdue> {
  const account = await testAccount();
  const customer = account.state.seedCustomer({ email: 'ada@example.com' }).id;
  const price = account.state.seedPrice({ amount: 2900 }).id;
  const { id, latest_invoice: invoice } = account.state.seedSubscription({
    customer,
    price,
    status: 'past_due',
  });
  return { ...account, customer, subscription: id, invoice: idOf(invoice ?? '') };
}

test('lists what a customer owes, with the payments and the secret to pay them', async () => {
  const { stripe, customer, subscription, invoice } = await overdue();
  const { data } = await stripe.invoices.list({
    customer,
    subscription,
    status: 'open',
    expand: ['data.payments', 'data.confirmation_secret'],
  });
  expect(data).toMatchObject([
    {
      id: invoice,
      amount_due: 2900,
      amount_remaining: 2900,
      attempted: true,
      customer_email: 'ada@example.com',
      parent: { subscription_details: { subscription } },
      confirmation_secret: { client_secret: matching(/_secret_/) },
      payments: { data: [{ status: 'open', amount_requested: 2900 }] },
    },
  ]);
  expect((await stripe.invoices.list({ customer, status: 'paid' })).data).toEqual([]);
  expect(await stripe.invoices.retrieve(invoice)).not.toHaveProperty('payments');
  expect(
    await stripe.invoices.retrieve(invoice, { expand: ['payments.data.payment.payment_intent'] }),
  ).toMatchObject({
    payments: {
      data: [
        {
          payment: {
            payment_intent: {
              status: 'requires_payment_method',
              last_payment_error: { code: 'card_declined' },
            },
          },
        },
      ],
    },
  });
});

test('paid with a good card, the invoice is paid and the subscription active again', async () => {
  const { stripe, state, customer, subscription, invoice } = await overdue();
  const card = state.seedPaymentMethod(customer, 'pm_card_visa').id;
  const paid = await stripe.invoices.pay(invoice, { payment_method: card, off_session: false });
  expect(paid).toMatchObject({ status: 'paid', amount_paid: 2900, amount_remaining: 0 });
  expect((await stripe.subscriptions.retrieve(subscription)).status).toBe('active');
  expect(await errorOf(stripe.invoices.pay(invoice))).toMatchObject({
    statusCode: 400,
    message: 'Invoice is already paid',
  });
});

test('a subscription is past due until the last of its open invoices is paid', async () => {
  const { stripe, state, customer, subscription, invoice, moveTo } = await overdue();
  moveTo('2026-02-15T12:00:00Z');
  const open = (await stripe.invoices.list({ subscription, status: 'open' })).data;
  expect(open.map(({ id }) => id)).toContain(invoice);
  expect(open).toHaveLength(2);

  const card = state.seedPaymentMethod(customer, 'pm_card_visa').id;
  const statuses: string[] = [];
  for (const { id } of open) {
    await stripe.invoices.pay(id, { payment_method: card });
    statuses.push((await stripe.subscriptions.retrieve(subscription)).status);
  }
  expect(statuses).toEqual(['past_due', 'active']);
});

test('the card of the subscription wins over the one of the customer', async () => {
  const { stripe, state, customer, subscription, invoice } = await overdue();
  expect((await errorOf(stripe.invoices.pay(invoice))).code).toBe('card_declined');
  const card = state.seedPaymentMethod(customer, 'pm_card_visa').id;
  await stripe.subscriptions.update(subscription, { default_payment_method: card });
  expect((await stripe.invoices.pay(invoice)).status).toBe('paid');
});

test('a declined card is told with the payment, and the invoice stays open', async () => {
  const { stripe, state, customer, subscription, invoice } = await overdue();
  const card = state.seedPaymentMethod(customer, 'pm_card_chargeCustomerFail').id;
  const error = await errorOf(stripe.invoices.pay(invoice, { payment_method: card }));
  expect(error).toBeInstanceOf(Stripe.errors.StripeCardError);
  expect(error).toMatchObject({
    statusCode: 402,
    code: 'card_declined',
    decline_code: 'generic_decline',
    payment_intent: { status: 'requires_payment_method' },
  });
  expect((await stripe.invoices.retrieve(invoice)).status).toBe('open');
  expect((await stripe.subscriptions.retrieve(subscription)).status).toBe('past_due');
  expect(state.events.at(-1)?.type).toBe('invoice.payment_failed');
});

test('a card that has to be authenticated is paid once the customer has done so', async () => {
  const { stripe, state, customer, subscription, invoice } = await overdue();
  const card = state.seedPaymentMethod(customer, 'pm_card_authenticationRequired').id;
  const error = await errorOf(stripe.invoices.pay(invoice, { payment_method: card }));
  expect(error).toMatchObject({
    statusCode: 402,
    code: 'invoice_payment_intent_requires_action',
    payment_intent: { status: 'requires_action', next_action: { type: 'use_stripe_sdk' } },
  });
  const { confirmation_secret: secret } = await stripe.invoices.retrieve(invoice, {
    expand: ['confirmation_secret'],
  });
  expect(secret?.client_secret).toBe(error.payment_intent?.client_secret);

  state.authenticatePayment(secret?.client_secret ?? '');
  expect((await stripe.invoices.retrieve(invoice)).status).toBe('paid');
  expect((await stripe.subscriptions.retrieve(subscription)).status).toBe('active');
  expect(() => state.authenticatePayment(secret?.client_secret ?? '')).toThrow();
});

test('a card of somebody else pays nothing', async () => {
  const { stripe, state, invoice } = await overdue();
  const card = state.seedPaymentMethod(state.seedCustomer().id, 'pm_card_visa').id;
  expect(await errorOf(stripe.invoices.pay(invoice, { payment_method: card }))).toMatchObject({
    statusCode: 400,
    param: 'payment_method',
  });
  expect((await errorOf(stripe.invoices.pay('in_unknown'))).code).toBe('resource_missing');
});

test('a draft is finalized when it is paid', async () => {
  const { stripe, state, moveTo } = await testAccount();
  const { id } = state.seedSubscription({ price: state.seedPrice({ amount: 2900 }).id });
  await stripe.subscriptions.update(id, { pause_collection: { behavior: 'keep_as_draft' } });
  moveTo('2026-02-15T12:00:00Z');
  const [draft] = (await stripe.invoices.list({ subscription: id, status: 'draft' })).data;
  expect(draft).toMatchObject({ number: null, amount_due: 2900 });
  expect(await stripe.invoices.pay(draft?.id ?? '')).toMatchObject({
    status: 'paid',
    number: matching(/^SIM-/),
  });
});
