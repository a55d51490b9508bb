import { expect, it } from 'vitest';
import { KeyStore } from '../src/auth/key-store.js';
import { ProviderError } from '../src/index.js';
import { faulty } from './support/faulty-provider.js';
import { sandboxData } from './support/fixtures.js';
import { startReceiver } from './support/receiver.js';
import { newKey } from './support/service.js';
import { verificationsOf } from './support/verification.js';
import { useWalls } from './support/walls.js';
import { cancel, takeDiscount, useWorld } from './support/world.js';

const world = useWorld();
useWalls(world);

/** Stands in every secret and in everything that somebody typed. */
const mark = 'MARKED';

interface Line {
  msg: string;
  reqId?: string;
}

/** A service, what it has logged, and a provider that can be broken. */
async function serveLogging(provider = faulty(world.sandbox)) {
  const lines: string[] = [];
  const receiver = await startReceiver();
  world.cleanUp(() => {
    receiver.close();
  });
  receiver.answer(500);
  const service = await world.serve({
    providers: { live: provider },
    apiKey: `${mark} key of the API`,
    brandKey: `${mark} key of the brand`,
    development: true,
    verification: { customerDataEndpoint: `http://127.0.0.1:9/${mark}` },
    webhooks: {
      endpoints: [{ url: `${receiver.url}?${mark}`, secrets: [`whsec_${'MARKED00'.repeat(5)}`] }],
      allowPrivate: true,
    },
    logger: { level: 'trace', stream: { write: (line) => void lines.push(line) } },
  });
  return { service, provider, receiver, lines };
}

const said = { [`${mark} name`]: `${mark} value` };

it('has nothing of what customers say and of what opens doors, on any route', async () => {
  const { service, lines } = await serveLogging();
  const { body } = await service.send<{
    paths: Record<string, Record<string, unknown>>;
  }>('GET', '/docs/json', {});
  const operations = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({
      path: path.replaceAll(/\{\w+\}/g, 'some-id'),
      method,
    })),
  );
  expect(operations.length).toBeGreaterThan(30);
  for (const { path, method } of operations) {
    const hasBody = method !== 'get' && method !== 'delete';
    const headers = {
      authorization: `Bearer ${mark}`,
      'x-fairwell-key': mark,
      'x-brand-key': mark,
      'stripe-signature': mark,
      cookie: mark,
      referer: `https://app.example.com/${mark}`,
    };
    for (const sent of [said, `{"${mark}`])
      await service
        .send(method.toUpperCase(), `${path}?${mark}=${mark}`, {
          headers,
          ...(hasBody && { body: sent }),
        })
        .catch((error: unknown) => {
          // The development pages are no JSON.
          if (!(error instanceof SyntaxError)) throw error;
        });
  }
  expect(lines.length).toBeGreaterThan(operations.length);
  expect(lines.filter((line) => line.includes(mark))).toEqual([]);
});

it('has nothing of it when all goes well, nor when everything breaks', async () => {
  const { service, provider, receiver, lines } = await serveLogging();
  const session = await service.session('cus_monthly', {
    customerAttributes: { note: `${mark} attribute` },
  });
  const at = world.clock.now().toISOString();
  await service.record(session, [
    {
      sequence: 1,
      event: {
        type: 'surveyAnswered',
        stepId: 'why',
        choiceId: 'unused',
        text: `${mark} words`,
        at,
      },
    },
    {
      sequence: 2,
      event: { type: 'feedbackGiven', stepId: 'words', text: `${mark} feedback`, at },
    },
  ]);
  const breakdown = Object.assign(new Error(`${mark}: a value`), {
    detail: `${mark} row`,
    params: [mark],
    responseCode: 550,
    cause: Object.assign(new SyntaxError(`${mark} is not JSON`), { raw: { comment: mark } }),
  });
  provider.fail('listSubscriptions', 'before', breakdown);
  await service.act(session, takeDiscount);
  provider.fail(
    'apply',
    'after',
    new ProviderError('provider_unavailable', 'No', 'open', { cause: breakdown }),
  );
  await service.act(session, takeDiscount, newKey());
  await service.act(session, cancel);
  await receiver.until(1);

  const verifications = verificationsOf(service);
  const { body: asked } = await verifications.request('robin@example.com');
  const code = await verifications.codeOf();
  await verifications.enter(asked.id, code);
  provider.fail('findCustomersByEmail', 'before', breakdown);
  await verifications.request('two@example.com');

  const { key } = await new KeyStore(world.database, world.clock.now).create('data', 'live');
  const headers = { 'x-fairwell-key': key };
  const person = { email: 'robin@example.com' };
  await service.send('POST', '/v1/data/dsr/access', { headers, body: person });
  await service.send('POST', '/v1/api/events/new', {
    headers,
    body: { event: `${mark} event`, customerId: 'cus_monthly', eventData: { text: mark } },
  });
  await expect.poll(() => lines.some((line) => line.includes('no code was mailed'))).toBe(true);
  await service.close();

  const log = lines.join('');
  expect(log).toContain('request failed');
  expect(log).toContain('job failed');
  const secrets = [mark, session.token, key, ` ${code}`, `"${code}"`];
  const people = sandboxData.customers.flatMap((customer) =>
    'email' in customer ? [customer.email] : [],
  );
  for (const text of [...secrets, ...people, 'Robin Vale']) expect(log).not.toContain(text);
});

it('tells the lines of a request by its id, which an error answer names', async () => {
  const { service, lines } = await serveLogging();
  const { error } = await service.send('GET', '/v1/data/sessions', {});
  const ids = lines
    .map((line) => JSON.parse(line) as Line)
    .filter(({ reqId }) => reqId === error.requestId)
    .map(({ msg }) => msg);
  expect(ids).toEqual(['incoming request', 'request refused', 'request completed']);
});
