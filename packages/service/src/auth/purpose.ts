import { hkdfSync } from 'node:crypto';

/**
 * Secrets for another purpose, made out of the configured ones (HKDF, RFC 5869): what is signed
 * for one purpose is worth nothing for another, and the configured secrets are replaced as before.
 */
export function secretsFor(purpose: string, secrets: readonly string[]): string[] {
  return secrets.map((secret) =>
    Buffer.from(hkdfSync('sha256', secret, '', `fairwell ${purpose}`, 32)).toString('base64url'),
  );
}
