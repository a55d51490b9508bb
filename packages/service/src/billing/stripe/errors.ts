import type { ServiceErrorCode } from '@fairwell/contract';
import Stripe from 'stripe';
import { ProviderError, type Effect } from '../provider-error.js';

/** The request never left: nobody was there to take it. */
const unsent: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

function codeOfCause({ detail }: Stripe.errors.StripeError): string {
  return detail instanceof Error && 'code' in detail ? String(detail.code) : '';
}

function invalidRequestCode({ code, param = '' }: Stripe.errors.StripeError): ServiceErrorCode {
  if (code === 'coupon_expired') return 'coupon_unknown';
  if (code !== 'resource_missing') return 'provider_rejected';
  return /coupon|discounts/.test(param) ? 'coupon_unknown' : 'subscription_unknown';
}

/** Was this idempotency key used before, for something else or for what is still being done. */
export function isKeyUsed(error: unknown): boolean {
  const { StripeError, StripeIdempotencyError } = Stripe.errors;
  return (
    error instanceof StripeIdempotencyError ||
    (error instanceof StripeError && error.code === 'idempotency_key_in_use')
  );
}

/** Is this the kept answer to the same request under the same idempotency key. */
export function isReplayed(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeError && error.headers?.['idempotent-replayed'] === 'true'
  );
}

function classify(error: Stripe.errors.StripeError): [code: ServiceErrorCode, effect: Effect] {
  const { errors } = Stripe;
  if (error instanceof errors.StripeCardError) return ['payment_declined', 'none'];
  if (error instanceof errors.StripeRateLimitError) return ['provider_rate_limited', 'none'];
  if (error instanceof errors.StripeInvalidRequestError) return [invalidRequestCode(error), 'none'];
  if (error instanceof errors.StripeConnectionError)
    return unsent.has(codeOfCause(error))
      ? ['provider_unavailable', 'none']
      : ['outcome_unknown', 'open'];
  // The key was seen before: that request may still be worked on.
  if (isKeyUsed(error)) return ['outcome_unknown', 'open'];
  if (error.statusCode === 401 || error.statusCode === 403) return ['provider_rejected', 'none'];
  return ['provider_unavailable', isReplayed(error) ? 'kept' : 'readable'];
}

/** Of Stripe's error only what may be logged: its messages can carry what a customer typed. */
function describe({ type, code, statusCode, requestId }: Stripe.errors.StripeError): string {
  return ['Stripe', type, code, statusCode, requestId].filter(Boolean).join(' ');
}

/** A change that was asked for: its error tells what is known of its effect. */
export async function writing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    throw new ProviderError(...withDescription(error));
  }
}

/** A question: after its error nothing has changed. */
export async function reading<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    const [code, message] = withDescription(error);
    const isLost = code === 'outcome_unknown';
    throw new ProviderError(isLost ? 'provider_unavailable' : code, message, 'none');
  }
}

function withDescription(
  error: Stripe.errors.StripeError,
): [code: ServiceErrorCode, message: string, effect: Effect] {
  const [code, effect] = classify(error);
  return [code, describe(error), effect];
}

/** A question about one thing: null where there is none. */
export async function readingOne<T>(work: () => Promise<T>): Promise<T | null> {
  return reading(() =>
    work().catch((error: unknown) => {
      if (error instanceof Stripe.errors.StripeError && error.code === 'resource_missing')
        return null;
      throw error;
    }),
  );
}
