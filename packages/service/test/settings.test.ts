import type { Settings, StoredSettings } from '@fairwell/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../src/index.js';
import { administer } from './support/admin.js';
import type { TestService } from './support/service.js';
import { cancel, couponsOf, takeDiscount, useWorld } from './support/world.js';

const world = useWorld();
let service: TestService;
let admin: Awaited<ReturnType<typeof administer>>;

beforeEach(async () => {
  service = await world.serve({ settings: { pauseCooldownMonths: 6 } });
  admin = await administer(world, service);
});

const read = async () => (await admin.send<StoredSettings>('GET', '/settings')).body;
const put = (changes: object, revision: number) =>
  admin.send<StoredSettings>('PUT', '/settings', { changes, revision });
const started: Settings = { ...defaultSettings, pauseCooldownMonths: 6 };

const overlong = Object.fromEntries(
  Array.from({ length: 101 }, (_, index) => [`key${index}`, 'x'.repeat(1000)]),
);

describe('settings', () => {
  it('are as the service was started until they are changed', async () => {
    expect(await read()).toEqual({ settings: started, changes: {}, revision: 0 });
    const changes = { stackCoupons: true, compliance: ['california'] };
    const { body } = await put(changes, 0);
    expect(body).toEqual({ settings: { ...started, ...changes }, changes, revision: 1 });
    expect(await read()).toEqual(body);
    expect((await put({}, 1)).body.settings).toEqual(started);
  });

  it('that somebody else has changed are not overwritten', async () => {
    const first = await Promise.all(
      [true, false].map((prorate) => put({ prorate }, 0).then(({ status }) => status)),
    );
    expect(first.sort()).toEqual([200, 409]);
    await put({ cancelAt: 'immediately' }, 1);
    const { error } = await put({ cancelAt: 'periodEnd' }, 1);
    expect([error.code, error.field]).toEqual(['conflict', 'revision']);
    expect((await read()).settings.cancelAt).toBe('immediately');
  });

  it('are of one mode', async () => {
    await put({ prorate: false }, 0);
    const { send } = await administer(world, service, 'test');
    expect((await send<StoredSettings>('GET', '/settings')).body.changes).toEqual({});
  });

  it.each<[changes: unknown, field: string]>([
    [{ cancelAt: 'later' }, 'changes.cancelAt'],
    [{ pauseInvoices: 'shred' }, 'changes.pauseInvoices'],
    [{ discountCooldownMonths: 0.5 }, 'changes.discountCooldownMonths'],
    [{ compliance: ['mars'] }, 'changes.compliance[0]'],
    [{ cancelsAt: 'periodEnd' }, 'changes.cancelsAt'],
    [{ stackCoupons: null }, 'changes.stackCoupons'],
    [{ messages: { de: 'Weiter' } }, 'changes.messages.de'],
    [{ messages: { de: { next: 7 } } }, 'changes.messages.de.next'],
    [{ messages: { de: { next: ' ' } } }, 'changes.messages.de.next'],
    [{ messages: { de: { next: 'x'.repeat(1001) } } }, 'changes.messages.de.next'],
    [{ messages: { de_DE: { next: 'Weiter' } } }, 'changes.messages.de_DE'],
    [{ messages: { de: overlong } }, 'changes.messages'],
    [[], 'changes'],
  ])('that make no sense are refused by name: %j', async (changes, field) => {
    const { status, error } = await admin.send('PUT', '/settings', { changes, revision: 0 });
    expect([status, error.code, error.field]).toEqual([400, 'invalid_request', field]);
    expect((await read()).revision).toBe(0);
  });

  it('have a revision that can be counted on from', async () => {
    const { error } = await put({}, 2_147_483_647);
    expect([error.code, error.field]).toEqual(['invalid_request', 'revision']);
  });

  it('hold for the sessions that start after', async () => {
    const before = await service.session('cus_monthly');
    await put({ cancelAt: 'immediately', compliance: ['newYork'], prorate: false }, 0);
    const after = await service.session('cus_two');
    expect([before.endsAt, before.policy.prominentCancel, before.prorated]).toEqual([
      '2026-12-01T00:00:00.000Z',
      false,
      true,
    ]);
    expect([after.endsAt, after.policy.prominentCancel, after.prorated]).toEqual([
      world.clock.now().toISOString(),
      true,
      false,
    ]);
    // What a customer was told is what is done.
    await service.act(before, cancel);
    const kept = await world.subscription('cus_monthly');
    expect([kept.status.name, kept.cancelAt]).toEqual(['active', '2026-12-01T00:00:00.000Z']);
    await service.act(after, cancel);
    expect((await world.subscription('cus_two')).status.name).toBe('canceled');
  });

  it('say whether a session may be replayed, if the page does not', async () => {
    await put({ recordSessions: false }, 0);
    const sessions = [
      await service.session('cus_monthly'),
      await service.session('cus_two', { record: true }),
    ];
    const at = world.clock.now().toISOString();
    const trails = sessions.map(async (session) => {
      await service.record(session, [
        { sequence: 0, event: { type: 'stepViewed', stepId: 'why', at } },
      ]);
      return (await service.read(session)).body.steps.length;
    });
    expect(await Promise.all(trails)).toEqual([0, 1]);
  });

  it('put other words in place of ours, in every session that starts after', async () => {
    const messages = { en: { next: 'Go on' }, 'pt-BR': { next: 'Continuar' } };
    const before = await service.session('cus_monthly');
    expect(before).not.toHaveProperty('messages');
    await put({ messages }, 0);
    const after = await service.session('cus_monthly');
    expect(after.messages).toEqual(messages);
    expect((await service.act(after, cancel)).status).toBe(200);
    await put({}, 1);
    expect(await service.session('cus_two')).not.toHaveProperty('messages');
  });

  it('decide at once whether a coupon comes on top of another', async () => {
    await put({ stackCoupons: true, discountCooldownMonths: 0 }, 0);
    await service.act(await service.session('cus_monthly'), takeDiscount);
    await service.act(await service.session('cus_monthly'), {
      type: 'discount',
      offerId: 'why/five',
      couponId: 'FIVE',
    });
    expect(await couponsOf(world)).toEqual(['SAVE30', 'FIVE']);
  });
});
