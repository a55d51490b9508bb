import type { WallKind } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import { signSessionToken, TokenError, verifySessionToken } from '@fairwell/node';
import type { Credentials, Identity } from '../auth/identify.js';
import { secretsFor } from '../auth/purpose.js';

/** What a token of a check is good for: what the wall that stands can do, or nothing. */
type Scope = WallKind | 'none';

const purposes: Record<Scope, string> = {
  pause: 'pause wall',
  failedPayment: 'failed-payment wall',
  none: 'no wall',
};

/** The bearer token of a check: opens what that wall can do, for 15 minutes, and no session. */
export function signWallToken(
  { customerId, subscriptionId, mode }: Identity,
  scope: Scope,
  { appId, secrets, now }: Credentials,
): string {
  const [secret = ''] = secretsFor(purposes[scope], secrets);
  return signSessionToken({ appId, customerId, subscriptionId, mode }, secret, { now });
}

function tryScope(token: string, scope: Scope, credentials: Credentials): Identity | undefined {
  const { appId, now } = credentials;
  try {
    const secrets = secretsFor(purposes[scope], credentials.secrets);
    const { sub, subscription, mode } = verifySessionToken(token, secrets, { appId, now });
    return { customerId: sub, subscriptionId: subscription, mode };
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    if (error.code === 'token_invalid') return undefined;
    throw new FairwellError(error.code, error.message);
  }
}

/**
 * Whom a wall's token speaks for.
 * @throws {FairwellError} if it is missing, wrong or expired, or `forbidden` if no such wall stood.
 */
export function readWallToken(
  token: string | undefined,
  kind: WallKind,
  credentials: Credentials,
): Identity {
  if (token === undefined)
    throw new FairwellError(
      'credential_missing',
      'Send the token of the check as "Authorization: Bearer …"',
    );
  const identity = tryScope(token, kind, credentials);
  if (identity) return identity;
  const others: Scope[] = ['pause', 'failedPayment', 'none'];
  if (others.some((scope) => tryScope(token, scope, credentials)))
    throw new FairwellError('forbidden', 'No such wall stood when this token was handed out');
  throw new FairwellError('token_invalid', 'This is no token of a wall');
}
