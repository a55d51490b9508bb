import type { Action, ServiceErrorCode } from '@fairwell/contract';
import { serviceErrors } from '@fairwell/contract';
import { describe, expect, it } from 'vitest';
import { newKey } from './support/service.js';
import { cancel, takeDiscount, useWorld } from './support/world.js';

const world = useWorld();
const at = '2026-11-15T12:00:00.000Z';
const pause = { type: 'pause', offerId: 'why/unused', interval: 'month', length: 1 };
const pauseUntil = { type: 'pause', offerId: 'why/later', interval: 'month' };

/** Every action that does not fit what was offered, or is not well-formed. */
const badActions: [name: string, action: unknown, code: ServiceErrorCode, field: string][] = [
  ['no action', undefined, 'invalid_request', 'action'],
  ['an unknown type', { type: 'refund' }, 'invalid_request', 'action.type'],
  ['no type', {}, 'invalid_request', 'action.type'],
  ['a text', 'cancel', 'invalid_request', 'action'],
  ['no coupon', { type: 'discount', offerId: 'why/five' }, 'invalid_request', 'action.couponId'],
  [
    'a coupon that is a number',
    { type: 'discount', offerId: 'why/five', couponId: 5 },
    'invalid_request',
    'action.couponId',
  ],
  ['a better coupon', { ...takeDiscount, couponId: 'FIVE' }, 'invalid_request', 'action.couponId'],
  [
    'an offer of nobody',
    { ...takeDiscount, offerId: 'no/such' },
    'offer_unknown',
    'action.offerId',
  ],
  [
    'an offer of others',
    { type: 'trialExtension', offerId: 'why/trial', days: 7 },
    'offer_unknown',
    'action.offerId',
  ],
  [
    'an offer with a strange id',
    { ...takeDiscount, offerId: '../../etc' },
    'invalid_request',
    'action.offerId',
  ],
  [
    'another kind of offer',
    { ...pause, offerId: 'why/too_expensive' },
    'invalid_request',
    'action.type',
  ],
  ['a pause in years', { ...pause, interval: 'year' }, 'invalid_request', 'action.interval'],
  ['a pause in weeks', { ...pause, interval: 'week' }, 'invalid_request', 'action.interval'],
  ['a pause of nothing', { ...pause, length: 0 }, 'invalid_request', 'action.length'],
  ['half a month', { ...pause, length: 0.5 }, 'invalid_request', 'action.length'],
  ['too long a pause', { ...pause, length: 4 }, 'invalid_request', 'action.length'],
  ['no length', { ...pause, length: undefined }, 'invalid_request', 'action.length'],
  ['a day where a length was asked', { ...pause, until: at }, 'invalid_request', 'action.until'],
  [
    'a length where a day was asked',
    { ...pauseUntil, length: 1 },
    'invalid_request',
    'action.length',
  ],
  ['no day', pauseUntil, 'invalid_request', 'action.until'],
  ['a day gone by', { ...pauseUntil, until: at }, 'invalid_request', 'action.until'],
  [
    'a day far off',
    { ...pauseUntil, until: '2027-06-01T00:00:00Z' },
    'invalid_request',
    'action.until',
  ],
  ['no date at all', { ...pauseUntil, until: 'soon' }, 'invalid_request', 'action.until'],
  [
    'a second that does not exist',
    { ...pauseUntil, until: '2026-12-31T23:59:60Z' },
    'invalid_request',
    'action.until',
  ],
  [
    'a plan that was not offered',
    { type: 'planChange', offerId: 'why/smaller', priceId: 'price_free' },
    'invalid_request',
    'action.priceId',
  ],
  [
    'an address of the attacker',
    { type: 'redirect', offerId: 'why/other_tool', url: 'https://evil.example.com' },
    'invalid_request',
    'action.url',
  ],
];

describe('an action that was not offered', () => {
  it.each(badActions)('is refused: %s', async (_name, action, code, field) => {
    const service = await world.serve();
    const session = await service.session('cus_monthly');
    const before = await world.subscription('cus_monthly');
    const { status, error } = await service.act(session, action as Action);
    expect({ status, code: error.code, field: error.field }).toEqual({
      status: serviceErrors[code],
      code,
      field,
    });
    expect(error.requestId).toBeTruthy();
    expect(error.message).toContain(' ');
    expect(await world.ledger()).toEqual([]);
    expect(await world.subscription('cus_monthly')).toEqual(before);
    const { status: after } = await service.act(session, cancel);
    expect(after).toBe(200);
  });
});

describe('a pause that begins with the end of the period', () => {
  const until = (day: string) => ({ ...pauseUntil, until: `${day}T00:00:00Z` }) as Action;

  it('may be as long as one that begins now, counted from there', async () => {
    const service = await world.serve();
    const session = await service.session('cus_monthly');
    for (const day of ['2026-11-28', '2026-12-01', '2027-03-03']) {
      const { error } = await service.act(session, until(day));
      expect([day, error.field]).toEqual([day, 'action.until']);
    }
    const { body } = await service.act(session, until('2027-03-01'));
    expect(body.outcome).toMatchObject({ startsAt: '2026-12-01T00:00:00.000Z' });
  });
});

describe('a request that is not well-formed', () => {
  const event = { type: 'stepViewed', stepId: 'why', at };
  const events = (...list: unknown[]) => ({ events: list });

  it.each([
    ['actions', { key: 'short', action: cancel }, 'key'],
    ['actions', { key: 'a key with spaces in it', action: cancel }, 'key'],
    ['actions', { key: 7, action: cancel }, 'key'],
    ['actions', { action: cancel }, 'key'],
    ['actions', [], 'body'],
    ['actions', null, 'body'],
    ['events', {}, 'events'],
    ['events', events(), 'events'],
    ['events', events({ sequence: 0 }), 'events[0].event'],
    ['events', events({ sequence: 0, event }, { sequence: -1, event }), 'events[1].sequence'],
    ['events', events({ sequence: 3e9, event }), 'events[0].sequence'],
    ['events', events({ sequence: 0, event: { type: 'paid' } }), 'events[0].event.type'],
    ['events', events({ sequence: 0, event: { ...event, at: 'now' } }), 'events[0].event.at'],
    [
      'events',
      events({ sequence: 0, event: { ...event, stepId: 'a\u0000b' } }),
      'events[0].event.stepId',
    ],
    [
      'events',
      events({ sequence: 0, event: { ...event, stepId: '\ud800' } }),
      'events[0].event.stepId',
    ],
    [
      'events',
      events({ sequence: 0, event: { type: 'handledByHost', at, action: { type: 'pause' } } }),
      'events[0].event.action.offerId',
    ],
  ])('names the field: %s %j', async (path, body, field) => {
    const service = await world.serve();
    const session = await service.session('cus_monthly');
    const { status, error } = await service.send('POST', `/v1/sessions/${session.id}/${path}`, {
      token: session.token,
      body,
    });
    expect([status, error.code, error.field]).toEqual([400, 'invalid_request', field]);
    expect((await service.read(session)).body.steps).toEqual([]);
    expect(await world.ledger()).toEqual([]);
  });

  it.each([
    [{ preview: 'yes' }, 'preview'],
    [{ mode: 'production' }, 'mode'],
    [{ customerAttributes: { nested: { a: 1 } } }, 'customerAttributes'],
    [{ customerId: 'x'.repeat(256) }, 'customerId'],
  ])('starts no session: %j', async (body, field) => {
    const service = await world.serve();
    const { status, error } = await service.start(service.tokenFor('cus_monthly'), body);
    expect(status).toBe(400);
    expect(error.code).toBe('invalid_request');
    expect(error.field?.startsWith(field)).toBe(true);
  });

  const nested = '['.repeat(20_000) + ']'.repeat(20_000);
  it.each([
    ['broken JSON', '{"key":', 400, 'invalid_request'],
    ['nothing', '', 400, 'invalid_request'],
    ['a poisoned prototype', '{"__proto__":{"a":1}}', 400, 'invalid_request'],
    ['deep nesting', `{"key":"${newKey()}","action":${nested}}`, 400, 'invalid_request'],
    ['too much', JSON.stringify({ key: 'x'.repeat(300_000) }), 413, 'payload_too_large'],
  ])('is refused: %s', async (_name, text, status, code) => {
    const service = await world.serve();
    const session = await service.session('cus_monthly');
    const response = await fetch(`${service.url}/v1/sessions/${session.id}/actions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${session.token}`,
      },
      body: text,
    });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });

  it('is refused: something that is not JSON', async () => {
    const service = await world.serve();
    const response = await fetch(`${service.url}/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: '<a/>',
    });
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({ code: 'unsupported_media_type' });
  });

  it.each(['x', 'ses_short', `ses_${'%00'.repeat(22)}`, 'ses_..%2F..%2F'])(
    'is refused: a session called %s',
    async (id) => {
      const service = await world.serve();
      const { status, error } = await service.send('GET', `/v1/sessions/${id}`, { token: 'x' });
      expect([status, error.code, error.field]).toEqual([400, 'invalid_request', 'params.id']);
    },
  );
});

describe('a customer who cannot be served', () => {
  it.each([
    ['cus_nobody', {}, 404, 'customer_unknown'],
    ['cus_none', {}, 404, 'subscription_unknown'],
    ['cus_monthly', { subscriptionId: 'sub_nobody' }, 404, 'subscription_unknown'],
    ['cus_ending', {}, 409, 'already_canceled'],
  ] as const)('%s %j', async (customerId, body, status, code) => {
    const service = await world.serve();
    const answer = await service.start(service.tokenFor(customerId), body);
    expect([answer.status, answer.error.code]).toEqual([status, code]);
  });
});
