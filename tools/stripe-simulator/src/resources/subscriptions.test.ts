import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { errorOf, seconds, testAccount } from '../testing/account.ts';
import type { TestAccount } from '../testing/account.ts';
import { idOf } from '../types.ts';

const now = seconds('2026-01-15T12:00:00Z');
const periodEnd = seconds('2026-02-15T12:00:00Z');

async function subscribed(): Promise<TestAccount & { id: string; pro: string; lite: string }> {
  const account = await testAccount();
  const pro = account.state.seedPrice({ amount: 2900, nickname: 'Pro' }).id;
  const lite = account.state.seedPrice({ amount: 900, nickname: 'Lite' }).id;
  return { ...account, pro, lite, id: account.state.seedSubscription({ price: pro }).id };
}

test('retrieves a subscription, with the period on its items', async () => {
  const { stripe, id, pro } = await subscribed();
  const subscription = await stripe.subscriptions.retrieve(id);
  expect(subscription).toMatchObject({
    status: 'active',
    currency: 'usd',
    cancel_at_period_end: false,
    schedule: null,
    items: { data: [{ current_period_start: now, current_period_end: periodEnd }] },
  });
  expect(subscription.items.data[0]?.price).toMatchObject({ id: pro, unit_amount: 2900 });
  expect(subscription).not.toHaveProperty('current_period_end');
  expect(await errorOf(stripe.subscriptions.retrieve('sub_unknown'))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
    message: "No such subscription: 'sub_unknown'",
  });
});

test('lists by customer, price and status; without a status, all but the cancelled', async () => {
  const { stripe, state, pro, lite } = await subscribed();
  const { id: customer } = state.seedCustomer();
  const active = state.seedSubscription({ customer, price: lite }).id;
  const trial = state.seedSubscription({ customer, price: pro, trialDays: 14 }).id;
  const canceled = state.seedSubscription({ customer, price: pro, status: 'canceled' }).id;
  const unpaid = state.seedSubscription({ customer, price: pro, status: 'past_due' }).id;

  const list = async (params: Stripe.SubscriptionListParams) =>
    (await stripe.subscriptions.list({ customer, ...params })).data.map(({ id }) => id);
  expect(await list({})).toEqual([unpaid, trial, active]);
  expect(await list({ status: 'all' })).toEqual([unpaid, canceled, trial, active]);
  expect(await list({ status: 'ended' })).toEqual([canceled]);
  expect(await list({ status: 'trialing' })).toEqual([trial]);
  expect(await list({ status: 'past_due' })).toEqual([unpaid]);
  expect(await list({ price: lite })).toEqual([active]);
  expect(await errorOf(stripe.subscriptions.list({ customer: 'cus_unknown' }))).toMatchObject({
    statusCode: 400,
    code: 'resource_missing',
    param: 'customer',
  });
});

test('cancels at the end of the period, with the reason that is given, and takes it back', async () => {
  const { stripe, id } = await subscribed();
  const leaving = await stripe.subscriptions.update(id, {
    cancel_at_period_end: true,
    cancellation_details: { comment: 'Too dear', feedback: 'too_expensive' },
  });
  expect(leaving).toMatchObject({
    status: 'active',
    cancel_at_period_end: true,
    cancel_at: periodEnd,
    canceled_at: now,
    cancellation_details: {
      comment: 'Too dear',
      feedback: 'too_expensive',
      reason: 'cancellation_requested',
    },
  });
  expect(await stripe.subscriptions.update(id, { cancel_at_period_end: false })).toMatchObject({
    cancel_at_period_end: false,
    cancel_at: null,
    canceled_at: null,
    cancellation_details: { comment: null, feedback: null, reason: null },
  });
});

test('cancels at a date, or at the end of the period without the flag, and takes it back', async () => {
  const { stripe, id } = await subscribed();
  const date = seconds('2026-03-01T00:00:00Z');
  const update = (cancel_at: number | 'max_period_end' | '') =>
    stripe.subscriptions.update(id, { cancel_at });
  expect(await update(date)).toMatchObject({ cancel_at: date, cancel_at_period_end: false });
  expect(await update('max_period_end')).toMatchObject({
    cancel_at: periodEnd,
    cancel_at_period_end: false,
  });
  expect(await update('')).toMatchObject({ cancel_at: null, canceled_at: null });
  expect(await errorOf(update(now))).toMatchObject({ param: 'cancel_at' });
  expect(
    await errorOf(stripe.subscriptions.update(id, { cancel_at: date, cancel_at_period_end: true })),
  ).toMatchObject({ code: 'parameters_exclusive' });
});

test('cancels at once, and then only says more about it', async () => {
  const { stripe, id } = await subscribed();
  const ended = await stripe.subscriptions.cancel(id, {
    cancellation_details: { comment: 'Bye', feedback: 'unused' },
  });
  expect(ended).toMatchObject({
    status: 'canceled',
    canceled_at: now,
    ended_at: now,
    cancellation_details: { comment: 'Bye', feedback: 'unused', reason: 'cancellation_requested' },
  });
  expect(await stripe.subscriptions.retrieve(id)).toEqual(ended);

  expect(await errorOf(stripe.subscriptions.cancel(id))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
  });
  expect(await errorOf(stripe.subscriptions.update(id, { trial_end: periodEnd }))).toMatchObject({
    statusCode: 400,
    message: 'A canceled subscription can only update its cancellation_details and metadata.',
  });
  const later = await stripe.subscriptions.update(id, {
    cancellation_details: { feedback: 'other' },
    metadata: { note: 'x' },
  });
  expect(later).toMatchObject({
    cancellation_details: { comment: 'Bye', feedback: 'other' },
    metadata: { note: 'x' },
  });
});

test('credits the unused time when cancelled at once with proration and an invoice', async () => {
  const { stripe, id, moveTo } = await subscribed();
  moveTo('2026-01-31T00:00:00Z');
  await stripe.subscriptions.cancel(id, { prorate: true, invoice_now: true });
  const [invoice] = (await stripe.invoices.list({ subscription: id })).data;
  // 15.5 of 31 days are left.
  expect(invoice).toMatchObject({ total: -1450, amount_due: 0, status: 'paid' });
  expect((await stripe.customers.list()).data[0]).toMatchObject({ balance: -1450 });
});

test('pauses collection and resumes it; the status stays active', async () => {
  const { stripe, id } = await subscribed();
  const resumes_at = seconds('2026-04-15T12:00:00Z');
  const update = (behavior: 'void', until?: number) =>
    stripe.subscriptions.update(id, {
      pause_collection: { behavior, ...(until !== undefined && { resumes_at: until }) },
    });
  expect(await update('void', resumes_at)).toMatchObject({
    status: 'active',
    pause_collection: { behavior: 'void', resumes_at },
  });
  expect(await update('void')).toMatchObject({
    pause_collection: { behavior: 'void', resumes_at: null },
  });
  expect(await stripe.subscriptions.update(id, { pause_collection: '' })).toMatchObject({
    pause_collection: null,
  });
  expect(await errorOf(update('void', now))).toMatchObject({
    param: 'pause_collection[resumes_at]',
  });
});

test('extends a trial, and the period with it', async () => {
  const { stripe, state, pro } = await subscribed();
  const { id } = state.seedSubscription({ price: pro, trialDays: 7 });
  const trial_end = seconds('2026-02-05T12:00:00Z');
  const extended = await stripe.subscriptions.update(id, {
    trial_end,
    proration_behavior: 'none',
  });
  expect(extended).toMatchObject({
    status: 'trialing',
    trial_start: now,
    trial_end,
    billing_cycle_anchor: trial_end,
    items: { data: [{ current_period_start: now, current_period_end: trial_end }] },
  });
  expect(await errorOf(stripe.subscriptions.update(id, { trial_end: now }))).toMatchObject({
    param: 'trial_end',
  });
  const inThreeYears = seconds('2029-01-15T12:00:00Z');
  expect(await errorOf(stripe.subscriptions.update(id, { trial_end: inThreeYears }))).toMatchObject(
    { param: 'trial_end' },
  );
});

test('a cancellation at the end of the period moves with an extended trial', async () => {
  const { stripe, state, pro } = await subscribed();
  const { id } = state.seedSubscription({ price: pro, trialDays: 7 });
  await stripe.subscriptions.update(id, { cancel_at_period_end: true });
  const trial_end = seconds('2026-02-05T12:00:00Z');
  expect(await stripe.subscriptions.update(id, { trial_end })).toMatchObject({
    cancel_at: trial_end,
  });
});

test('ends a trial at once and bills the first period', async () => {
  const { stripe, state, pro, moveTo } = await subscribed();
  const { id } = state.seedSubscription({ price: pro, trialDays: 7 });
  moveTo('2026-01-16T00:00:00Z');
  const started = await stripe.subscriptions.update(id, { trial_end: 'now' });
  const start = seconds('2026-01-16T00:00:00Z');
  expect(started).toMatchObject({
    status: 'active',
    trial_end: start,
    items: { data: [{ current_period_start: start }] },
  });
  const [invoice] = (await stripe.invoices.list({ subscription: id })).data;
  expect(invoice).toMatchObject({ total: 2900, status: 'paid' });
});

test('uses only a payment method of the customer', async () => {
  const { stripe, state, id } = await subscribed();
  const { customer } = await stripe.subscriptions.retrieve(id);
  const mine = state.seedPaymentMethod(idOf(customer), 'pm_card_visa').id;
  const theirs = state.seedPaymentMethod(state.seedCustomer().id, 'pm_card_visa').id;
  const update = (default_payment_method: string) =>
    stripe.subscriptions.update(id, { default_payment_method });
  expect(await update(mine)).toMatchObject({ default_payment_method: mine });
  expect(await errorOf(update(theirs))).toMatchObject({
    code: 'resource_missing',
    param: 'default_payment_method',
  });
});

test('merges metadata, and unsets a key or all of it', async () => {
  const { stripe, id } = await subscribed();
  const update = async (metadata: Record<string, string> | '') =>
    (await stripe.subscriptions.update(id, { metadata })).metadata;
  expect(await update({ a: '1', b: '2' })).toEqual({ a: '1', b: '2' });
  expect(await update({ a: '', c: '3' })).toEqual({ b: '2', c: '3' });
  expect(await update('')).toEqual({});
});
