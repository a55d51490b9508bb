import type { StartedSession } from '@fairwell/contract';
import { signSessionToken } from '@fairwell/node';
import fastify from 'fastify';
import { beforeEach, expect, it } from 'vitest';
import { KeyStore } from '../src/auth/key-store.js';
import { fairwell, type BillingProvider, type FairwellOptions } from '../src/index.js';
import { administer, draftNamed } from './support/admin.js';
import { adminRows } from './support/admin-rows.js';
import { dataRows } from './support/data-rows.js';
import { appId, apiKey, brandKey, flow, secret } from './support/fixtures.js';
import { faulty } from './support/faulty-provider.js';
import { newKey, type TestService } from './support/service.js';
import { useWalls, wallsOf } from './support/walls.js';
import { useWorld } from './support/world.js';

const world = useWorld();
useWalls(world);

/** What a request comes with. `right` is what the route asks for. */
type Credential =
  'none' | 'wrong' | 'expired' | 'otherCustomer' | 'otherMode' | 'dataKey' | 'adminKey' | 'right';
/** An answer's status, and its code where it is an error. */
type Answers = Partial<Record<Credential, string>>;
type Headers = Record<string, string>;

interface Given {
  headers: Headers;
  /** The session that the request is about. */
  session?: StartedSession;
}
type Credentials = Partial<Record<Credential, Given>>;

interface Row {
  /** What the route asks for. */
  needs: keyof typeof credentials;
  path?: (given: Given) => string;
  body?: (given: Given) => unknown;
  contentType?: string;
  answers: Answers;
}

const hour = 3_600_000;
let keys: Record<'dataKey' | 'adminKey', Given>;
let service: TestService;
let old: StartedSession;
let oldWalls: Record<'pause' | 'failedPayment', string>;

/** In the other mode the same customers are known, and have nothing. */
function otherAccount(): BillingProvider {
  return {
    ...faulty(world.sandbox),
    listSubscriptions: () => Promise.resolve([]),
    listInvoices: () => Promise.resolve([]),
  };
}

const everything = (): Partial<FairwellOptions> => ({
  development: true,
  providers: { live: world.sandbox, test: otherAccount() },
});

beforeEach(async () => {
  service = await world.serve(everything());
  const store = new KeyStore(world.database, world.clock.now);
  const withKey = async (kind: 'data' | 'admin'): Promise<Given> => {
    const { key } = await store.create(kind, 'live');
    return {
      headers: { 'x-fairwell-key': key, 'x-brand-key': key, authorization: `Bearer ${key}` },
    };
  };
  keys = { dataKey: await withKey('data'), adminKey: await withKey('admin') };
  old = await service.session('cus_monthly');
  const walls = wallsOf(service);
  oldWalls = {
    pause: await walls.token('cus_paused', 'pause'),
    failedPayment: await walls.token('cus_overdue', 'failedPayment'),
  };
  // Everything from before has expired.
  world.clock.advance(3 * hour);
});

const bearer = (token: string): Given => ({ headers: { authorization: `Bearer ${token}` } });
const nothing: Given = { headers: {} };

async function wallCredentials(
  kind: 'pause' | 'failedPayment',
  customerId: string,
): Promise<Credentials> {
  const walls = wallsOf(service);
  const inOtherMode = await service.send<{ token: string }>('POST', '/v1/walls', {
    token: service.tokenFor(customerId, undefined, 'test'),
    body: { kind },
  });
  return {
    none: nothing,
    wrong: bearer(service.tokenFor(customerId)),
    expired: bearer(oldWalls[kind]),
    otherCustomer: bearer(await walls.token('cus_monthly', kind)),
    otherMode: bearer(inOtherMode.body.token),
    ...keys,
    right: bearer(await walls.token(customerId, kind)),
  };
}

/** What is tried, by what a route asks for. */
const credentials = {
  sessionToken: async (): Promise<Credentials> => {
    const past = (): Date => new Date(world.clock.now().getTime() - hour);
    const claims = { appId, customerId: 'cus_monthly', mode: 'live' } as const;
    return {
      none: nothing,
      wrong: bearer(signSessionToken(claims, 'a secret of somebody else, just as long')),
      expired: bearer(signSessionToken(claims, secret, { now: past })),
      otherCustomer: bearer(service.tokenFor('cus_two')),
      otherMode: bearer(service.tokenFor('cus_monthly', undefined, 'test')),
      ...keys,
      right: bearer(service.tokenFor('cus_monthly')),
    };
  },
  accessToken: async (): Promise<Credentials> => {
    const session = await service.session('cus_monthly');
    const other = await service.session('cus_two');
    const of = (given: Given): Given => ({ ...given, session });
    return {
      none: of(nothing),
      wrong: of(bearer(service.tokenFor('cus_monthly'))),
      expired: { ...bearer(old.token), session: old },
      otherCustomer: of(bearer(other.token)),
      dataKey: of(keys.dataKey),
      adminKey: of(keys.adminKey),
      right: of(bearer(session.token)),
    };
  },
  pauseWall: () => wallCredentials('pause', 'cus_paused'),
  failedPaymentWall: () => wallCredentials('failedPayment', 'cus_overdue'),
  brandKey: async (): Promise<Credentials> => ({
    none: nothing,
    wrong: { headers: { 'x-brand-key': 'another key' } },
    ...keys,
    right: { headers: { 'x-brand-key': brandKey } },
  }),
  adminKey: async (): Promise<Credentials> => {
    const store = new KeyStore(world.database, world.clock.now);
    const other = await store.create('admin', 'test');
    await (await administer(world, service)).publish('stored', draftNamed('Stored'));
    return {
      none: nothing,
      wrong: { headers: { 'x-fairwell-key': `admin_live_${'A'.repeat(43)}` } },
      otherMode: { headers: { 'x-fairwell-key': other.key } },
      dataKey: keys.dataKey,
      right: keys.adminKey,
    };
  },
  dataKey: async (): Promise<Credentials> => {
    const other = await new KeyStore(world.database, world.clock.now).create('data', 'test');
    const session = await service.session('cus_monthly');
    await service.record(session, [{ sequence: 0, event: { type: 'closed', at } }]);
    const of = (given: Given): Given => ({ ...given, session });
    return {
      none: of(nothing),
      wrong: of({ headers: { 'x-ck-api-key': `data_live_${'A'.repeat(43)}` } }),
      otherMode: of({ headers: { 'x-ck-api-key': other.key } }),
      adminKey: of(keys.adminKey),
      right: of(keys.dataKey),
    };
  },
  nothing: async (): Promise<Credentials> => ({
    none: nothing,
    wrong: bearer('nonsense'),
    expired: bearer(old.token),
    ...keys,
  }),
};

const session: Answers = {
  none: '401 credential_missing',
  wrong: '401 token_invalid',
  expired: '401 token_expired',
  otherCustomer: '403 forbidden',
  otherMode: '403 forbidden',
  dataKey: '401 token_invalid',
  adminKey: '401 token_invalid',
};
const access: Answers = {
  none: '401 credential_missing',
  wrong: '404 session_unknown',
  expired: '401 token_expired',
  otherCustomer: '404 session_unknown',
  dataKey: '404 session_unknown',
  adminKey: '404 session_unknown',
};
/** For everybody, whatever they send. */
function open(status: string): Answers {
  return { none: status, wrong: status, expired: status, dataKey: status, adminKey: status };
}
const page = (path: string, status = '200'): Row => ({
  needs: 'nothing',
  path: () => path,
  answers: open(status),
});

const at = '2026-11-15T15:00:00.000Z';
const rows: Record<string, Row> = {
  'POST /v1/sessions': {
    needs: 'sessionToken',
    body: () => ({ customerId: 'cus_monthly', mode: 'live' }),
    answers: { ...session, right: '201' },
  },
  'GET /v1/sessions/:id': {
    needs: 'accessToken',
    path: ({ session }) => `/v1/sessions/${session?.id}`,
    answers: { ...access, right: '200' },
  },
  'POST /v1/sessions/:id/events': {
    needs: 'accessToken',
    path: ({ session }) => `/v1/sessions/${session?.id}/events`,
    body: () => ({ events: [{ sequence: 0, event: { type: 'closed', at } }] }),
    answers: { ...access, right: '204' },
  },
  'POST /v1/sessions/:id/beacon': {
    needs: 'accessToken',
    path: ({ session }) => `/v1/sessions/${session?.id}/beacon`,
    // Its token is in the body.
    body: ({ headers }) =>
      JSON.stringify({
        token: (headers['authorization'] ?? '').replace('Bearer ', ''),
        events: [{ sequence: 0, event: { type: 'closed', at } }],
      }),
    contentType: 'text/plain',
    answers: { ...access, none: '404 session_unknown', right: '204' },
  },
  'POST /v1/sessions/:id/actions': {
    needs: 'accessToken',
    path: ({ session }) => `/v1/sessions/${session?.id}/actions`,
    body: () => ({ key: newKey(), action: { type: 'cancel' } }),
    answers: { ...access, right: '200' },
  },
  'POST /v1/retention/session': {
    needs: 'brandKey',
    body: () => ({ retention: { customer_id: 'cus_monthly' } }),
    answers: {
      none: '401 credential_missing',
      wrong: '403 forbidden',
      dataKey: '403 forbidden',
      adminKey: '403 forbidden',
      right: '201',
    },
  },
  'POST /v1/events': {
    needs: 'sessionToken',
    body: () => ({ event: 'Post Created', customerId: 'cus_monthly', mode: 'live' }),
    answers: { ...session, right: '201' },
  },
  'POST /v1/walls': {
    needs: 'sessionToken',
    body: () => ({ kind: 'pause', customerId: 'cus_monthly', mode: 'live' }),
    answers: { ...session, right: '200' },
  },
  'POST /v1/cancellations/undo': {
    needs: 'sessionToken',
    body: () => ({ key: newKey(), customerId: 'cus_monthly', mode: 'live' }),
    answers: { ...session, right: '200' },
  },
  'POST /v1/walls/resume': {
    needs: 'pauseWall',
    body: () => ({ key: newKey() }),
    answers: { ...session, right: '200' },
  },
  'POST /v1/walls/cancel': {
    needs: 'pauseWall',
    body: () => ({ key: newKey() }),
    answers: { ...session, right: '200' },
  },
  'POST /v1/walls/card': {
    needs: 'failedPaymentWall',
    body: () => ({}),
    answers: { ...session, right: '200' },
  },
  'POST /v1/walls/pay': {
    needs: 'failedPaymentWall',
    body: () => ({ key: newKey(), invoiceId: 'in_overdue', paymentMethodId: 'pm_card_visa' }),
    answers: { ...session, right: '200' },
  },
  'POST /v1/walls/portal': {
    needs: 'failedPaymentWall',
    body: () => ({ returnUrl: 'https://app.example.com/' }),
    // The sandbox has none, which only the right token comes to hear.
    answers: { ...session, right: '409 action_unsupported' },
  },
  'POST /v1/verifications': {
    needs: 'nothing',
    body: () => ({ email: `${newKey()}@example.com` }),
    answers: open('201'),
  },
  'POST /v1/verifications/:id/resend': {
    needs: 'nothing',
    path: () => `/v1/verifications/vrf_${'A'.repeat(22)}/resend`,
    body: () => ({}),
    answers: open('401 code_expired'),
  },
  'POST /v1/verifications/:id/code': {
    needs: 'nothing',
    path: () => `/v1/verifications/vrf_${'A'.repeat(22)}/code`,
    body: () => ({ code: '000000' }),
    answers: open('401 code_expired'),
  },
  ...adminRows,
  ...dataRows,
  'POST /v1/webhooks/:provider/:mode': {
    needs: 'nothing',
    path: () => '/v1/webhooks/stripe/live',
    body: () => ({ type: 'invoice.paid' }),
    // Here nobody bills who tells anything; see the tests of what Stripe tells.
    answers: open('404 not_found'),
  },
  'GET /healthz': page('/healthz'),
  'GET /readyz': page('/readyz'),
  'GET /dev/mailbox': page('/dev/mailbox'),
  'GET /verify': page('/verify'),
  'POST /verify': {
    needs: 'nothing',
    body: () => String(new URLSearchParams({ customerId: 'cus_1', apiKey: 'a key' })),
    contentType: 'application/x-www-form-urlencoded',
    answers: open('200'),
  },
  'GET /docs': page('/docs'),
  'GET /docs/json': page('/docs/json'),
  'GET /docs/yaml': page('/docs/yaml'),
  'GET /docs/static/*': page('/docs/static/swagger-ui.css'),
  'GET /docs/static/index.html': page('/docs/static/index.html'),
  'GET /docs/static/swagger-initializer.js': page('/docs/static/swagger-initializer.js'),
};

/** Every route that there is. */
async function routesNow(): Promise<string[]> {
  const found = new Set<string>();
  const app = fastify();
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat())
      if (each !== 'HEAD' && each !== 'OPTIONS') found.add(`${each} ${url}`);
  });
  await app.register(fairwell, {
    appId,
    secrets: [secret],
    apiKey,
    brandKey,
    flow,
    database: { ...world.database, close: () => Promise.resolve() },
    providers: { live: world.sandbox },
    ...everything(),
  });
  await app.close();
  return [...found].sort();
}

async function ask(name: string, { path, body, contentType }: Row, given: Given): Promise<string> {
  const [method = '', url = ''] = name.split(' ');
  const payload = body?.(given);
  const response = await fetch(`${service.url}${path?.(given) ?? url}`, {
    method,
    headers: {
      ...(payload !== undefined && { 'content-type': contentType ?? 'application/json' }),
      ...given.headers,
    },
    ...(payload !== undefined && {
      body: typeof payload === 'string' ? payload : JSON.stringify(payload),
    }),
  });
  const text = await response.text();
  const isError = response.status >= 400;
  const { code } = (isError ? JSON.parse(text) : {}) as { code?: string };
  return [response.status, code].filter(Boolean).join(' ');
}

it('says of every route who may use it', async () => {
  expect(Object.keys(rows).sort()).toEqual(await routesNow());
});

it.each(Object.entries(rows))('%s', async (name, row) => {
  const { right, ...others } = await credentials[row.needs]();
  const answers: Answers = {};
  for (const [credential, given] of Object.entries(others) as [Credential, Given][])
    answers[credential] = await ask(name, row, given);
  expect(await world.ledger()).toEqual([]);
  if (right) answers.right = await ask(name, row, right);
  expect(answers).toEqual(row.answers);
});
