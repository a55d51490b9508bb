import { describe, expect, it } from 'vitest';
import { ProviderError } from '../src/index.js';
import { newKey } from './support/service.js';
import {
  cancel,
  couponsOf,
  serveBreakable,
  statesOf,
  takeDiscount,
  useWorld,
} from './support/world.js';

const world = useWorld();
const breakable = () => serveBreakable(world);
const states = () => statesOf(world);
const coupons = () => couponsOf(world);
const minute = 60_000;

describe('the same key', () => {
  it('gets the same answer, and nothing happens twice', async () => {
    const { provider, service, session } = await breakable();
    const key = newKey();
    const first = await service.act(session, takeDiscount, key);
    world.clock.advance(10 * minute);
    const second = await service.act(session, takeDiscount, key);
    expect(second.body).toEqual(first.body);
    expect(provider.calls('apply')).toBe(1);
    expect(await coupons()).toEqual(['SAVE30']);
  });

  it('gets the same answer however its fields are ordered', async () => {
    const { service, session } = await breakable();
    const key = newKey();
    await service.act(session, takeDiscount, key);
    const { couponId, offerId, type } = takeDiscount as typeof takeDiscount & { type: 'discount' };
    expect((await service.act(session, { couponId, offerId, type }, key)).status).toBe(200);
  });

  it('waits for the answer of a double click', async () => {
    const { provider, service, session } = await breakable();
    const key = newKey();
    const clicks = Array.from({ length: 10 }, () => service.act(session, takeDiscount, key));
    const answers = await Promise.all(clicks);
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(body).toEqual(answers[0]?.body);
    }
    expect(provider.calls('apply')).toBe(1);
    expect(await states()).toEqual(['applied']);
  });

  it('is refused for another action', async () => {
    const { service, session } = await breakable();
    const key = newKey();
    await service.act(session, takeDiscount, key);
    const { status, error } = await service.act(session, cancel, key);
    expect([status, error.code, error.field]).toEqual([409, 'key_reused', 'key']);
    expect((await world.subscription('cus_monthly')).cancelAt).toBeUndefined();
  });

  it('gets the same refusal, without asking the provider again', async () => {
    const { provider, service, session } = await breakable();
    const key = newKey();
    provider.fail('apply', 'before', new ProviderError('payment_declined', 'Declined', 'none'));
    const answers = [
      await service.act(session, takeDiscount, key),
      await service.act(session, takeDiscount, key),
    ];
    expect(answers.map(({ error }) => [error.code, error.message])).toEqual([
      ['payment_declined', 'Declined'],
      ['payment_declined', 'Declined'],
    ]);
    expect(provider.calls('apply')).toBe(1);
    expect(await coupons()).toEqual([]);
    expect((await service.act(session, takeDiscount)).status).toBe(200);
  });

  it('tries again after a refusal that passes', async () => {
    const { provider, service, session } = await breakable();
    const key = newKey();
    provider.fail('apply', 'before', new ProviderError('provider_rate_limited', 'Slow', 'none'));
    expect((await service.act(session, takeDiscount, key)).status).toBe(503);
    expect(await states()).toEqual(['failed']);
    expect((await service.act(session, takeDiscount, key)).status).toBe(200);
    expect(await states()).toEqual(['applied']);
  });
});

describe('two keys', () => {
  it('for one decision: the second is told that it is done', async () => {
    const { service, session } = await breakable();
    await service.act(session, takeDiscount);
    expect((await service.act(session, takeDiscount)).error.code).toBe('session_ended');
    await service.act(session, cancel);
    expect((await service.act(session, cancel)).error.code).toBe('already_canceled');
    expect(await states()).toEqual(['applied', 'failed', 'applied', 'failed']);
  });

  it('in two tabs: the subscription is cancelled once, and the other tab is told', async () => {
    const { provider, service, session } = await breakable();
    const other = await service.session('cus_monthly');
    expect((await service.act(session, cancel)).status).toBe(200);
    const { status, error } = await service.act(other, cancel);
    expect([status, error.code]).toEqual([409, 'already_canceled']);
    expect(provider.calls('apply')).toBe(1);
  });

  it('in many tabs at once: one of them cancels, and the others are told', async () => {
    const { provider, service } = await breakable();
    const sessions = await Promise.all(
      Array.from({ length: 4 }, () => service.session('cus_monthly')),
    );
    const answers = await Promise.all(sessions.map((session) => service.act(session, cancel)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(provider.calls('apply')).toBe(1);
    for (const { status, error } of answers.filter((answer) => answer.status !== 200))
      expect([status, error.code]).toEqual([
        409,
        expect.stringMatching(/^(action_in_flight|already_canceled)$/),
      ]);
  });

  it('for different customers do not wait for each other', async () => {
    const { provider, service, session } = await breakable();
    const held = provider.hold('apply', 'before');
    world.cleanUp(held.release);
    const slow = service.act(session, cancel);
    await held.reached;
    expect((await service.act(await service.session('cus_two'), cancel)).status).toBe(200);
    held.release();
    expect((await slow).status).toBe(200);
  });

  it('of one customer wait for each other, over several processes', async () => {
    const { provider, service, session } = await breakable();
    const another = await world.serve();
    const held = provider.hold('apply', 'before');
    world.cleanUp(held.release);
    const slow = service.act(session, takeDiscount);
    await held.reached;
    const { error } = await another.act(await another.session('cus_monthly'), cancel);
    expect(error.code).toBe('action_in_flight');
    held.release();
    expect((await slow).status).toBe(200);
  });
});

describe('an offer that no longer holds when it is taken', () => {
  it('is refused when the coupon is gone', async () => {
    const { service, session } = await breakable();
    await world.database.query.deleteFrom('sandbox_coupons').where('id', '=', 'SAVE30').execute();
    const { status, error } = await service.act(session, takeDiscount);
    expect([status, error.code]).toEqual([409, 'coupon_unknown']);
    expect(await coupons()).toEqual([]);
    expect((await service.act(session, cancel)).status).toBe(200);
  });

  it('is refused when the coupon of that name is worth something else', async () => {
    const { service, session } = await breakable();
    await world.database.query
      .updateTable('sandbox_coupons')
      .set({ data: JSON.stringify({ id: 'SAVE30', percentOff: 5, duration: 'once' }) })
      .where('id', '=', 'SAVE30')
      .execute();
    const { error } = await service.act(session, takeDiscount);
    expect(error.code).toBe('offer_ineligible');
    expect(await coupons()).toEqual([]);
  });

  it('is refused when another tab took it', async () => {
    const { service, session } = await breakable();
    const other = await service.session('cus_monthly');
    await service.act(session, takeDiscount);
    const { status, error } = await service.act(other, takeDiscount);
    expect([status, error.code]).toEqual([409, 'offer_ineligible']);
    expect(await coupons()).toEqual(['SAVE30']);
  });
});
