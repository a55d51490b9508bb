import { createHmac, randomInt } from 'node:crypto';
import { equalSecrets } from '../auth/hash.js';
import { secretsFor } from '../auth/purpose.js';

const purpose = 'verification code';

/** Six digits. */
export function makeCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

function hash(id: string, code: string, secret: string): string {
  return createHmac('sha256', secret).update(`${id} ${code}`).digest('hex');
}

/** What is kept of a code: six digits alone would be found again from a bare hash. */
export function codeHash(id: string, code: string, secrets: readonly string[]): string {
  const [secret = ''] = secretsFor(purpose, secrets);
  return hash(id, code, secret);
}

/** In a time that tells nothing. */
export function isCode(
  code: string,
  { id, code_hash }: { id: string; code_hash: string },
  secrets: readonly string[],
): boolean {
  const matches = secretsFor(purpose, secrets).map((secret) =>
    equalSecrets(hash(id, code, secret), code_hash),
  );
  return matches.includes(true);
}
