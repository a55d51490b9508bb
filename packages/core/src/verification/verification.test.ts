import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { now } from '../testing/fixtures.js';
import { createVerification, type VerificationOptions } from './verification.js';

interface Received {
  path: string;
  body: unknown;
}

type Answer = { status?: number; body: object } | 'dropped';

const after = (seconds: number): string => new Date(now.getTime() + seconds * 1000).toISOString();
const mailed = (id: string): Answer => ({
  body: { id, expiresAt: after(900), resendAfter: after(60) },
});
const failed = (status: number, code: string): Answer => ({
  status,
  body: { code, message: 'no', requestId: 'req_1' },
});

const verifications = '/v1/verifications';
const resend = '/v1/verifications/ver_1/resend';
const code = '/v1/verifications/ver_1/code';

let server: Server;
let serviceUrl: string;
let received: Received[];
let answers: Record<string, Answer[]>;
let time: Date;

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return JSON.parse(body);
}

beforeEach(async () => {
  time = now;
  received = [];
  answers = { [verifications]: [mailed('ver_1')] };
  server = createServer((request, response) => {
    const path = request.url ?? '';
    void bodyOf(request).then((body) => {
      received.push({ path, body });
      const answer = answers[path]?.shift() ?? failed(404, 'not_found');
      if (answer === 'dropped') return response.destroy();
      return response.writeHead(answer.status ?? 200).end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address === 'object' && address) serviceUrl = `http://127.0.0.1:${address.port}`;
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

const begun = (options: Partial<VerificationOptions> = {}) =>
  createVerification({ serviceUrl, now: () => time, ...options });

async function mailedTo(email: string, options: Partial<VerificationOptions> = {}) {
  const verification = begun({ prefilled: email, ...options });
  await verification.submit();
  return verification;
}

describe('the address', () => {
  it('is asked for, and a code is mailed to it', async () => {
    const verification = begun({ appId: 'app_1', mode: 'test', locale: 'de' });
    expect(verification.state).toMatchObject({ stage: 'ask', email: '' });
    verification.write(' ada@example.com ');
    await verification.submit();
    expect(received).toEqual([
      {
        path: verifications,
        body: { appId: 'app_1', mode: 'test', locale: 'de', email: 'ada@example.com' },
      },
    ]);
    expect(verification.state).toEqual({
      stage: 'code',
      email: 'ada@example.com',
      code: '',
      resendAt: after(60),
      expiresAt: after(900),
      issue: null,
      error: null,
      busy: false,
    });
  });

  it.each(['', '  ', 'ada', 'ada@', '@example.com', 'a b@example.com', `${'a'.repeat(250)}@b.cd`])(
    'is not "%s", and the next input takes the issue away',
    async (email) => {
      const verification = await mailedTo(email);
      expect(verification.state).toMatchObject({ stage: 'ask', issue: { code: 'email_invalid' } });
      expect(received).toEqual([]);
      verification.write('ada@example.com');
      expect(verification.state).toMatchObject({ email: 'ada@example.com', issue: null });
    },
  );

  it.each<[string, Answer]>([
    ['network', 'dropped'],
    ['rate_limited', failed(429, 'rate_limited')],
  ])('stays as it was written when the mail fails with %s', async (error, answer) => {
    answers[verifications]?.unshift(answer);
    const verification = await mailedTo('ada@example.com');
    expect(verification.state).toMatchObject({
      stage: 'ask',
      email: 'ada@example.com',
      error: { code: error },
      busy: false,
    });
    await verification.submit();
    expect(verification.state).toMatchObject({ stage: 'code' });
  });

  it('can be changed', async () => {
    const verification = await mailedTo('eda@example.com');
    verification.changeAddress();
    expect(verification.state).toMatchObject({ stage: 'ask', email: 'eda@example.com' });
    answers[verifications] = [mailed('ver_2')];
    verification.write('ada@example.com');
    await verification.submit();
    expect(verification.state).toMatchObject({ stage: 'code', email: 'ada@example.com' });
  });

  it('gets one mail, however often it is sent off', async () => {
    const verification = begun({ prefilled: 'ada@example.com' });
    const first = verification.submit();
    expect(verification.state).toMatchObject({ busy: true });
    await verification.submit();
    verification.write('eve@example.com');
    await first;
    expect(received).toHaveLength(1);
    expect(verification.state).toMatchObject({ email: 'ada@example.com' });
  });
});

describe('the code', () => {
  it('is handed in, and answered with the credential', async () => {
    const verification = await mailedTo('ada@example.com');
    answers[code] = [{ body: { session: 'credential' } }];
    verification.write('123456');
    await verification.submit();
    expect(received.at(-1)).toEqual({ path: code, body: { code: '123456' } });
    expect(verification.state).toEqual({
      stage: 'verified',
      email: 'ada@example.com',
      session: 'credential',
    });
    verification.write('1');
    verification.changeAddress();
    await verification.resend();
    await verification.submit();
    expect(received).toHaveLength(2);
  });

  it.each([
    ['123 456', '123456'],
    ['Your code: 123-456.', '123456'],
    ['1234567', '123456'],
    ['12a', '12'],
  ])('is of "%s" the digits %s', async (written, digits) => {
    const verification = await mailedTo('ada@example.com');
    verification.write(written);
    expect(verification.state).toMatchObject({ code: digits });
  });

  it.each(['', '12345'])('is not "%s"', async (digits) => {
    const verification = await mailedTo('ada@example.com');
    verification.write(digits);
    await verification.submit();
    expect(verification.state).toMatchObject({ stage: 'code', issue: { code: 'code_incomplete' } });
    expect(received).toHaveLength(1);
  });

  it('can be put right when it was wrong', async () => {
    const verification = await mailedTo('ada@example.com');
    answers[code] = [failed(401, 'code_invalid'), { body: { session: 'credential' } }];
    verification.write('123465');
    await verification.submit();
    expect(verification.state).toMatchObject({ code: '123465', error: { code: 'code_invalid' } });
    verification.write('123456');
    expect(verification.state).toMatchObject({ error: null });
    await verification.submit();
    expect(verification.state).toMatchObject({ stage: 'verified' });
  });
});

describe('a new code', () => {
  it.each<[string, number]>([
    ['forwards', 3600],
    ['back', -3600],
  ])('is mailed although the clock was put %s an hour: the service decides', async (_way, jump) => {
    const verification = await mailedTo('ada@example.com');
    time = new Date(time.getTime() + jump * 1000);
    answers[resend] = [failed(429, 'rate_limited'), mailed('ver_1')];
    await verification.resend();
    expect(verification.state).toMatchObject({ stage: 'code', error: { code: 'rate_limited' } });
    await verification.resend();
    expect(received.filter(({ path }) => path === resend)).toHaveLength(2);
    expect(verification.state).toMatchObject({ stage: 'code', error: null });
  });

  it('is there from the time on that the service says, and not before', async () => {
    const verification = await mailedTo('ada@example.com');
    verification.write('12');
    time = new Date(after(59.999));
    await verification.resend();
    expect(received).toHaveLength(1);
    answers[resend] = [{ body: { id: 'ver_1', expiresAt: after(960), resendAfter: after(180) } }];
    time = new Date(after(60));
    await verification.resend();
    expect(received.at(-1)).toEqual({ path: resend, body: {} });
    expect(verification.state).toMatchObject({
      code: '',
      expiresAt: after(960),
      resendAt: after(180),
    });
  });

  it('is of a new verification where the old one is over', async () => {
    const verification = await mailedTo('ada@example.com');
    answers[code] = [failed(401, 'code_expired')];
    verification.write('123456');
    await verification.submit();
    expect(verification.state).toMatchObject({ stage: 'code', error: { code: 'code_expired' } });
    time = new Date(after(901));
    answers[resend] = [failed(401, 'code_expired')];
    answers[verifications] = [mailed('ver_2')];
    await verification.resend();
    expect(verification.state).toMatchObject({ stage: 'code', code: '', error: null });
    answers['/v1/verifications/ver_2/code'] = [{ body: { session: 'credential' } }];
    verification.write('654321');
    await verification.submit();
    expect(verification.state).toMatchObject({ stage: 'verified' });
  });

  it('can be asked for again when it was not mailed, and the old one still works', async () => {
    const verification = await mailedTo('ada@example.com');
    time = new Date(after(61));
    answers[resend] = ['dropped', mailed('ver_1')];
    await verification.resend();
    expect(verification.state).toMatchObject({ stage: 'code', error: { code: 'network' } });
    await verification.resend();
    expect(verification.state).toMatchObject({ error: null });
    expect(received.map(({ path }) => path)).toEqual([verifications, resend, resend]);
  });
});

it('tells every listener of every change, although one throws', async () => {
  const reportError = vi.fn();
  const verification = begun({ prefilled: 'ada@example.com', reportError });
  const stages: string[] = [];
  verification.subscribe(() => {
    throw new Error('broken');
  });
  const stop = verification.subscribe(({ stage }) => stages.push(stage));
  await verification.submit();
  expect(stages).toEqual(['ask', 'code']);
  expect(reportError).toHaveBeenCalledTimes(2);
  stop();
  verification.changeAddress();
  expect(stages).toHaveLength(2);
});
