import { createHmac } from 'node:crypto';
import { authHash, signSessionToken } from '@fairwell/node';
import { describe, expect, it } from 'vitest';
import { apiKey, appId, brandKey, secret } from './support/fixtures.js';
import { newKey } from './support/service.js';
import { cancel, useWorld } from './support/world.js';

const world = useWorld();
const minute = 60_000;
const secondSecret = 'the second secret of the test suite';

const sign = (claims: Partial<Parameters<typeof signSessionToken>[0]>, key = secret): string =>
  signSessionToken({ appId, customerId: 'cus_monthly', mode: 'live', ...claims }, key, world.clock);

describe('starting a session', () => {
  it('takes a session token of any secret in use', async () => {
    const service = await world.serve({ secrets: [secondSecret, secret] });
    expect((await service.start(sign({}))).status).toBe(201);
    expect((await service.start(sign({}, secondSecret))).status).toBe(201);
  });

  it('takes an authHash made by any language', async () => {
    const service = await world.serve();
    const hash = createHmac('sha256', apiKey).update('cus_monthly').digest('hex');
    const lower = await service.start(undefined, { customerId: 'cus_monthly', authHash: hash });
    expect(lower.status).toBe(201);
    const upper = await service.start(undefined, {
      customerId: 'cus_monthly',
      authHash: hash.toUpperCase(),
    });
    expect(upper.status).toBe(201);
  });

  const hash = authHash('cus_monthly', apiKey);
  it.each([
    ['no credential', undefined, {}, 401, 'credential_missing'],
    ['a customer but no hash', undefined, { customerId: 'cus_monthly' }, 401, 'credential_missing'],
    ['a hash but no customer', undefined, { authHash: hash }, 400, 'invalid_request'],
    [
      'the hash of another customer',
      undefined,
      { customerId: 'cus_two', authHash: hash },
      401,
      'auth_hash_invalid',
    ],
    [
      'a hash of another length',
      undefined,
      { customerId: 'cus_monthly', authHash: 'abc' },
      401,
      'auth_hash_invalid',
    ],
    ['a token that is none', 'nonsense', {}, 401, 'token_invalid'],
    ['a token of a foreign secret', () => sign({}, secondSecret), {}, 401, 'token_invalid'],
    ['a token of another app', () => sign({ appId: 'app_other' }), {}, 403, 'forbidden'],
    ['another customer', () => sign({}), { customerId: 'cus_two' }, 403, 'forbidden'],
    ['another mode', () => sign({}), { mode: 'test' }, 403, 'forbidden'],
    ['another app', () => sign({}), { appId: 'app_other' }, 403, 'forbidden'],
    [
      'another subscription',
      () => sign({ subscriptionId: 'sub_monthly' }),
      { subscriptionId: 'sub_first' },
      403,
      'forbidden',
    ],
    [
      "somebody else's subscription",
      () => sign({}),
      { subscriptionId: 'sub_first' },
      404,
      'subscription_unknown',
    ],
    ['a mode that is not set up', () => sign({ mode: 'test' }), {}, 400, 'invalid_request'],
    ['a made-up id of a retention session', 'ret_nonsense', {}, 401, 'token_invalid'],
  ] as const)('refuses %s', async (_name, token, body, status, code) => {
    const service = await world.serve();
    const answer = await service.start(typeof token === 'function' ? token() : token, body);
    expect([answer.status, answer.error.code]).toEqual([status, code]);
  });

  it('refuses a token of a quarter of an hour ago', async () => {
    const service = await world.serve();
    const token = sign({});
    world.clock.advance(15 * minute);
    const answer = await service.start(token);
    expect([answer.status, answer.error.code]).toEqual([401, 'token_expired']);
  });

  it('takes no authHash where there is no API key', async () => {
    const service = await world.serve({ apiKey: undefined });
    const answer = await service.start(undefined, { customerId: 'cus_monthly', authHash: hash });
    expect(answer.error.code).toBe('credential_missing');
  });
});

describe('what a session lets in', () => {
  const paths = [
    ['GET', '', undefined],
    ['POST', '/actions', { key: newKey(), action: cancel }],
    [
      'POST',
      '/events',
      {
        events: [
          {
            sequence: 0,
            event: { type: 'stepViewed', stepId: 'why', at: '2026-11-15T12:00:00.000Z' },
          },
        ],
      },
    ],
  ] as const;

  it.each(paths)('is nobody but its own token: %s %s', async (method, path, body) => {
    const service = await world.serve();
    const own = await service.session('cus_monthly');
    const other = await service.session('cus_two');
    const request = async (id: string, token?: string): Promise<unknown> => {
      const answer = await service.send(method, `/v1/sessions/${id}${path}`, {
        ...(token !== undefined && { token }),
        body,
      });
      return [answer.status, answer.error.code];
    };
    const unknown = [404, 'session_unknown'];
    expect(await request(own.id)).toEqual([401, 'credential_missing']);
    expect(await request(own.id, other.token)).toEqual(unknown);
    expect(await request(own.id, sign({}))).toEqual(unknown);
    expect(await request(own.id, 'nonsense')).toEqual(unknown);
    expect(await request(`ses_${'a'.repeat(22)}`, own.token)).toEqual(unknown);
    expect(await world.ledger()).toEqual([]);
    world.clock.advance(120 * minute);
    expect(await request(own.id, own.token)).toEqual([401, 'token_expired']);
  });
});

describe('POST /v1/retention/session', () => {
  const ask = async (
    retention: object,
    headers: Record<string, string> = { 'x-brand-key': brandKey },
  ) => {
    const service = await world.serve();
    const answer = await service.send<{ session: { id: string } }>(
      'POST',
      '/v1/retention/session',
      { headers, body: { retention } },
    );
    return { service, answer };
  };

  it('answers an id that starts a session, once for a customer and once for an address', async () => {
    for (const who of [{ customer_id: 'cus_monthly' }, { customer_email: 'Robin@example.com' }]) {
      const { service, answer } = await ask(who);
      expect(answer.status).toBe(201);
      expect(answer.body.session.id).toMatch(/^ret_/);
      const started = await service.start(answer.body.session.id);
      expect(started.body.customer.id).toBe('cus_monthly');
    }
  });

  it('is for one subscription where one is named', async () => {
    const { service, answer } = await ask({
      customer_id: 'cus_two',
      subscription_id: 'sub_second',
    });
    const started = await service.start(answer.body.session.id);
    expect(started.body.subscriptions.map(({ id }) => id)).toEqual(['sub_second']);
  });

  it.each([
    ['no key', { customer_id: 'cus_monthly' }, {}, 401, 'credential_missing', undefined],
    [
      'a wrong key',
      { customer_id: 'cus_monthly' },
      { 'x-brand-key': 'wrong' },
      403,
      'forbidden',
      undefined,
    ],
    ['nobody', {}, undefined, 400, 'invalid_request', 'retention.customer_id'],
    [
      'an unknown address',
      { customer_email: 'nobody@example.com' },
      undefined,
      404,
      'customer_unknown',
      'retention.customer_email',
    ],
    [
      'a mode that is not set up',
      { customer_id: 'cus_monthly', mode: 'test' },
      undefined,
      400,
      'invalid_request',
      'retention.mode',
    ],
  ] as const)('refuses %s', async (_name, retention, headers, status, code, field) => {
    const { answer } = await ask(retention, headers);
    expect([answer.status, answer.error.code, answer.error.field]).toEqual([status, code, field]);
  });
});

describe('the way in', () => {
  it('is open to the pages that were named, and to no other', async () => {
    const service = await world.serve({ origins: ['https://app.example.com'] });
    const preflight = async (origin: string): Promise<string | null> => {
      const { headers } = await service.send('OPTIONS', '/v1/sessions', {
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type',
        },
      });
      return headers.get('access-control-allow-origin');
    };
    expect(await preflight('https://app.example.com')).toBe('https://app.example.com');
    expect(await preflight('https://evil.example.com')).toBeNull();
  });

  it('tells a browser to take its answers for nothing but what they are', async () => {
    const service = await world.serve();
    const { headers } = await service.send('GET', '/healthz', {});
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(headers.get('strict-transport-security')).toContain('max-age=');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('is closed for a while to whoever asks too often', async () => {
    const service = await world.serve({ rateLimit: { max: 2, window: 60 } });
    const statuses = [];
    for (let call = 0; call < 3; call += 1) statuses.push(await service.start(sign({})));
    expect(statuses.map(({ status }) => status)).toEqual([201, 201, 429]);
    expect(statuses[2]?.error).toMatchObject({ code: 'rate_limited' });
    expect((await service.send('GET', '/healthz', {})).status).toBe(200);
  });
});
