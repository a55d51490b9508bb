import { expect, test } from 'vitest';
import { seconds, testAccount } from './testing/account.ts';
import type { TestAccount } from './testing/account.ts';
import { idOf } from './types.ts';

async function invoices({ stripe }: TestAccount, subscription: string) {
  const { data } = await stripe.invoices.list({ subscription, limit: 100 });
  return data.reverse().map(({ created, total, status }) => ({
    on: new Date(created * 1000).toISOString().slice(0, 10),
    total,
    status,
  }));
}

test('renews each period when its time comes, and bills it', async () => {
  const account = await testAccount();
  const { stripe, state, moveTo } = account;
  const { id } = state.seedSubscription({ price: state.seedPrice({ amount: 2900 }).id });
  moveTo('2026-04-01T00:00:00Z');
  expect((await stripe.subscriptions.retrieve(id)).items.data[0]).toMatchObject({
    current_period_start: seconds('2026-03-15T12:00:00Z'),
    current_period_end: seconds('2026-04-15T12:00:00Z'),
  });
  expect(await invoices(account, id)).toEqual([
    { on: '2026-01-15', total: 2900, status: 'paid' },
    { on: '2026-02-15', total: 2900, status: 'paid' },
    { on: '2026-03-15', total: 2900, status: 'paid' },
  ]);
});

test('a period that began on the 31st ends on the last day of a shorter month', async () => {
  const { stripe, state, moveTo } = await testAccount();
  moveTo('2026-01-31T12:00:00Z');
  const { id } = state.seedSubscription({ price: state.seedPrice({ amount: 100 }).id });
  const ends: string[] = [];
  for (const instant of ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']) {
    moveTo(`${instant}T12:00:00Z`);
    const [item] = (await stripe.subscriptions.retrieve(id)).items.data;
    ends.push(new Date((item?.current_period_end ?? 0) * 1000).toISOString().slice(0, 10));
  }
  expect(ends).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']);
});

test('ends a trial and bills the first period, with notice three days before', async () => {
  const account = await testAccount();
  const { stripe, state, moveTo } = account;
  const price = state.seedPrice({ amount: 2900 }).id;
  const { id } = state.seedSubscription({ price, trialDays: 14 });
  const notices = () =>
    state.events.filter(({ type }) => type === 'customer.subscription.trial_will_end').length;

  moveTo('2026-01-26T11:59:59Z');
  state.catchUp();
  expect(notices()).toBe(0);
  moveTo('2026-01-26T12:00:00Z');
  state.catchUp();
  expect(notices()).toBe(1);

  moveTo('2026-01-29T12:00:00Z');
  expect(await stripe.subscriptions.retrieve(id)).toMatchObject({
    status: 'active',
    items: { data: [{ current_period_end: seconds('2026-02-28T12:00:00Z') }] },
  });
  expect(notices()).toBe(1);
  expect(await invoices(account, id)).toEqual([
    { on: '2026-01-15', total: 0, status: 'paid' },
    { on: '2026-01-29', total: 2900, status: 'paid' },
  ]);
});

test('a repeating discount is on the invoices of its months, one for once on the next', async () => {
  const account = await testAccount();
  const { stripe, state, moveTo } = account;
  state.seedCoupon({ id: 'THREE', percent_off: 50, duration: 'repeating', duration_in_months: 3 });
  state.seedCoupon({ id: 'ONCE', amount_off: 100, currency: 'usd', duration: 'once' });
  const price = state.seedPrice({ amount: 1000 }).id;
  const { id } = state.seedSubscription({ price, coupon: 'THREE' });
  const { discounts } = await stripe.subscriptions.retrieve(id);
  await stripe.subscriptions.update(id, {
    discounts: [{ discount: idOf(discounts[0] ?? '') }, { coupon: 'ONCE' }],
  });

  moveTo('2026-05-16T00:00:00Z');
  expect((await invoices(account, id)).map(({ total }) => total)).toEqual([
    1000, 400, 500, 1000, 1000,
  ]);
  expect((await stripe.subscriptions.retrieve(id)).discounts).toEqual([]);
  const ended = state.events.filter(({ type }) => type === 'customer.discount.deleted');
  expect(ended.map(({ created }) => created)).toEqual([
    seconds('2026-02-15T12:00:00Z'),
    seconds('2026-04-15T12:00:00Z'),
  ]);
});

test('a cancellation at the end of the period takes effect then, and nothing more is billed', async () => {
  const account = await testAccount();
  const { stripe, state, moveTo } = account;
  const { id } = state.seedSubscription({ price: state.seedPrice({ amount: 2900 }).id });
  await stripe.subscriptions.update(id, { cancel_at_period_end: true });

  moveTo('2026-02-15T11:59:59Z');
  expect((await stripe.subscriptions.retrieve(id)).status).toBe('active');
  moveTo('2026-06-01T00:00:00Z');
  expect(await stripe.subscriptions.retrieve(id)).toMatchObject({
    status: 'canceled',
    cancel_at_period_end: true,
    canceled_at: seconds('2026-01-15T12:00:00Z'),
    ended_at: seconds('2026-02-15T12:00:00Z'),
  });
  expect(await invoices(account, id)).toHaveLength(1);
});

test.each([
  ['void', 'void'],
  ['mark_uncollectible', 'uncollectible'],
  ['keep_as_draft', 'draft'],
] as const)(
  'paused with %s, invoices are %s until collection resumes',
  async (behavior, status) => {
    const account = await testAccount();
    const { stripe, state, moveTo } = account;
    const { id } = state.seedSubscription({ price: state.seedPrice({ amount: 2900 }).id });
    await stripe.subscriptions.update(id, {
      pause_collection: { behavior, resumes_at: seconds('2026-03-15T12:00:00Z') },
    });
    moveTo('2026-03-15T12:00:00Z');
    expect(await stripe.subscriptions.retrieve(id)).toMatchObject({
      status: 'active',
      pause_collection: null,
    });
    expect(await invoices(account, id)).toEqual([
      { on: '2026-01-15', total: 2900, status: 'paid' },
      { on: '2026-02-15', total: 2900, status },
      { on: '2026-03-15', total: 2900, status: 'paid' },
    ]);
  },
);

test('an invoice that cannot be paid makes the subscription past due', async () => {
  const { stripe, state, moveTo } = await testAccount();
  const customer = state.seedCustomer().id;
  const price = state.seedPrice({ amount: 2900 }).id;
  const { id } = state.seedSubscription({ customer, price });
  const card = state.seedPaymentMethod(customer, 'pm_card_chargeCustomerFail').id;
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: card } });

  moveTo('2026-02-15T12:00:00Z');
  expect(await stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] })).toMatchObject({
    status: 'past_due',
    latest_invoice: { status: 'open', attempt_count: 1 },
  });
});

test('the same calls and the same times give the same account', async () => {
  const run = async () => {
    const { stripe, state, moveTo } = await testAccount();
    state.seedCoupon({ id: 'TEN', percent_off: 10, duration: 'forever' });
    const price = state.seedPrice({ amount: 2900 }).id;
    const { id } = state.seedSubscription({ price, coupon: 'TEN', trialDays: 3 });
    moveTo('2026-08-01T00:00:00Z');
    await stripe.subscriptions.retrieve(id);
    return { events: state.events, invoices: state.invoices.all() };
  };
  expect(await run()).toEqual(await run());
});
