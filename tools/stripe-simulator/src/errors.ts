import type Stripe from 'stripe';
import type { Known } from './types.ts';

/** The error codes that the SDK knows. */
export type ErrorCode = Known<Stripe.Invoice.LastFinalizationError.Code>;

type ErrorBody = Pick<
  Stripe.StripeRawError,
  'type' | 'message' | 'param' | 'decline_code' | 'payment_intent' | 'payment_method'
> & { code?: ErrorCode };

/** An answer other than 2xx, in Stripe's error shape. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: ErrorBody;

  constructor(status: number, body: ErrorBody & { message: string }) {
    super(body.message);
    this.status = status;
    this.body = body;
  }
}

export function invalidRequest(message: string, param?: string, code?: ErrorCode): ApiError {
  return new ApiError(400, {
    type: 'invalid_request_error',
    message,
    ...(param !== undefined && { param }),
    ...(code !== undefined && { code }),
  });
}

/**
 * An id that names nothing: 404 when it stands in the path, 400 when a parameter gives it.
 * The noun is Stripe's: `customer`, `coupon`, `price`…
 */
export function resourceMissing(noun: string, id: string, param?: string): ApiError {
  return new ApiError(param === undefined ? 404 : 400, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${noun}: '${id}'`,
    param: param ?? 'id',
  });
}

export function parameterMissing(param: string): ApiError {
  return invalidRequest(`Missing required param: ${param}.`, param, 'parameter_missing');
}

export function parameterUnknown(param: string): ApiError {
  return invalidRequest(`Received unknown parameter: ${param}`, param, 'parameter_unknown');
}

export function unauthorized(message: string): ApiError {
  return new ApiError(401, { type: 'invalid_request_error', message });
}

/** A 402: the card was refused. */
export function cardDeclined(intent?: Stripe.PaymentIntent): ApiError {
  return new ApiError(402, {
    type: 'card_error',
    code: 'card_declined',
    decline_code: 'generic_decline',
    message: 'Your card was declined.',
    ...(intent && { payment_intent: intent }),
  });
}

export function rateLimited(): ApiError {
  return new ApiError(429, {
    type: 'invalid_request_error',
    code: 'rate_limit',
    message: 'Request rate limit exceeded.',
  });
}

export function serverError(status: 500 | 503): ApiError {
  return new ApiError(status, {
    type: 'api_error',
    message: 'An unknown error occurred',
  });
}
