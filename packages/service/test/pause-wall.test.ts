import type { Subscription } from '@fairwell/contract';
import { describe, expect, it } from 'vitest';
import { SandboxProvider, type SandboxData } from '../src/index.js';
import { lite, thirtyOff } from './support/fixtures.js';
import { newKey } from './support/service.js';
import {
  daysAgo,
  daysAhead,
  pause,
  pausedSubscription,
  period,
  useWalls,
  wallsOf,
} from './support/walls.js';
import { cancel, statesOf, useWorld } from './support/world.js';

const world = useWorld();
const { seed, serve } = useWalls(world);
const minute = 60_000;
const day = 24 * 60 * minute;
const takePause = { type: 'pause', offerId: 'why/unused', interval: 'month', length: 3 } as const;

async function states(customerId: string): Promise<string[]> {
  const provider = new SandboxProvider(world.database, world.clock);
  return (await provider.listSubscriptions(customerId)).map(({ status }) => status.name);
}

describe('the check of a pause', () => {
  it('says since when, until when, and what resuming will charge', async () => {
    const { walls } = await serve();
    const { status, body } = await walls.check('cus_paused', { kind: 'pause' });
    expect(status).toBe(200);
    expect(body.wall).toEqual({
      kind: 'pause',
      subscriptionId: 'sub_paused',
      since: '2026-11-10T00:00:00.000Z',
      resumesAt: '2027-01-10T00:00:00.000Z',
      charge: { value: 2900, currency: 'usd' },
    });
    expect(body.customer).toEqual({ id: 'cus_paused', name: 'Noor Falk' });
    expect(body.subscriptions).toMatchObject([{ id: 'sub_paused', status: { name: 'paused' } }]);
    expect(JSON.stringify(body)).not.toContain('internal');
  });

  const paused = (change: Partial<Subscription>): SandboxData => ({
    subscriptions: [{ ...pausedSubscription, ...change }],
  });
  const pausedFor = (change: Partial<typeof pause>): SandboxData =>
    paused({
      status: { name: 'paused', pause: { ...pause, ...change }, currentPeriod: period },
    });
  const standing: [string, SandboxData, object][] = [
    [
      'a discount that is still there at the renewal is taken off',
      paused({ discounts: [{ coupon: thirtyOff, start: daysAgo(1), end: daysAhead(60) }] }),
      { charge: { value: 2030, currency: 'usd' } },
    ],
    [
      'a discount that ends before it is not',
      paused({ discounts: [{ coupon: thirtyOff, start: daysAgo(1), end: daysAhead(2) }] }),
      { charge: { value: 2900, currency: 'usd' } },
    ],
    [
      'a pause without an end',
      paused({ status: { name: 'paused', pause: { start: pause.start }, currentPeriod: period } }),
      { resumesAt: undefined },
    ],
    [
      'what is going to end charges nothing',
      paused({ cancelAt: daysAhead(15) }),
      { charge: undefined },
    ],
    [
      'several charge together',
      {
        subscriptions: [
          {
            ...pausedSubscription,
            id: 'sub_paused_too',
            items: [{ price: lite, quantity: 2 }],
          },
        ],
      },
      { subscriptionId: 'sub_paused', charge: { value: 4700, currency: 'usd' } },
    ],
  ];
  it.each(standing)('stands: %s', async (_name, data, expected) => {
    await seed(data);
    const { walls } = await serve();
    const { body } = await walls.check('cus_paused', { kind: 'pause' });
    expect(body.wall).toMatchObject({ kind: 'pause' });
    const { charge, resumesAt, subscriptionId } = {
      charge: undefined,
      resumesAt: undefined,
      subscriptionId: undefined,
      ...body.wall,
    };
    expect({ charge, resumesAt, subscriptionId }).toMatchObject(expected);
  });

  const running: SandboxData = {
    subscriptions: [
      {
        ...pausedSubscription,
        id: 'sub_running',
        status: { name: 'active', currentPeriod: period },
      },
    ],
  };
  const letIn: [string, SandboxData][] = [
    ['a pause that waits for the end of the paid period', pausedFor({ start: daysAhead(10) })],
    ['nothing is paused', paused({ status: { name: 'active', currentPeriod: period } })],
    ['what was paused has ended', paused({ status: { name: 'canceled', canceledAt: daysAgo(1) } })],
    ['another subscription runs', running],
  ];
  it.each(letIn)('lets in: %s', async (_name, data) => {
    await seed(data);
    const { walls } = await serve();
    const { status, body } = await walls.check('cus_paused', { kind: 'pause' });
    expect([status, body.wall]).toEqual([200, null]);
  });

  it('begins with the day that the pause begins', async () => {
    await seed(pausedFor({ start: daysAhead(10) }));
    const { walls } = await serve();
    world.clock.advance(10 * day);
    const { body } = await walls.check('cus_paused', { kind: 'pause' });
    expect(body.wall).toMatchObject({ since: daysAhead(10) });
  });

  it('is about the one subscription that is named', async () => {
    await seed(running);
    const { walls } = await serve();
    const check = async (subscriptionId: string) =>
      (await walls.check('cus_paused', { kind: 'pause' }, subscriptionId)).body;
    expect(await check('sub_paused')).toMatchObject({ wall: { subscriptionId: 'sub_paused' } });
    expect(await check('sub_running')).toMatchObject({ wall: null });
    const foreign = await walls.check('cus_paused', { kind: 'pause' }, 'sub_monthly');
    expect([foreign.status, foreign.error.code]).toEqual([404, 'subscription_unknown']);
  });

  it('knows a customer, or says so', async () => {
    const { walls } = await serve();
    const { status, error } = await walls.check('cus_nobody', { kind: 'pause' });
    expect([status, error.code]).toEqual([404, 'customer_unknown']);
  });

  it('does not know where the provider does not answer', async () => {
    const { provider, walls } = await serve();
    provider.fail('listSubscriptions', 'before', new Error('nobody there'));
    const { status, error } = await walls.check('cus_paused', { kind: 'pause' });
    expect([status, error.code]).toEqual([503, 'provider_unavailable']);
    expect((await walls.check('cus_paused', { kind: 'pause' })).status).toBe(200);
  });
});

describe('what is known of a customer', () => {
  it('is kept for a minute', async () => {
    const { provider, walls } = await serve();
    await walls.check('cus_paused', { kind: 'pause' });
    world.clock.advance(minute - 1);
    await walls.check('cus_paused', { kind: 'pause' });
    expect(provider.calls('listSubscriptions')).toBe(1);
    world.clock.advance(1);
    await walls.check('cus_paused', { kind: 'pause' });
    expect(provider.calls('listSubscriptions')).toBe(2);
  });

  it('is read anew when that is asked for', async () => {
    const { provider, walls } = await serve();
    await walls.check('cus_paused', { kind: 'pause' });
    await walls.check('cus_paused', { kind: 'pause', forceCheck: true });
    expect(provider.calls('listSubscriptions')).toBe(2);
  });

  it('is read anew after what was done, by another process too', async () => {
    const { walls } = await serve();
    const another = wallsOf((await serve()).service);
    const { body } = await walls.check('cus_paused', { kind: 'pause' });
    expect((await another.check('cus_paused', { kind: 'pause' })).body.wall).not.toBeNull();
    world.clock.advance(1000);
    await walls.resume(body.token);
    expect((await walls.check('cus_paused', { kind: 'pause' })).body.wall).toBeNull();
    expect((await another.check('cus_paused', { kind: 'pause' })).body.wall).toBeNull();
  });

  it('is read anew after a pause was taken in a flow', async () => {
    const { service, walls } = await serve();
    await walls.check('cus_monthly', { kind: 'pause' });
    world.clock.advance(1000);
    expect((await service.act(await service.session('cus_monthly'), takePause)).status).toBe(200);
    const { body } = await walls.check('cus_monthly', { kind: 'pause' });
    expect(body.wall).toMatchObject({ kind: 'pause', subscriptionId: 'sub_monthly' });
  });

  it('is kept for each customer', async () => {
    const { walls } = await serve();
    const first = await walls.check('cus_paused', { kind: 'pause' });
    const second = await walls.check('cus_monthly', { kind: 'pause' });
    expect([first.body.wall?.kind, second.body.wall]).toEqual(['pause', null]);
  });
});

describe('resuming', () => {
  it('ends the pause at once', async () => {
    const { walls } = await serve();
    const { status, body } = await walls.resume(await walls.token('cus_paused', 'pause'));
    expect(status).toBe(200);
    expect(body.subscriptions).toMatchObject([
      {
        id: 'sub_paused',
        status: { name: 'active', currentPeriod: { end: '2026-12-01T00:00:00.000Z' } },
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('internal');
    expect(await states('cus_paused')).toEqual(['active']);
  });

  it('ends every pause that the wall stood for, and only those', async () => {
    await seed({ subscriptions: [{ ...pausedSubscription, id: 'sub_paused_too' }] });
    const { service, walls } = await serve();
    const one = await service.send<{ token: string }>('POST', '/v1/walls', {
      token: service.tokenFor('cus_paused', 'sub_paused_too'),
      body: { kind: 'pause' },
    });
    await walls.resume(one.body.token);
    expect(await states('cus_paused')).toEqual(['paused', 'active']);
    await seed({ subscriptions: [{ ...pausedSubscription, id: 'sub_paused_too' }] });
    world.clock.advance(1000);
    const { body } = await walls.resume(await walls.token('cus_paused', 'pause'));
    expect(body.subscriptions.map(({ id }) => id)).toEqual(['sub_paused', 'sub_paused_too']);
    expect(await states('cus_paused')).toEqual(['active', 'active']);
  });

  it('happens once, however often and with whatever token it is asked for', async () => {
    const { provider, walls } = await serve();
    const body = { key: newKey() };
    const token = await walls.token('cus_paused', 'pause');
    const another = await walls.token('cus_paused', 'pause');
    const answers = await Promise.all([
      walls.resume(token, body),
      walls.resume(token, body),
      walls.resume(another, body),
    ]);
    world.clock.advance(minute);
    answers.push(await walls.resume(another, body));
    for (const answer of answers) expect(answer.body).toEqual(answers[0].body);
    expect(provider.calls('apply')).toBe(1);
    expect(await statesOf(world)).toEqual(['applied']);
  });

  it('counts as done where it was done already', async () => {
    const { walls } = await serve();
    const token = await walls.token('cus_paused', 'pause');
    await walls.resume(token);
    const { status, body } = await walls.resume(token);
    expect(status).toBe(200);
    expect(body.subscriptions).toMatchObject([{ status: { name: 'active' } }]);
  });

  it('is refused where the subscription has ended since', async () => {
    const { walls } = await serve();
    const token = await walls.token('cus_paused', 'pause');
    await seed({
      subscriptions: [
        { ...pausedSubscription, status: { name: 'canceled', canceledAt: daysAgo(0) } },
      ],
    });
    const { status, error } = await walls.resume(token);
    expect([status, error.code]).toEqual([409, 'already_canceled']);
  });

  it('is carried out after all when the process went away over it', async () => {
    const { provider, walls } = await serve();
    const token = await walls.token('cus_paused', 'pause');
    const held = provider.hold('apply', 'before');
    world.cleanUp(held.release);
    const key = newKey();
    void walls.resume(token, { key }).catch(() => undefined);
    await held.reached;
    world.clock.advance(2 * minute);
    const { walls: next } = await serve();
    await expect.poll(() => statesOf(world)).toEqual(['applied']);
    expect(await states('cus_paused')).toEqual(['active']);
    expect((await next.resume(token, { key })).status).toBe(200);
  });

  it('ends the cooldown of pauses as early as the pause', async () => {
    const { service, walls } = await serve();
    expect((await service.act(await service.session('cus_monthly'), takePause)).status).toBe(200);
    world.clock.advance(minute);
    const token = await walls.token('cus_monthly', 'pause');
    await walls.resume(token);
    const isOffered = async (): Promise<boolean> => {
      const { flow } = await service.session('cus_monthly');
      return JSON.stringify(flow).includes('"type":"pause"');
    };
    // Three months from now, not from when the pause would have ended.
    world.clock.advance(90 * day);
    expect(await isOffered()).toBe(false);
    world.clock.advance(3 * day);
    expect(await isOffered()).toBe(true);
  });
});

describe('cancelling at a pause', () => {
  it('ends the subscription with its term, and says when', async () => {
    const { walls } = await serve();
    const { status, body } = await walls.cancel(await walls.token('cus_paused', 'pause'));
    expect(status).toBe(200);
    expect(body.endsAt).toBe('2026-12-01T00:00:00.000Z');
    expect(body.subscriptions).toMatchObject([{ id: 'sub_paused', cancelAt: body.endsAt }]);
  });

  it('does so whatever the setting for flows is', async () => {
    const service = await world.serve({ settings: { cancelAt: 'immediately' } });
    const walls = wallsOf(service);
    const { body } = await walls.cancel(await walls.token('cus_paused', 'pause'));
    expect(body.endsAt).toBe('2026-12-01T00:00:00.000Z');
  });

  it('happens once', async () => {
    const { provider, walls } = await serve();
    const token = await walls.token('cus_paused', 'pause');
    const first = await walls.cancel(token);
    const second = await walls.cancel(token);
    expect(second.body).toEqual(first.body);
    expect(provider.calls('apply')).toBe(1);
  });

  it('does not touch what was resumed meanwhile', async () => {
    const { walls } = await serve();
    const token = await walls.token('cus_paused', 'pause');
    await walls.resume(token);
    const { status, error } = await walls.cancel(token);
    expect([status, error.code]).toEqual([403, 'forbidden']);
    expect(await states('cus_paused')).toEqual(['active']);
  });

  it('and a cancel in a flow do not get into each other’s way', async () => {
    const { provider, service, walls } = await serve();
    const session = await service.session('cus_paused');
    const token = await walls.token('cus_paused', 'pause');
    const answers = await Promise.all([walls.cancel(token), service.act(session, cancel)]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect(provider.calls('apply')).toBe(1);
  });
});
