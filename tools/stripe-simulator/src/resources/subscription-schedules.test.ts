import { expect, test } from 'vitest';
import { errorOf, seconds, testAccount } from '../testing/account.ts';
import type { TestAccount } from '../testing/account.ts';

async function scheduled(
  endBehavior: 'cancel' | 'release' = 'release',
): Promise<TestAccount & { id: string; schedule: string; lite: string }> {
  const account = await testAccount();
  const { state } = account;
  const lite = state.seedPrice({ amount: 900, nickname: 'Lite' }).id;
  const { id } = state.seedSubscription({ price: state.seedPrice({ amount: 2900 }).id });
  const schedule = state.seedSchedule({ subscription: id, nextPrice: lite, endBehavior }).id;
  return { ...account, id, schedule, lite };
}

test('while it is attached, what it governs cannot be changed directly', async () => {
  const { stripe, state, id, schedule, lite } = await scheduled();
  state.seedCoupon({ id: 'TEN', percent_off: 10 });
  const before = await stripe.subscriptions.retrieve(id);
  expect(before.schedule).toBe(schedule);

  for (const params of [
    { cancel_at_period_end: true },
    { discounts: [{ coupon: 'TEN' }] },
    { items: [{ price: lite }] },
    { trial_end: seconds('2026-03-01T00:00:00Z') },
  ]) {
    const error = await errorOf(stripe.subscriptions.update(id, params));
    expect(error.statusCode).toBe(400);
    expect(error.message).toContain(`managed by the subscription schedule \`${schedule}\``);
  }
  expect(await stripe.subscriptions.retrieve(id)).toEqual(before);
  await stripe.subscriptions.update(id, { pause_collection: { behavior: 'void' } });
});

test('released, it lets the subscription run on and be changed', async () => {
  const { stripe, id, schedule, moveTo } = await scheduled();
  expect(await stripe.subscriptionSchedules.retrieve(schedule)).toMatchObject({
    status: 'active',
    subscription: id,
  });
  expect(await stripe.subscriptionSchedules.release(schedule)).toMatchObject({
    status: 'released',
    subscription: null,
    released_subscription: id,
    released_at: seconds('2026-01-15T12:00:00Z'),
  });
  expect(await stripe.subscriptions.update(id, { cancel_at_period_end: true })).toMatchObject({
    schedule: null,
    cancel_at_period_end: true,
  });
  expect(await errorOf(stripe.subscriptionSchedules.release(schedule))).toMatchObject({
    statusCode: 400,
  });
  await stripe.subscriptions.update(id, { cancel_at_period_end: false });
  moveTo('2026-02-15T12:00:00Z');
  expect((await stripe.subscriptions.retrieve(id)).items.data[0]?.price.unit_amount).toBe(2900);
});

test('keeps the end that the schedule has set only when it is told to', async () => {
  const end = seconds('2026-03-15T12:00:00Z');
  const kept = await scheduled('cancel');
  expect((await kept.stripe.subscriptions.retrieve(kept.id)).cancel_at).toBe(end);
  await kept.stripe.subscriptionSchedules.release(kept.schedule, { preserve_cancel_date: true });
  expect((await kept.stripe.subscriptions.retrieve(kept.id)).cancel_at).toBe(end);

  const dropped = await scheduled('cancel');
  await dropped.stripe.subscriptionSchedules.release(dropped.schedule);
  expect((await dropped.stripe.subscriptions.retrieve(dropped.id)).cancel_at).toBeNull();
});

test('cancelled, it takes the subscription with it; so does the subscription', async () => {
  const one = await scheduled();
  expect(await one.stripe.subscriptionSchedules.cancel(one.schedule)).toMatchObject({
    status: 'canceled',
  });
  expect((await one.stripe.subscriptions.retrieve(one.id)).status).toBe('canceled');

  const other = await scheduled();
  await other.stripe.subscriptions.cancel(other.id);
  expect(await other.stripe.subscriptionSchedules.retrieve(other.schedule)).toMatchObject({
    status: 'canceled',
  });
});

test('brings the next price at the end of the period and lets go after the last phase', async () => {
  const { stripe, id, schedule, lite, moveTo } = await scheduled();
  moveTo('2026-02-15T12:00:00Z');
  const changed = await stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] });
  expect(changed.items.data[0]?.price.id).toBe(lite);
  expect(changed.latest_invoice).toMatchObject({ total: 900 });
  expect(changed.schedule).toBe(schedule);

  moveTo('2026-03-15T12:00:00Z');
  expect(await stripe.subscriptions.retrieve(id)).toMatchObject({
    status: 'active',
    schedule: null,
  });
  expect((await stripe.subscriptionSchedules.retrieve(schedule)).status).toBe('released');
});

test('ends the subscription with its last phase when that is its end behaviour', async () => {
  const { stripe, id, moveTo } = await scheduled('cancel');
  moveTo('2026-03-15T12:00:00Z');
  expect((await stripe.subscriptions.retrieve(id)).status).toBe('canceled');
});

test('an unknown schedule is missing', async () => {
  const { stripe } = await testAccount();
  const error = await errorOf(stripe.subscriptionSchedules.release('sub_sched_unknown'));
  expect(error).toMatchObject({ statusCode: 404, code: 'resource_missing' });
});
