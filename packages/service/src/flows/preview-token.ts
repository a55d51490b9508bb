import type { Mode } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import { maxTokenLifetime, signSessionToken, TokenError, verifySessionToken } from '@fairwell/node';
import type { Credentials } from '../auth/identify.js';
import { secretsFor } from '../auth/purpose.js';

/** What a preview shows. */
export interface PreviewedFlow {
  flowId: string;
  /** The draft if absent. */
  version: number | undefined;
}

export type PreviewSigning = Pick<Credentials, 'appId' | 'secrets' | 'now'>;

/** Of a token of its own kind: it opens nothing but this flow, in one mode. */
const purpose = 'flow preview';

/** Lets whoever has it see a flow in a preview, for 15 minutes. */
export function signPreviewToken(
  { flowId, version }: PreviewedFlow,
  mode: Mode,
  { appId, secrets, now }: PreviewSigning,
): { token: string; expiresAt: string } {
  const [secret = ''] = secretsFor(purpose, secrets);
  const subscriptionId = version === undefined ? undefined : String(version);
  return {
    token: signSessionToken({ appId, customerId: flowId, subscriptionId, mode }, secret, { now }),
    expiresAt: new Date(now().getTime() + maxTokenLifetime * 1000).toISOString(),
  };
}

/** @throws {FairwellError} if the token is wrong, has expired, or is for another mode. */
export function readPreviewToken(
  token: string,
  mode: Mode,
  { appId, secrets, now }: PreviewSigning,
): PreviewedFlow {
  try {
    const claims = verifySessionToken(token, secretsFor(purpose, secrets), { appId, now });
    if (claims.mode !== mode)
      throw new FairwellError('forbidden', `The preview is for the mode "${claims.mode}"`, {
        field: 'previewToken',
      });
    const { sub, subscription } = claims;
    return { flowId: sub, version: subscription === undefined ? undefined : Number(subscription) };
  } catch (error) {
    if (error instanceof TokenError)
      throw new FairwellError(error.code, error.message, { field: 'previewToken' });
    throw error;
  }
}
