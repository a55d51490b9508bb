import { Metadata, type CheckWallRequest, type Mode } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import { authHash, TokenError, verifySessionToken } from '@fairwell/node';
import { faultOf } from '../errors/validation.js';
import { equalSecrets } from './hash.js';

/** Whom a credential speaks for. */
export interface Identity {
  customerId: string;
  /** Undefined where all of the customer's subscriptions are meant. */
  subscriptionId: string | undefined;
  mode: Mode;
  /** What the host's back end signed of the customer. */
  attributes?: Metadata | undefined;
}

export interface Credentials {
  appId: string;
  secrets: readonly string[];
  apiKey: string | undefined;
  /** The mode of a request that names none. */
  defaultMode: Mode;
  now: () => Date;
}

/** For whom a request says that it asks. */
export type Claim = Pick<
  CheckWallRequest,
  'appId' | 'customerId' | 'authHash' | 'subscriptionId' | 'mode'
>;

/** Marks the ids that `POST /v1/retention/session` answers with. */
export const retentionPrefix = 'ret_';

/** The credential of an `Authorization: Bearer …` header; undefined without one. */
export function bearerOf(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
}

function fromToken(token: string, { appId, secrets, now }: Credentials): Identity {
  const jwt = token.startsWith(retentionPrefix) ? token.slice(retentionPrefix.length) : token;
  try {
    const {
      sub,
      subscription,
      mode,
      attributes = {},
    } = verifySessionToken(jwt, secrets, { appId, now });
    const fault = faultOf(Metadata, attributes);
    if (fault) throw new FairwellError('token_invalid', `attributes: ${fault.says}`);
    return { customerId: sub, subscriptionId: subscription, mode, attributes };
  } catch (error) {
    if (error instanceof TokenError) throw new FairwellError(error.code, error.message);
    throw error;
  }
}

function fromAuthHash(
  { customerId, subscriptionId, mode, authHash: given }: Claim,
  { apiKey, defaultMode }: Credentials,
): Identity {
  if (given === undefined || apiKey === undefined)
    throw new FairwellError(
      'credential_missing',
      'Send a session token as "Authorization: Bearer …", made by your back end',
    );
  if (!customerId)
    throw new FairwellError('invalid_request', 'customerId is required with authHash', {
      field: 'customerId',
    });
  if (!equalSecrets(given.toLowerCase(), authHash(customerId, apiKey)))
    throw new FairwellError(
      'auth_hash_invalid',
      'authHash is not the HMAC-SHA256 of the customer id under the API key',
    );
  return { customerId, subscriptionId, mode: mode ?? defaultMode };
}

/**
 * The identity, for what the request asks of what it allows.
 * @throws {FairwellError} `forbidden` if the request is for somebody or something else.
 */
export function narrowed(
  identity: Identity,
  request: Claim,
  { appId }: Pick<Credentials, 'appId'>,
): Identity {
  const agrees = (asked: string | undefined, allowed: string | undefined): boolean =>
    asked === undefined || asked === allowed;
  if (
    !agrees(request.appId, appId) ||
    !agrees(request.customerId, identity.customerId) ||
    !agrees(request.mode, identity.mode) ||
    // A token for all subscriptions may be used for one of them.
    (identity.subscriptionId !== undefined &&
      !agrees(request.subscriptionId, identity.subscriptionId))
  )
    throw new FairwellError('forbidden', 'The credential does not allow this request');
  return { ...identity, subscriptionId: identity.subscriptionId ?? request.subscriptionId };
}

/**
 * Who asks to begin something: a session, or the check of a wall.
 * @throws {FairwellError} if the credential is missing, wrong, expired, or for somebody or
 * something else than the request asks for.
 */
export function identify(
  authorization: string | undefined,
  request: Claim,
  credentials: Credentials,
): Identity {
  const token = bearerOf(authorization);
  const identity =
    token === undefined ? fromAuthHash(request, credentials) : fromToken(token, credentials);
  return narrowed(identity, request, credentials);
}
