import type { ReturnUrls } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';

/** Where a page may lead to: over https, and among the pages that may call the service. */
function isAllowed(text: string, origins: readonly string[]): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol, hostname, username, password } = new URL(text);
  const isSecure = protocol === 'https:' || hostname === 'localhost';
  return isSecure && !username && !password && origins.includes(origin);
}

/** The name of the first address that nobody may be led to; undefined if there is none. */
export function findReturnUrlFault(
  { save, cancel, offers = {} }: ReturnUrls,
  origins: readonly string[],
): string | undefined {
  const named = Object.entries(offers).map(([id, url]) => [`offers.${id}`, url] as const);
  const all = [['save', save] as const, ['cancel', cancel] as const, ...named];
  return all.find(([, url]) => url !== undefined && !isAllowed(url, origins))?.[0];
}

/**
 * Where this session leads to in the end: what it asks for goes before what the service was started with.
 * @throws {FairwellError} `invalid_request` that names the address at fault.
 */
export function returnUrlsOf(
  asked: ReturnUrls | undefined,
  standing: ReturnUrls,
  origins: readonly string[],
): ReturnUrls | undefined {
  const fault = asked && findReturnUrlFault(asked, origins);
  if (fault !== undefined) {
    const field = `returnUrls.${fault}`;
    throw new FairwellError(
      'invalid_request',
      `${field} must begin with https:// and an origin of the service's`,
      { field },
    );
  }
  const merged = { ...standing, ...asked };
  const offers = { ...standing.offers, ...asked?.offers };
  const all = Object.keys(offers).length > 0 ? { ...merged, offers } : merged;
  return Object.keys(all).length > 0 ? all : undefined;
}
