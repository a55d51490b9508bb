import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import {
  createWebhookSecret,
  signWebhook,
  verifyWebhook,
  verifyWebhookBody,
  WebhookError,
  type ReceivedHeaders,
  type WebhookHeaders,
} from './webhook.js';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const other = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
const body = '{"event":"test","data":{"sentAt":"2026-11-21T09:30:00.000Z"}}';
const sentAt = new Date();
const message = { id: 'msg_1', sentAt, body };
const after = (seconds: number) => () => new Date(sentAt.getTime() + seconds * 1000);

function refusal(
  change: Partial<Record<keyof WebhookHeaders, string | undefined>>,
  given: { body?: string; secrets?: string | string[]; now?: () => Date } = {},
): string {
  const headers = { ...signWebhook(message, secret), ...change };
  try {
    const { now = after(0), secrets = secret } = given;
    verifyWebhook(given.body ?? body, headers, secrets, { now });
  } catch (error) {
    if (error instanceof WebhookError) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('a webhook that was signed', () => {
  it('is what the reference implementation of Standard Webhooks accepts', () => {
    const headers = signWebhook(message, [secret, other]);
    for (const each of [secret, other])
      expect(new Webhook(each).verify(body, { ...headers })).toMatchObject({ event: 'test' });
    expect(() => new Webhook(createWebhookSecret()).verify(body, { ...headers })).toThrow();
  });

  it('has the signature of its body as others compute it', () => {
    const { 'ck-signature': theirs, 'fairwell-signature': ours } = signWebhook(message, secret);
    expect(theirs).toBe(createHmac('sha256', secret).update(body).digest('hex'));
    expect(ours).toBe(theirs);
    expect(verifyWebhookBody(body, theirs, secret)).toBe(true);
    expect(verifyWebhookBody(body, theirs.toUpperCase(), [other, secret])).toBe(true);
    expect(verifyWebhookBody(`${body} `, theirs, secret)).toBe(false);
    expect(verifyWebhookBody(body, theirs, other)).toBe(false);
    for (const broken of ['', 'x', theirs.slice(2), `${theirs}00`])
      expect(verifyWebhookBody(body, broken, secret)).toBe(false);
  });

  it('cannot be signed with a secret that is none', () => {
    for (const bad of ['', 'short', 'whsec_', 'whsec_c2hvcnQ=', secret.slice(6), `${secret}!`])
      expect(() => signWebhook(message, bad)).toThrow(TypeError);
    expect(() => signWebhook(message, [])).toThrow(TypeError);
  });
});

describe('a webhook that is verified', () => {
  it('says what was sent, whatever kind of headers and body it arrived as', () => {
    const headers = { ...signWebhook(message, secret) };
    const kinds: ReceivedHeaders[] = [headers, new Headers(headers)];
    for (const kind of kinds)
      for (const arrived of [body, Buffer.from(body)])
        expect(verifyWebhook(arrived, kind, secret)).toEqual(JSON.parse(body));
  });

  it('may be signed by the reference implementation', () => {
    const signature = new Webhook(secret).sign('msg_1', sentAt, body);
    expect(refusal({ 'webhook-signature': signature })).toBe('accepted');
  });

  it('is accepted under either secret while one is replaced', () => {
    expect(refusal({}, { secrets: [other, secret] })).toBe('accepted');
    const both = signWebhook(message, [other, secret]);
    expect(refusal({ 'webhook-signature': both['webhook-signature'] })).toBe('accepted');
    expect(refusal({}, { secrets: other })).toBe('signature_invalid');
  });

  it('is refused beyond five minutes, and from ahead of its time', () => {
    const at = (seconds: number) => refusal({}, { now: after(seconds) });
    expect([at(299), at(302), at(-299), at(-302)]).toEqual([
      'accepted',
      'timestamp_invalid',
      'accepted',
      'timestamp_invalid',
    ]);
  });

  it.each<[name: string, change: Parameters<typeof refusal>[0], code: string]>([
    ['no id', { 'webhook-id': undefined }, 'headers_missing'],
    ['no time', { 'webhook-timestamp': '' }, 'headers_missing'],
    ['no signature', { 'webhook-signature': undefined }, 'headers_missing'],
    ['another id', { 'webhook-id': 'msg_2' }, 'signature_invalid'],
    ['another time', { 'webhook-timestamp': '1' }, 'signature_invalid'],
    ['a time that is none', { 'webhook-timestamp': 'NaN' }, 'signature_invalid'],
    ['an empty signature', { 'webhook-signature': 'v1,' }, 'signature_invalid'],
    ['another version', { 'webhook-signature': 'v1a,AAAA' }, 'signature_invalid'],
    ['nonsense', { 'webhook-signature': ' , v1 v1,%%%' }, 'signature_invalid'],
  ])('is refused with %s', (_name, change, code) => {
    expect(refusal(change)).toBe(code);
  });

  it('is refused when a letter of its body was changed', () => {
    expect(refusal({}, { body: body.replace('test', 'text') })).toBe('signature_invalid');
  });
});
