import { describe, expect, it } from 'vitest';
import { secret } from './support/fixtures.js';
import { newKey } from './support/service.js';
import { useWalls, wallsOf } from './support/walls.js';
import { useWorld } from './support/world.js';

const world = useWorld();
const { serve } = useWalls(world);
const minute = 60_000;

describe('the token of a check', () => {
  it('holds for fifteen minutes', async () => {
    const { walls } = await serve();
    const token = await walls.token('cus_paused', 'pause');
    world.clock.advance(15 * minute - 1000);
    expect((await walls.cancel(token)).status).toBe(200);
    world.clock.advance(1000);
    const { status, error } = await walls.resume(token);
    expect([status, error.code]).toEqual([401, 'token_expired']);
  });

  it('opens what its wall can do, and nothing of another wall', async () => {
    const { walls } = await serve();
    const pause = await walls.token('cus_paused', 'pause');
    const debt = await walls.token('cus_overdue', 'failedPayment');
    const refused = [
      await walls.resume(debt),
      await walls.cancel(debt),
      await walls.pay(pause, { invoiceId: 'in_overdue' }),
      await walls.setUpCard(pause),
      await walls.openPortal(pause, 'https://app.example.com/'),
    ];
    for (const { status, error } of refused)
      expect([status, error.code]).toEqual([403, 'forbidden']);
  });

  it('opens nothing where no wall stands', async () => {
    const { walls } = await serve();
    const token = await walls.token('cus_monthly', 'pause');
    const { status, error } = await walls.cancel(token);
    expect([status, error.code]).toEqual([403, 'forbidden']);
    expect((await world.subscription('cus_monthly')).cancelAt).toBeUndefined();
  });

  it('starts no session, and a session token opens no wall', async () => {
    const { service, walls } = await serve();
    const token = await walls.token('cus_paused', 'pause');
    expect((await service.start(token)).error.code).toBe('token_invalid');
    expect((await walls.resume(service.tokenFor('cus_paused'))).error.code).toBe('token_invalid');
    const { status, error } = await service.send('POST', '/v1/walls/resume', {
      body: { key: newKey() },
    });
    expect([status, error.code]).toEqual([401, 'credential_missing']);
  });

  it('outlives the secret that signed it while that is still accepted', async () => {
    const { walls } = await serve();
    const token = await walls.token('cus_paused', 'pause');
    const newer = 'a newer secret of the test suite, longer';
    const next = wallsOf(await world.serve({ secrets: [newer, secret] }));
    expect((await next.resume(token)).status).toBe(200);
    const last = wallsOf(await world.serve({ secrets: [newer] }));
    expect((await last.resume(token)).error.code).toBe('token_invalid');
  });
});

describe('a request that is not well-formed is refused by the name of its field', () => {
  const key = newKey();
  it.each<[path: string, body: unknown, field: string]>([
    ['', {}, 'kind'],
    ['', { kind: 'debt' }, 'kind'],
    ['', { kind: 'pause', forceCheck: 'yes' }, 'forceCheck'],
    ['', { kind: 'pause', customerId: 'c'.repeat(256) }, 'customerId'],
    ['', [], 'body'],
    ['/resume', {}, 'key'],
    ['/resume', { key: 'short' }, 'key'],
    ['/cancel', { key: 'not/a/key/but/long/enough' }, 'key'],
    ['/pay', { key }, 'invoiceId'],
    ['/pay', { key, invoiceId: 'i'.repeat(256) }, 'invoiceId'],
    ['/pay', { key, invoiceId: 'in_overdue', paymentMethodId: 1 }, 'paymentMethodId'],
    ['/card', null, 'body'],
    ['/portal', {}, 'returnUrl'],
    ['/portal', { returnUrl: `https://app.example.com/${'a'.repeat(2000)}` }, 'returnUrl'],
  ])('%s %j', async (path, body, field) => {
    const { service } = await serve();
    const { status, error } = await service.send('POST', `/v1/walls${path}`, { body });
    expect([status, error.code, error.field]).toEqual([400, 'invalid_request', field]);
  });
});
