import type { Mode } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RateLimit } from '../options.js';
import type { KeyKind } from '../storage/schema.js';
import type { KeyStore } from './key-store.js';

/** The key that a request came with. What it may see is of its mode alone. */
export interface AuthenticatedKey {
  id: string;
  mode: Mode;
}

/** Lets a request through that has the right key, for `onRequest` or `preHandler`. */
export type KeyGuard = (request: FastifyRequest) => Promise<void>;

export interface KeyGuardOptions {
  store: Pick<KeyStore, 'find'>;
  appId: string;
  /** Requests of one key. */
  rateLimit: RateLimit | false;
}

const authenticated = new WeakMap<FastifyRequest, AuthenticatedKey>();

/** The key that a guard let this request through for. */
export function keyOf(request: FastifyRequest): AuthenticatedKey {
  const key = authenticated.get(request);
  if (!key) throw new Error('This route requires no key');
  return key;
}

/** Data keys are also taken by the header that other services of the kind use. */
const headers: Record<KeyKind, readonly string[]> = {
  data: ['x-fairwell-key', 'x-ck-api-key'],
  admin: ['x-fairwell-key'],
};

function firstText(values: readonly unknown[]): string | undefined {
  return values.find((value): value is string => typeof value === 'string' && value !== '');
}

/**
 * Guards for routes that only the host's own programs may call, with keys of a kind and a mode.
 * @param app Where `@fastify/rate-limit` is registered, if requests are limited.
 */
export function createKeyGuards(
  app: Pick<FastifyInstance, 'createRateLimit'>,
  { store, appId, rateLimit }: KeyGuardOptions,
): { requireDataKey: KeyGuard; requireAdminKey: KeyGuard } {
  const count =
    rateLimit &&
    app.createRateLimit({
      max: rateLimit.max,
      timeWindow: rateLimit.window * 1000,
      keyGenerator: (request) => keyOf(request).id,
    });

  const requireKey =
    (kind: KeyKind): KeyGuard =>
    async (request) => {
      const names = headers[kind];
      const given = firstText(names.map((name) => request.headers[name]));
      if (given === undefined)
        throw new FairwellError(
          'credential_missing',
          `Send a ${kind} key as ${names.join(' or ')}`,
        );
      const found = await store.find(given);
      if (!found) throw new FairwellError('token_invalid', 'The key is not valid');
      const app = request.headers['x-ck-app'];
      if (found.kind !== kind || (app !== undefined && app !== appId))
        throw new FairwellError('forbidden', 'The key does not allow this request');
      authenticated.set(request, { id: found.id, mode: found.mode });
      const counted = count && (await count(request));
      if (counted && !counted.isAllowed && counted.isExceeded)
        throw new FairwellError(
          'rate_limited',
          `Too many requests with this key; try again in ${counted.ttlInSeconds} seconds`,
        );
    };
  return { requireDataKey: requireKey('data'), requireAdminKey: requireKey('admin') };
}
