import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signSessionToken, TokenError, verifySessionToken } from './session-token.js';

const secret = 'a secret of at least thirty-two bytes';
const older = 'another secret, used before this one is';
const start = new Date('2026-11-21T09:30:00.400Z');
const now = () => start;
const after = (seconds: number) => () => new Date(start.getTime() + seconds * 1000);
const options = {
  appId: 'app_1',
  customerId: 'cus_1',
  subscriptionId: 'sub_1',
  mode: 'live',
} as const;

function handmade(header: object, claims: object, key = secret): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}

const seconds = Math.floor(start.getTime() / 1000);
const claims = {
  aud: 'app_1',
  sub: 'cus_1',
  mode: 'live',
  iat: seconds,
  exp: seconds + 60,
  jti: '0123456789abcdef',
};
const header = { alg: 'HS256', typ: 'JWT' };

function refusal(token: string, at = now, appId = 'app_1'): string {
  try {
    verifySessionToken(token, [secret], { appId, now: at });
  } catch (error) {
    if (error instanceof TokenError) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('a session token', () => {
  it('says who was signed in, for how long', () => {
    const token = signSessionToken({ ...options, expiresIn: 120 }, secret, { now });
    expect(verifySessionToken(token, [secret], { appId: 'app_1', now })).toMatchObject({
      aud: 'app_1',
      sub: 'cus_1',
      subscription: 'sub_1',
      mode: 'live',
      iat: seconds,
      exp: seconds + 120,
    });
  });

  it('carries what a segment may ask for, and nothing else', () => {
    const attributes = { tier: 'gold', seats: 12, beta: true };
    const token = signSessionToken({ ...options, attributes }, secret, { now });
    expect(verifySessionToken(token, [secret], { appId: 'app_1', now }).attributes).toEqual(
      attributes,
    );
    for (const wrong of [{ tags: ['a'] }, { seats: NaN }, [], 'gold'] as object[]) {
      const given = wrong as typeof attributes;
      expect(() => signSessionToken({ ...options, attributes: given }, secret)).toThrow(
        'attributes',
      );
      expect(refusal(handmade(header, { ...claims, attributes: wrong }))).toBe('token_invalid');
    }
  });

  it('lasts fifteen minutes unless told otherwise', () => {
    const token = signSessionToken(options, secret, { now });
    expect(refusal(token, after(899))).toBe('accepted');
    expect(refusal(token, after(900))).toBe('token_expired');
  });

  it('has a nonce of its own', () => {
    expect(signSessionToken(options, secret, { now })).not.toBe(
      signSessionToken(options, secret, { now }),
    );
  });

  it('is accepted under any of several secrets', () => {
    const token = signSessionToken(options, older, { now });
    expect(verifySessionToken(token, [secret, older], { appId: 'app_1', now })).toMatchObject({
      sub: 'cus_1',
    });
    expect(refusal(token)).toBe('token_invalid');
  });

  it('is a JWT that anything else can make', () => {
    expect(refusal(handmade(header, claims))).toBe('accepted');
  });

  it.each([
    ['no algorithm', handmade({ alg: 'none' }, claims)],
    ['an algorithm of its own', handmade({ alg: 'HS512' }, claims)],
    ['an extension we do not know', handmade({ ...header, crit: ['b64'] }, claims)],
    ['a life of more than fifteen minutes', handmade(header, { ...claims, exp: seconds + 901 })],
    [
      'a signer far ahead of us',
      handmade(header, { ...claims, iat: seconds + 61, exp: seconds + 99 }),
    ],
    ['no customer', handmade(header, { ...claims, sub: undefined })],
    ['a mode that does not exist', handmade(header, { ...claims, mode: 'production' })],
    ['no nonce', handmade(header, { ...claims, jti: '' })],
    ['a foreign secret', handmade(header, claims, older)],
    ['claims that are no object', handmade(header, [])],
    ['four parts', `${handmade(header, claims)}.x`],
    ['no signature', handmade(header, claims).replace(/[^.]+$/, '')],
    ['nothing', ''],
  ])('is refused with %s', (_name, token) => {
    expect(refusal(token)).toBe('token_invalid');
  });

  it('is refused by another app, though it is signed as it should be', () => {
    expect(refusal(handmade(header, { ...claims, aud: 'app_2' }))).toBe('forbidden');
  });

  it('is refused when a single letter of what it says was changed', () => {
    const [head, body, signature] = signSessionToken(options, secret, { now }).split('.');
    const changed = Buffer.from(
      Buffer.from(body ?? '', 'base64url')
        .toString()
        .replace('cus_1', 'cus_2'),
    ).toString('base64url');
    expect(refusal([head, changed, signature].join('.'))).toBe('token_invalid');
  });

  it('does not say of a forged token that it has expired', () => {
    const old = { ...claims, iat: seconds - 900, exp: seconds - 840 };
    expect(refusal(handmade(header, old))).toBe('token_expired');
    expect(refusal(handmade(header, old, older))).toBe('token_invalid');
  });

  it.each([
    ['secret', () => signSessionToken(options, 'short')],
    ['customerId', () => signSessionToken({ ...options, customerId: '' }, secret)],
    ['appId', () => signSessionToken({ ...options, appId: '' }, secret)],
    ['subscriptionId', () => signSessionToken({ ...options, subscriptionId: '' }, secret)],
    ['expiresIn', () => signSessionToken({ ...options, expiresIn: 901 }, secret)],
    ['expiresIn', () => signSessionToken({ ...options, expiresIn: 0.5 }, secret)],
  ])('is not signed with a bad %s, and says so', (name, sign) => {
    expect(sign).toThrow(name);
  });
});
