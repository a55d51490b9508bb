import { createHmac } from 'node:crypto';

/**
 * The hash by which a page proves for whom it asks, where it cannot use a session token:
 * HMAC-SHA256 of the customer id under the API key, in lower-case hex. It does not expire, so
 * hand it out only to the customer who is signed in, and prefer {@link signSessionToken}.
 * @throws TypeError if either is empty.
 */
export function authHash(customerId: string, apiKey: string): string {
  if (!customerId) throw new TypeError('customerId must not be empty');
  if (!apiKey) throw new TypeError('apiKey must not be empty');
  return createHmac('sha256', apiKey).update(customerId).digest('hex');
}
