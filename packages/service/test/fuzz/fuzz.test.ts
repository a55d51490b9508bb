import { connect } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isServiceCode } from '../../src/errors/service-code.js';
import { KeyStore } from '../../src/auth/key-store.js';
import { signSessionToken } from '@fairwell/node';
import { expect, it } from 'vitest';
import { randomFrom } from '../exactly-once/random.js';
import { appId, brandKey, secret } from '../support/fixtures.js';
import { newKey, type TestService } from '../support/service.js';
import { useWalls, wallsOf } from '../support/walls.js';
import { useWorld } from '../support/world.js';
import { Generator, oddity, serialize, spoilt, type Schema } from './generate.js';

/** `npm run test:fuzz` asks for all of them. */
const requests = Number(process.env['FAIRWELL_FUZZ_REQUESTS'] ?? 1_000);
/** Printed with every failure; the same seed sends the same. */
const seed = process.env['FAIRWELL_FUZZ_SEED'] ?? String(Date.now());

const world = useWorld();
useWalls(world);

interface Operation {
  parameters?: { name: string; in: string; schema?: Schema }[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
}
interface Description {
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}
interface Route {
  method: string;
  path: string;
  operation: Operation;
}

/** What may stand in the headers of a request, of every kind of credential that there is. */
async function credentialsOf(service: TestService): Promise<Record<string, string>[]> {
  const { now } = world.clock;
  const store = new KeyStore(world.database, now);
  const walls = wallsOf(service);
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const past = (): Date => new Date(now().getTime() - 3_600_000);
  const claims = { appId, customerId: 'cus_monthly', mode: 'live' } as const;
  const { body: retention } = await service.send<{ session: { id: string } }>(
    'POST',
    '/v1/retention/session',
    {
      headers: { 'x-brand-key': brandKey },
      body: { retention: { customer_id: 'cus_two' } },
    },
  );
  const keys = await Promise.all(
    (['data', 'admin'] as const).map((kind) => store.create(kind, 'live')),
  );
  return [
    {},
    bearer(service.tokenFor('cus_monthly')),
    bearer(service.tokenFor('cus_trial')),
    bearer(signSessionToken(claims, secret, { now: past })),
    bearer(retention.session.id),
    bearer((await service.session('cus_monthly')).token),
    bearer(await walls.token('cus_paused', 'pause')),
    bearer(await walls.token('cus_overdue', 'failedPayment')),
    bearer('nonsense'),
    { authorization: 'Basic YTpi' },
    { 'x-brand-key': brandKey },
    { 'x-brand-key': 'wrong' },
    ...keys.map(({ key }) => ({ 'x-fairwell-key': key })),
    ...keys.map(({ key }) => ({ 'x-fairwell-key': key, 'x-ck-app': 'another app' })),
  ];
}

const collect = ((): (() => void) => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
})();

function heap(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/** A request line and headers as no client of ours would write them. */
async function sendRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.setTimeout(20_000, () => socket.destroy(new Error('It hangs')));
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.on('error', (error) => resolve(error.message === 'It hangs' ? 'hangs' : answer));
    socket.on('close', () => resolve(answer));
    socket.end(text);
  });
}

const rawHeaders: readonly [string, ...string[]] = [
  'Authorization: Bearer a\r\nX-Injected: 1',
  'X-Request-Id: a\u0000b',
  `X-Long: ${'x'.repeat(20_000)}`,
  'Content-Length: -1',
  'Content-Length: 5\r\nContent-Length: 6',
  'Transfer-Encoding: chunked\r\nContent-Length: 3',
  'Host: a b c',
  'Content-Type: application/json; charset=\u00ff',
  ': nothing',
];

it(
  `withstands ${requests} requests of every kind`,
  async () => {
    const service = await world.serve({
      development: true,
      providers: { live: world.sandbox, test: world.sandbox },
      origins: ['https://app.example.com'],
    });
    const { body: description } = await service.send<Description>('GET', '/docs/json', {});
    const session = await service.session('cus_monthly');
    const routes = Object.entries(description.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]): Route => ({
        method: method.toUpperCase(),
        path,
        operation,
      })),
    );
    expect(routes.length).toBeGreaterThan(10);
    const credentials = await credentialsOf(service);
    const random = randomFrom(seed);
    const generator = new Generator(description.components?.schemas ?? {}, random);
    let halfway = 0;

    const fill = (route: Route): string => {
      const path = route.path.replaceAll(/\{[^}]+\}/g, () =>
        encodeURIComponent(
          random.chance(0.5)
            ? session.id
            : serialize(oddity(random))
                .slice(0, 30)
                .replaceAll(/\p{Surrogate}/gu, '?'),
        ),
      );
      const query = (route.operation.parameters ?? [])
        .filter((each) => each.in === 'query' && random.chance(0.5))
        .map(({ name, schema }): [string, string] => [
          name,
          serialize(generator.value(schema ?? {}, 0.3)),
        ]);
      return query.length > 0
        ? `${path}?${String(new URLSearchParams(query)).slice(0, 8_000)}`
        : path;
    };

    for (let count = 0; count < requests; count += 1) {
      if (count === Math.floor(requests / 2)) halfway = heap();
      const route = random.pick(routes as [Route]);
      const schema = route.operation.requestBody?.content?.['application/json']?.schema;
      // Kept small for most: what is nearly right gets furthest.
      const oddness = random.pick([0, 0.02, 0.1, 0.4]);
      const value = generator.value(schema ?? {}, oddness);
      if (typeof value === 'object' && value !== null && 'key' in value && random.chance(0.5))
        value.key = newKey();
      const body = random.chance(0.1) ? spoilt(serialize(value), random) : serialize(value);
      const url = fill(route);
      const hint = `seed ${seed}, request ${count}: ${route.method} ${url.slice(0, 300)} ${body.slice(0, 600)}`;

      if (random.chance(0.02)) {
        const raw = await sendRaw(
          service.url,
          `${route.method} ${route.path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${random.pick(rawHeaders)}\r\n\r\n${body.slice(0, 50)}`,
        );
        expect(raw, hint).not.toBe('hangs');
        expect(/^HTTP\/1\.1 5/.test(raw), hint).toBe(false);
        expect(raw.toLowerCase(), hint).not.toContain('x-injected');
        continue;
      }
      const hasBody = schema !== undefined || random.chance(0.1);
      const { statusCode, body: answer } = await service.app.inject({
        method: route.method as 'GET',
        url,
        headers: {
          ...random.pick(credentials as [Record<string, string>]),
          ...(hasBody && {
            'content-type': random.chance(0.95)
              ? 'application/json'
              : random.pick(['text/plain', 'application/xml', 'multipart/form-data', '\u00e9']),
          }),
        },
        ...(hasBody && { payload: body }),
      });
      expect(statusCode, `${hint}\n${answer.slice(0, 500)}`).toBeLessThan(500);
      if (statusCode >= 400 && route.path.startsWith('/v1/')) checkError(answer, hint);
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    // It has long met everything by half-time: what grows from there on is kept.
    expect((heap() - halfway) / 2 ** 20).toBeLessThan(32);
    expect((await service.session('cus_two')).id).toMatch(/^ses_/);
  },
  60_000 + requests * 200,
);

function checkError(answer: string, hint: string): void {
  const error = JSON.parse(answer) as Record<string, unknown>;
  const { code, message, requestId } = error;
  expect(typeof code === 'string' && isServiceCode(code), `${hint}\n${answer}`).toBe(true);
  expect([typeof message, typeof requestId], `${hint}\n${answer}`).toEqual(['string', 'string']);
}
