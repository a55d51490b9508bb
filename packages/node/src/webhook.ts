import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { WebhookPayload } from '@fairwell/contract';
import type { Clock } from './session-token.js';

/** How far a webhook's time may be from ours, in seconds, before or after. */
export const webhookTolerance = 300;

const prefix = 'whsec_';
/** Bytes of a secret (Standard Webhooks: 24 to 64). */
const minKeyBytes = 24;
const maxKeyBytes = 64;

/** The headers that a webhook is signed with. */
export interface WebhookHeaders {
  'webhook-id': string;
  /** Seconds since 1970. */
  'webhook-timestamp': string;
  /** `v1,` and HMAC-SHA256 in base64, one for each secret in use, separated by spaces. */
  'webhook-signature': string;
  /** HMAC-SHA256 of the body alone, in hex. */
  'fairwell-signature': string;
  /** The same, by the name that other services of the kind use. */
  'ck-signature': string;
}

export type WebhookErrorCode = 'headers_missing' | 'timestamp_invalid' | 'signature_invalid';

/** Why a webhook was refused. Answer it with 400 and do nothing. */
export class WebhookError extends Error {
  override readonly name = 'WebhookError';
  readonly code: WebhookErrorCode;

  constructor(code: WebhookErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** A new secret for an endpoint. */
export function createWebhookSecret(): string {
  return prefix + randomBytes(32).toString('base64');
}

function keyOf(secret: string): Buffer | undefined {
  const encoded = secret.slice(prefix.length);
  const key = Buffer.from(encoded, 'base64');
  const isWhole = key.toString('base64').replace(/=+$/, '') === encoded.replace(/=+$/, '');
  const isLong = key.length >= minKeyBytes && key.length <= maxKeyBytes;
  return secret.startsWith(prefix) && isWhole && isLong ? key : undefined;
}

/** Whether a text can be the secret of an endpoint: `whsec_` and 24 to 64 bytes in base64. */
export function isWebhookSecret(secret: string): boolean {
  return keyOf(secret) !== undefined;
}

function requireKey(secret: string): Buffer {
  const key = keyOf(secret);
  if (!key)
    throw new TypeError(`A webhook secret is ${prefix} and ${minKeyBytes} to 64 bytes in base64`);
  return key;
}

function hmac(key: Buffer | string, ...parts: (string | Uint8Array)[]): Buffer {
  const mac = createHmac('sha256', key);
  for (const part of parts) mac.update(part);
  return mac.digest();
}

/** Compares with each, so that the time tells nothing of which one it is, nor of where it differs. */
function isOneOf(given: Buffer, expected: readonly Buffer[]): boolean {
  return expected
    .map((each) => each.length === given.length && timingSafeEqual(each, given))
    .includes(true);
}

function listOf(secrets: string | readonly string[]): readonly string[] {
  const list = typeof secrets === 'string' ? [secrets] : secrets;
  if (list.length === 0) throw new TypeError('At least one webhook secret is needed');
  return list;
}

/**
 * Signs a webhook as the service does, for tests of what receives it: by the Standard Webhooks
 * scheme with every secret, and by the body alone with the first.
 * @throws TypeError if there is no secret, or one is not a webhook secret.
 */
export function signWebhook(
  { id, sentAt, body }: { id: string; sentAt: Date; body: string },
  secrets: string | readonly string[],
): WebhookHeaders {
  const [first = '', ...others] = listOf(secrets);
  const timestamp = String(Math.floor(sentAt.getTime() / 1000));
  const signatures = [first, ...others].map(
    (secret) => `v1,${hmac(requireKey(secret), `${id}.${timestamp}.`, body).toString('base64')}`,
  );
  const ofBody = hmac(first, body).toString('hex');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
    'fairwell-signature': ofBody,
    'ck-signature': ofBody,
  };
}

/** Headers as Node's `request.headers` or as a `Headers` object has them. */
export type ReceivedHeaders = Headers | Readonly<Record<string, string | string[] | undefined>>;

function headerOf(headers: ReceivedHeaders, name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : headers[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new WebhookError('headers_missing', `The webhook has no ${name}`);
}

/**
 * What a webhook says, once its signature (Standard Webhooks, `webhook-signature`) and its time hold.
 * Sent again after an attempt that failed, it comes with the same `webhook-id`: keep the ids for a
 * few days, and pass over those that you know.
 * @param body Exactly as it arrived, not parsed and written anew.
 * @param secrets Any of these may have signed it, so that a secret can be replaced without a gap.
 * @param options `tolerance`: seconds that its time may differ from ours, 300 when absent.
 * @throws {WebhookError} if it is not to be believed.
 * @throws TypeError if there is no secret, or one is not a webhook secret.
 */
export function verifyWebhook(
  body: string | Uint8Array,
  headers: ReceivedHeaders,
  secrets: string | readonly string[],
  { now = () => new Date(), tolerance = webhookTolerance }: Clock & { tolerance?: number } = {},
): WebhookPayload {
  const keys = listOf(secrets).map(requireKey);
  const id = headerOf(headers, 'webhook-id');
  const timestamp = headerOf(headers, 'webhook-timestamp');
  const given = headerOf(headers, 'webhook-signature');
  const expected = keys.map((key) => hmac(key, `${id}.${timestamp}.`, body));
  const matches = given
    .split(' ')
    .flatMap((each) => (each.startsWith('v1,') ? Buffer.from(each.slice(3), 'base64') : []))
    .map((each) => isOneOf(each, expected));
  if (!matches.includes(true))
    throw new WebhookError('signature_invalid', 'The webhook is not signed with this secret');
  const age = now().getTime() / 1000 - Number(timestamp);
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(age) > tolerance)
    throw new WebhookError('timestamp_invalid', 'The webhook is too old, or ahead of its time');
  return JSON.parse(Buffer.from(body).toString('utf8')) as WebhookPayload;
}

/**
 * Whether the body is what was signed (`fairwell-signature`, `ck-signature`). It does not say when:
 * whoever has seen a webhook can send it again. Prefer {@link verifyWebhook}.
 * @param body Exactly as it arrived, not parsed and written anew.
 * @param secrets Any of these may have signed it.
 * @throws TypeError if there is no secret.
 */
export function verifyWebhookBody(
  body: string | Uint8Array,
  signature: string,
  secrets: string | readonly string[],
): boolean {
  const expected = listOf(secrets).map((secret) => hmac(secret, body));
  return /^[0-9a-f]{64}$/i.test(signature) && isOneOf(Buffer.from(signature, 'hex'), expected);
}
