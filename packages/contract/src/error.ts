import { Type, type Static } from 'typebox';

/** Every error the service answers with, and its HTTP status. */
export const serviceErrors = {
  invalid_request: 400,
  invalid_flow: 422,
  credential_missing: 401,
  token_invalid: 401,
  token_expired: 401,
  auth_hash_invalid: 401,
  code_invalid: 401,
  code_expired: 401,
  forbidden: 403,
  not_found: 404,
  customer_unknown: 404,
  subscription_unknown: 404,
  session_unknown: 404,
  session_ended: 409,
  already_canceled: 409,
  offer_unknown: 404,
  offer_ineligible: 409,
  invoice_unknown: 404,
  coupon_unknown: 409,
  action_unsupported: 409,
  action_in_flight: 409,
  key_reused: 409,
  conflict: 409,
  payment_declined: 402,
  provider_rejected: 502,
  partly_done: 502,
  provider_rate_limited: 503,
  provider_unavailable: 503,
  outcome_unknown: 504,
  rate_limited: 429,
  payload_too_large: 413,
  unsupported_media_type: 415,
  internal: 500,
} as const;

export type ServiceErrorCode = keyof typeof serviceErrors;

/** Errors that only arise on the client: no answer, or the host's own handler. */
export type ClientErrorCode = 'network' | 'handler_missing' | 'handler_failed';

export type ErrorCode = ServiceErrorCode | ClientErrorCode;

/**
 * The one shape of an error answer. `message` is for a developer, in English; `field` is the place
 * in the request, in dots and brackets (`action.couponId`, `flow.steps[0].type`).
 */
export const ErrorResponse = Type.Object({
  code: Type.Unsafe<ServiceErrorCode>({ type: 'string', enum: Object.keys(serviceErrors) }),
  message: Type.String(),
  field: Type.Optional(Type.String()),
  requestId: Type.String(),
});
export type ErrorResponse = Static<typeof ErrorResponse>;
