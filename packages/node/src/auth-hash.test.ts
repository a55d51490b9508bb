import { describe, expect, it } from 'vitest';
import { authHash } from './auth-hash.js';

describe('authHash', () => {
  it('is HMAC-SHA256 in lower-case hex (test vector of RFC 4231, section 4.3)', () => {
    expect(authHash('what do ya want for nothing?', 'Jefe')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('refuses an empty key or customer', () => {
    expect(() => authHash('', 'key')).toThrow('customerId');
    expect(() => authHash('cus_1', '')).toThrow('apiKey');
  });
});
