import type { EmbedDefaults } from '../defaults.js';
import type { AccessOptions } from '../options/documented.js';

/** A mistake in a call, said so that the page's author knows what to do. */
export class EmbedError extends Error {
  override readonly name = 'EmbedError';
}

type Asking = Pick<AccessOptions, 'serviceUrl' | 'appId' | 'session' | 'customerId' | 'authHash'>;

function checkAddress(call: string, serviceUrl: unknown): void {
  if (typeof serviceUrl === 'string' && /^(https?:\/\/[^/]|\/)/i.test(serviceUrl)) return;
  throw new EmbedError(
    `${call}: serviceUrl is ${JSON.stringify(serviceUrl)}; it has to begin with https://, or with / where the service is on the page's own origin.`,
  );
}

/**
 * What is asked of a service: with the defaults, and complete.
 * @throws {EmbedError} where nobody could answer.
 */
export function withService<Options extends Asking>(
  call: string,
  options: Options,
  defaults: EmbedDefaults,
  needsCredential: boolean,
): Options & { serviceUrl: string } {
  const { serviceUrl = defaults.serviceUrl, appId = defaults.appId } = options;
  if (serviceUrl === undefined)
    throw new EmbedError(
      `${call}: where is the service? Say it in the script's address, fairwell.js?serviceUrl=https://billing.example.com, or as the option serviceUrl.`,
    );
  checkAddress(call, serviceUrl);
  const { session, customerId, authHash } = options;
  if (needsCredential && !session && !(customerId && authHash))
    throw new EmbedError(
      `${call}: who is the customer? Give customerId and authHash, or session, which your back end makes.`,
    );
  return { ...options, serviceUrl, ...(appId && { appId }) };
}
