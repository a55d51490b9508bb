import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Metadata, Mode, SessionClaims } from '@fairwell/contract';

/** Longest life of a session token, in seconds. */
export const maxTokenLifetime = 900;

/** Shortest secret: as many bytes as the hash gives (RFC 7518, section 3.2). */
export const minSecretBytes = 32;

/** How far ahead the signer's clock may be, in seconds. */
const clockSkew = 60;

const modes: ReadonlySet<unknown> = new Set<Mode>(['live', 'test', 'sandbox']);

export interface SessionTokenOptions {
  appId: string;
  /** Customer id at the billing provider. */
  customerId: string;
  /** Without it, all subscriptions of the customer are meant. */
  subscriptionId?: string | undefined;
  mode: Mode;
  /** For segments. What the page sends under the same names does not count. */
  attributes?: Metadata | undefined;
  /** Seconds until the token expires; 900 when absent, which is also the most. */
  expiresIn?: number | undefined;
}

export interface Clock {
  /** The current time; the machine's when absent. */
  now?: (() => Date) | undefined;
}

export type TokenErrorCode = 'token_invalid' | 'token_expired' | 'forbidden';

/** Why a token was refused. The message never tells which check failed beyond that. */
export class TokenError extends Error {
  override readonly name = 'TokenError';
  readonly code: TokenErrorCode;

  constructor(code: TokenErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function signature(signed: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(signed).digest();
}

function requireText(value: unknown, name: string): void {
  if (typeof value !== 'string' || value === '' || value.length > 255)
    throw new TypeError(`${name} must be a text of 1 to 255 characters`);
}

/** @throws TypeError if the secret is too short to sign with. */
export function requireSecret(secret: unknown, name = 'secret'): asserts secret is string {
  if (typeof secret !== 'string' || Buffer.byteLength(secret) < minSecretBytes)
    throw new TypeError(`${name} must be a text of at least ${minSecretBytes} bytes`);
}

/**
 * A session token: a JWT (RFC 7519) signed with HMAC-SHA256. Make one for each page view, in your
 * own back end, for the customer who is signed in there.
 * @throws TypeError if an option is missing or out of bounds.
 */
export function signSessionToken(
  {
    appId,
    customerId,
    subscriptionId,
    mode,
    attributes,
    expiresIn = maxTokenLifetime,
  }: SessionTokenOptions,
  secret: string,
  { now = () => new Date() }: Clock = {},
): string {
  requireSecret(secret);
  requireText(appId, 'appId');
  requireText(customerId, 'customerId');
  if (subscriptionId !== undefined) requireText(subscriptionId, 'subscriptionId');
  if (!modes.has(mode)) throw new TypeError('mode must be "live", "test" or "sandbox"');
  if (attributes !== undefined && !isAttributes(attributes))
    throw new TypeError('attributes must be an object of texts, numbers and booleans');
  if (!Number.isInteger(expiresIn) || expiresIn < 1 || expiresIn > maxTokenLifetime)
    throw new TypeError(
      `expiresIn must be a whole number of seconds from 1 to ${maxTokenLifetime}`,
    );
  const iat = Math.floor(now().getTime() / 1000);
  const claims: SessionClaims = {
    aud: appId,
    sub: customerId,
    ...(subscriptionId === undefined ? {} : { subscription: subscriptionId }),
    mode,
    ...(attributes === undefined ? {} : { attributes }),
    iat,
    exp: iat + expiresIn,
    jti: randomBytes(16).toString('base64url'),
  };
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${signed}.${signature(signed, secret).toString('base64url')}`;
}

/** Anything but an object is as good as an empty one. */
function decode(part: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}

function isAttributes(value: unknown): value is Metadata {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every(
    (each) => typeof each === 'string' || typeof each === 'boolean' || Number.isFinite(each),
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isClaims(value: Record<string, unknown>): value is SessionClaims {
  const { aud, sub, subscription, mode, attributes, iat, exp, jti } = value;
  return (
    isText(aud) &&
    isText(sub) &&
    (subscription === undefined || isText(subscription)) &&
    modes.has(mode) &&
    (attributes === undefined || isAttributes(attributes)) &&
    Number.isInteger(iat) &&
    Number.isInteger(exp) &&
    isText(jti) &&
    jti.length >= 16
  );
}

export interface VerifyOptions extends Clock {
  /** The app that the token must be for. */
  appId: string;
}

/**
 * What a session token says, once its signature, its app and its times hold.
 * @param secrets Any of these may have signed it, so that a secret can be replaced without a gap.
 * @throws {TokenError} `token_expired` for one that was good once, `forbidden` for another app's, `token_invalid` for anything else.
 */
export function verifySessionToken(
  token: string,
  secrets: readonly string[],
  { appId, now = () => new Date() }: VerifyOptions,
): SessionClaims {
  const invalid = (): TokenError =>
    new TokenError('token_invalid', 'The session token is not valid');
  const [header, payload, given, ...rest] = token.split('.');
  if (header === undefined || payload === undefined || given === undefined || rest.length > 0)
    throw invalid();
  // The algorithm is ours to say, not the token's (RFC 8725, section 3.1).
  const { alg, crit } = decode(header);
  if (alg !== 'HS256' || crit !== undefined) throw invalid();
  const bytes = Buffer.from(given, 'base64url');
  const signed = `${header}.${payload}`;
  const matches = secrets.map((secret) => {
    const expected = signature(signed, secret);
    return bytes.length === expected.length && timingSafeEqual(bytes, expected);
  });
  if (!matches.includes(true)) throw invalid();
  const claims = decode(payload);
  if (!isClaims(claims)) throw invalid();
  const seconds = Math.floor(now().getTime() / 1000);
  const lifetime = claims.exp - claims.iat;
  if (lifetime < 1 || lifetime > maxTokenLifetime || claims.iat > seconds + clockSkew)
    throw invalid();
  if (claims.exp <= seconds)
    throw new TokenError('token_expired', 'The session token has expired; sign a new one');
  if (claims.aud !== appId)
    throw new TokenError('forbidden', 'The session token is not for this app');
  return claims;
}
