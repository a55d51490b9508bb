import { describe, expect, it } from 'vitest';
import { seedSandbox, type FairwellOptions } from '../src/index.js';
import { faulty } from './support/faulty-provider.js';
import { secret, standard } from './support/fixtures.js';
import { verificationsOf, wrong } from './support/verification.js';
import { useWorld } from './support/world.js';

const world = useWorld();
const minute = 60_000;
const hour = 60 * minute;

async function serve(options: Partial<FairwellOptions> = {}) {
  const service = await world.serve({ development: true, ...options });
  return { service, ...verificationsOf(service) };
}

/** Stands in an expected object for any text that matches. */
function matching(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}

const limits = { rateLimit: { max: 1000, window: 60 } };

describe('asking for a code', () => {
  it('mails it, and says until when it holds and when there may be another', async () => {
    const { request, mails } = await serve();
    const { status, body } = await request('robin@example.com');
    expect([status, body]).toEqual([
      201,
      {
        id: matching(/^vrf_/),
        expiresAt: '2026-11-15T12:15:00.000Z',
        resendAfter: '2026-11-15T12:01:00.000Z',
      },
    ]);
    await expect.poll(mails).toEqual([
      {
        to: 'robin@example.com',
        subject: 'Your verification code',
        text: matching(/^your verification code is \d{6}$/m),
        sentAt: '2026-11-15T12:00:00.000Z',
      },
    ]);
    expect((await mails())[0]?.text).not.toMatch(/<|http/);
  });

  it('has the subject that was set', async () => {
    const { request, mails } = await serve({ verification: { subject: 'Example: your code' } });
    await request('robin@example.com');
    await expect.poll(mails).toMatchObject([{ subject: 'Example: your code' }]);
  });

  it('mails to the address as the provider has it', async () => {
    await seedSandbox(world.database, {
      customers: [{ id: 'cus_upper', email: 'Upper@Example.com' }],
    });
    const { request, mails } = await serve();
    await request('upper@EXAMPLE.com');
    await expect.poll(mails).toMatchObject([{ to: 'Upper@Example.com' }]);
  });

  it('tells nothing of whether a customer has the address', async () => {
    const { service, request, resend, enter, mails } = await serve();
    const known = await request('robin@example.com');
    const unknown = await request('nobody@example.com');
    const shape = (answer: typeof known) => ({
      status: answer.status,
      headers: [...answer.headers.keys()].sort(),
      fields: Object.entries(answer.body).map(([name, value]) => [name, value.length]),
      length: answer.headers.get('content-length'),
    });
    expect(shape(unknown)).toEqual(shape(known));
    await expect.poll(async () => (await mails()).length).toBe(1);
    for (const { id } of [known.body, unknown.body]) {
      const guess = await enter(id, '000000');
      expect([guess.status, guess.error.code]).toEqual([401, 'code_invalid']);
      expect((await resend(id)).error.code).toBe('rate_limited');
    }
    world.clock.advance(minute);
    for (const { id } of [known.body, unknown.body]) expect((await resend(id)).status).toBe(200);
    for (const { id } of [known.body, unknown.body]) {
      for (let guess = 0; guess < 5; guess += 1) await enter(id, '000000');
      expect((await enter(id, '000000')).error.code).toBe('code_expired');
    }
    await service.close();
  });

  it('answers before the provider is asked, so that its time tells nothing either', async () => {
    const provider = faulty(world.sandbox);
    const { release, reached } = provider.hold('findCustomersByEmail', 'before');
    world.cleanUp(release);
    const { request, mails } = await serve({ providers: { live: provider } });
    expect((await request('robin@example.com')).status).toBe(201);
    await reached;
    expect(await mails()).toEqual([]);
    release();
    await expect.poll(async () => (await mails()).length).toBe(1);
  });

  it('finishes what is underway before the service stops', async () => {
    const provider = faulty(world.sandbox);
    const { release, reached } = provider.hold('findCustomersByEmail', 'before');
    const { service, request } = await serve({ providers: { live: provider } });
    await request('robin@example.com');
    await reached;
    const closed = service.close();
    release();
    await closed;
    const rows = await world.database.query.selectFrom('verifications').selectAll().execute();
    expect(rows).toMatchObject([{ customer_id: 'cus_monthly' }]);
  });

  it('keeps neither the code nor what it leads to in the database', async () => {
    const { request, codeOf, verified } = await serve();
    await request('trial@example.com');
    const code = await codeOf();
    const credential = await verified('robin@example.com');
    const rows = await world.database.query.selectFrom('verifications').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(JSON.stringify(rows)).not.toContain(credential);
  });

  it('forgets addresses after some hours', async () => {
    const { request, mails } = await serve();
    await request('nobody@example.com');
    world.clock.advance(3 * hour);
    await request('robin@example.com');
    await expect.poll(async () => (await mails()).length).toBe(1);
    await expect
      .poll(() => world.database.query.selectFrom('verifications').select('email').execute())
      .toEqual([{ email: 'robin@example.com' }]);
  });

  it.each([
    ['no address', { email: 'robin' }, 'email'],
    ['two addresses', { email: 'a@example.com,b@example.com' }, 'email'],
    ['a line of its own', { email: 'robin@example.com\r\nBcc: all@example.com' }, 'email'],
    ['a mode that is not set up', { email: 'robin@example.com', mode: 'test' }, 'mode'],
    ['another app', { email: 'robin@example.com', appId: 'app_other' }, 'appId'],
  ])('is refused with %s', async (_name, body, field) => {
    const { service } = await serve();
    const { error } = await service.send('POST', '/v1/verifications', { body });
    expect(error.field).toBe(field);
  });

  it('is not there where no mail can be sent', async () => {
    const { request } = await serve({ development: false });
    expect((await request('robin@example.com')).status).toBe(404);
  });
});

describe('limits', () => {
  it('five codes an hour for an address, however it is written, known or not', async () => {
    const { request } = await serve();
    for (const address of ['robin@example.com', 'nobody@example.com']) {
      const requests = ['', '', '', '', ''].map(() => request(address));
      for (const { status } of await Promise.all(requests)) expect(status).toBe(201);
      const more = await request(address.toUpperCase());
      expect([more.status, more.error.code]).toEqual([429, 'rate_limited']);
    }
    world.clock.advance(hour);
    expect((await request('robin@example.com')).status).toBe(201);
  });

  it('count codes that are sent again', async () => {
    const { request, resend } = await serve();
    const { body } = await request('robin@example.com');
    for (let again = 0; again < 4; again += 1) {
      world.clock.advance(minute);
      expect((await resend(body.id)).status).toBe(200);
    }
    world.clock.advance(minute);
    expect((await resend(body.id)).error.code).toBe('rate_limited');
    expect((await request('robin@example.com')).error.code).toBe('rate_limited');
  });

  it('twenty an hour from one place, whatever the addresses', async () => {
    const { request } = await serve(limits);
    for (let index = 0; index < 20; index += 1)
      expect((await request(`visitor-${index}@example.com`)).status).toBe(201);
    const more = await request('robin@example.com');
    expect([more.status, more.error.code]).toEqual([429, 'rate_limited']);
  });
});

describe('another code', () => {
  it('takes the place of the one before', async () => {
    const { request, resend, enter, codeOf } = await serve();
    const { body } = await request('robin@example.com');
    const first = await codeOf();
    world.clock.advance(minute);
    const again = await resend(body.id);
    expect(again.body).toEqual({
      id: body.id,
      expiresAt: '2026-11-15T12:16:00.000Z',
      resendAfter: '2026-11-15T12:02:00.000Z',
    });
    const second = await codeOf(2);
    if (first !== second) expect((await enter(body.id, first)).error.code).toBe('code_invalid');
    expect((await enter(body.id, second)).status).toBe(200);
  });

  it('is not sent before its time', async () => {
    const { request, resend, mails } = await serve();
    const { body } = await request('robin@example.com');
    await expect.poll(async () => (await mails()).length).toBe(1);
    world.clock.advance(minute - 1);
    const { status, error } = await resend(body.id);
    expect([status, error.code]).toEqual([429, 'rate_limited']);
    expect(await mails()).toHaveLength(1);
  });

  it('reaches a customer whom the provider could not be asked about at first', async () => {
    const provider = faulty(world.sandbox);
    provider.fail('findCustomersByEmail', 'before', new Error('nobody there'));
    const { request, resend, codeOf, enter } = await serve({ providers: { live: provider } });
    const { body } = await request('robin@example.com');
    await expect.poll(() => provider.calls('findCustomersByEmail')).toBe(1);
    world.clock.advance(minute);
    await resend(body.id);
    expect((await enter(body.id, await codeOf())).status).toBe(200);
  });

  it('is for a request that exists, and is not done', async () => {
    const { request, resend, enter, codeOf } = await serve();
    const none = await resend(`vrf_${'A'.repeat(22)}`);
    expect([none.status, none.error.code]).toEqual([401, 'code_expired']);
    const { body } = await request('robin@example.com');
    await enter(body.id, await codeOf());
    world.clock.advance(minute);
    expect((await resend(body.id)).error.code).toBe('code_expired');
  });
});

describe('a code', () => {
  it('is good once', async () => {
    const { request, enter, codeOf } = await serve();
    const { body } = await request('robin@example.com');
    const code = await codeOf();
    const answers = await Promise.all([enter(body.id, code), enter(body.id, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    const later = await enter(body.id, code);
    expect([later.status, later.error.code]).toEqual([401, 'code_expired']);
  });

  it('holds for fifteen minutes', async () => {
    const { request, enter, codeOf } = await serve();
    const { body } = await request('robin@example.com');
    const code = await codeOf();
    world.clock.advance(15 * minute);
    const { status, error } = await enter(body.id, code);
    expect([status, error.code]).toEqual([401, 'code_expired']);
  });

  it.each([{}, { code: '12345' }, { code: 123456 }, { code: '１２３４５６' }, { code: '12 456' }])(
    'has six digits: %j',
    async (body) => {
      const { service } = await serve();
      const path = `/v1/verifications/vrf_${'A'.repeat(22)}/code`;
      const { status, error } = await service.send('POST', path, { body });
      expect([status, error.code, error.field]).toEqual([400, 'invalid_request', 'code']);
    },
  );

  it('is over after five wrong guesses, were they made at once', async () => {
    const { request, enter, codeOf } = await serve();
    const { body } = await request('robin@example.com');
    const code = await codeOf();
    const guesses = await Promise.all(Array.from({ length: 8 }, () => enter(body.id, wrong(code))));
    expect(guesses.map(({ error }) => error.code).sort()).toEqual([
      'code_expired',
      'code_expired',
      'code_expired',
      ...Array.from({ length: 5 }, () => 'code_invalid'),
    ]);
    expect((await enter(body.id, code)).error.code).toBe('code_expired');
  });

  it('may be mistyped before', async () => {
    const { request, enter, codeOf } = await serve();
    const { body } = await request('robin@example.com');
    const code = await codeOf();
    for (let guess = 0; guess < 4; guess += 1)
      expect((await enter(body.id, wrong(code))).error.code).toBe('code_invalid');
    expect((await enter(body.id, code)).status).toBe(200);
  });

  it('belongs to its request', async () => {
    const { request, enter, codeOf } = await serve();
    await request('robin@example.com');
    const code = await codeOf();
    const other = await request('trial@example.com');
    const otherCode = await codeOf(2);
    if (code !== otherCode)
      expect((await enter(other.body.id, code)).error.code).toBe('code_invalid');
    const none = await enter(`vrf_${'A'.repeat(22)}`, code);
    expect([none.status, none.error.code]).toEqual([401, 'code_expired']);
  });

  it('guessed right for an address that nobody has is wrong all the same', async () => {
    const { request, enter, codeOf } = await serve();
    const { body } = await request('robin@example.com');
    const code = await codeOf();
    await world.database.query.updateTable('verifications').set({ customer_id: null }).execute();
    const { status, error } = await enter(body.id, code);
    expect([status, error.code]).toEqual([401, 'code_invalid']);
  });

  it('outlives a change of the secret', async () => {
    const { request, codeOf } = await serve();
    const { body } = await request('robin@example.com');
    const code = await codeOf();
    const next = await serve({ secrets: ['a newer secret of the test suite, longer', secret] });
    expect((await next.enter(body.id, code)).status).toBe(200);
  });
});

describe('a verified customer', () => {
  it('starts a session, once', async () => {
    const { service, verified } = await serve();
    const credential = await verified('robin@example.com');
    const { status, body } = await service.start(credential);
    expect([status, body.customer.id]).toEqual([201, 'cus_monthly']);
    const again = await service.start(credential);
    expect([again.status, again.error.code]).toEqual([401, 'token_expired']);
  });

  it('starts one session of several that are started at once', async () => {
    const { service, verified } = await serve();
    const credential = await verified('robin@example.com');
    const starts = await Promise.all([service.start(credential), service.start(credential)]);
    expect(starts.map(({ status }) => status).sort()).toEqual([201, 401]);
  });

  it('can try again when the session did not start', async () => {
    const provider = faulty(world.sandbox);
    const { service, verified } = await serve({ providers: { live: provider } });
    const credential = await verified('robin@example.com');
    provider.fail('listSubscriptions', 'before', new Error('nobody there'));
    expect((await service.start(credential)).status).toBe(503);
    expect((await service.start(credential)).status).toBe(201);
  });

  it('has a quarter of an hour for it', async () => {
    const { service, verified } = await serve();
    const credential = await verified('robin@example.com');
    world.clock.advance(15 * minute);
    const { status, error } = await service.start(credential);
    expect([status, error.code]).toEqual([401, 'token_expired']);
  });

  it('is nobody else, and no made-up one', async () => {
    const { service, verified } = await serve();
    const credential = await verified('robin@example.com');
    const other = await service.start(credential, { customerId: 'cus_two' });
    expect([other.status, other.error.code]).toEqual([403, 'forbidden']);
    const invented = await service.start(`verified_${'A'.repeat(43)}`);
    expect([invented.status, invented.error.code]).toEqual([401, 'token_invalid']);
  });

  it('is, of several customers with one address, the one who subscribed last', async () => {
    const subscription = {
      status: {
        name: 'active' as const,
        currentPeriod: { start: '2026-11-01T00:00:00.000Z', end: '2026-12-01T00:00:00.000Z' },
      },
      items: [{ price: standard }],
    };
    await seedSandbox(world.database, {
      customers: ['cus_a', 'cus_b', 'cus_c'].map((id) => ({ id, email: 'twice@example.com' })),
      subscriptions: [
        { ...subscription, id: 'sub_a', customerId: 'cus_a', start: '2026-01-01T00:00:00.000Z' },
        { ...subscription, id: 'sub_b', customerId: 'cus_b', start: '2026-02-01T00:00:00.000Z' },
        {
          ...subscription,
          id: 'sub_c',
          customerId: 'cus_c',
          start: '2026-03-01T00:00:00.000Z',
          status: { name: 'canceled', canceledAt: '2026-04-01T00:00:00.000Z' },
        },
      ],
    });
    const { service, verified } = await serve();
    const { body } = await service.start(await verified('twice@example.com'));
    expect(body.customer.id).toBe('cus_b');
  });
});
