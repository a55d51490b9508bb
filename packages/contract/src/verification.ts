import { Type, type Static } from 'typebox';
import { Instant } from './billing.js';
import { Mode } from './session.js';

/**
 * `POST /v1/verifications`: mails a code of six digits to a customer who is not signed in. The
 * answer is the same whether the address is known or not.
 */
export const VerificationRequest = Type.Object({
  appId: Type.Optional(Type.String()),
  mode: Type.Optional(Mode),
  email: Type.String({ maxLength: 254, pattern: '^[^\\s@]+@[^\\s@]+$' }),
  locale: Type.Optional(
    Type.String({ maxLength: 35, description: 'BCP 47: the language of the mail' }),
  ),
});
export type VerificationRequest = Static<typeof VerificationRequest>;

/** Also the answer of `POST /v1/verifications/:id/resend`. */
export const Verification = Type.Object({
  id: Type.String(),
  expiresAt: Type.Unsafe<string>({ ...Instant, description: '15 minutes from now' }),
  resendAfter: Type.Unsafe<string>({ ...Instant, description: 'No new code before' }),
});
export type Verification = Static<typeof Verification>;

/** `POST /v1/verifications/:id/code`. Answers with `code_invalid` or `code_expired`, or a credential. */
export const VerifyCodeRequest = Type.Object({ code: Type.String({ pattern: '^[0-9]{6}$' }) });
export type VerifyCodeRequest = Static<typeof VerifyCodeRequest>;

export const VerifiedCustomer = Type.Object({
  session: Type.String({ description: 'Starts a session, as a session token does; once' }),
});
export type VerifiedCustomer = Static<typeof VerifiedCustomer>;
