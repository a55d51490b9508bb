import { expect, test } from 'vitest';
import { seconds, testAccount } from './testing/account.ts';

test('records what an update changed, and which request did it', async () => {
  const { stripe, state } = await testAccount();
  const { id } = state.seedSubscription({ price: state.seedPrice({ amount: 2900 }).id });
  const updated = await stripe.subscriptions.update(
    id,
    { cancel_at_period_end: true },
    { idempotencyKey: 'key' },
  );
  const event = state.events.at(-1);
  expect(event).toMatchObject({
    object: 'event',
    type: 'customer.subscription.updated',
    created: seconds('2026-01-15T12:00:00Z'),
    request: { id: updated.lastResponse.requestId, idempotency_key: 'key' },
  });
  if (event?.type !== 'customer.subscription.updated') throw new Error('no update');
  expect(event.data.object).toMatchObject({ id, cancel_at_period_end: true });
  expect(event.data.previous_attributes).toMatchObject({
    cancel_at_period_end: false,
    cancel_at: null,
    canceled_at: null,
  });
  expect(event.data.previous_attributes).not.toHaveProperty('metadata');
});

test('records nothing when nothing changes', async () => {
  const { stripe, state } = await testAccount();
  const { id } = state.seedSubscription({ price: state.seedPrice({ amount: 2900 }).id });
  const before = state.events.length;
  await stripe.subscriptions.update(id, { cancel_at_period_end: false });
  await stripe.subscriptions.update(id, {});
  expect(state.events).toHaveLength(before);
});

test('records what the clock does in its order, at its time and without a request', async () => {
  const { stripe, state, moveTo } = await testAccount();
  const { id } = state.seedSubscription({ price: state.seedPrice({ amount: 2900 }).id });
  const before = state.events.length;
  moveTo('2026-02-15T12:00:00Z');
  await stripe.subscriptions.retrieve(id);
  const renewal = state.events.slice(before);
  expect(renewal.map(({ type }) => type)).toEqual([
    'customer.subscription.updated',
    'invoice.created',
    'invoice.finalized',
    'invoice.paid',
    'invoice_payment.paid',
  ]);
  for (const event of renewal) {
    expect(event).toMatchObject({ created: seconds('2026-02-15T12:00:00Z'), request: null });
  }
});

test('an event keeps what it told when the object changes again', async () => {
  const { stripe, state } = await testAccount();
  const { id } = state.seedSubscription({ price: state.seedPrice({ amount: 2900 }).id });
  await stripe.subscriptions.cancel(id);
  await stripe.subscriptions.update(id, { metadata: { note: 'later' } });
  const deleted = state.events.find(({ type }) => type === 'customer.subscription.deleted');
  expect(deleted?.data.object).toMatchObject({ status: 'canceled', metadata: {} });
});
