import type { ErrorCode } from '@fairwell/contract';

export interface FairwellErrorDetails {
  /** Place of the fault in what was given, for example `steps[0].choices[1].label`. */
  field?: string | undefined;
  /** The host's own words to the customer, from a handler that rejected. */
  customerMessage?: string | undefined;
  requestId?: string | undefined;
  cause?: unknown;
}

/** Every error that Fairwell throws or reports. `message` is for a developer, in English. */
export class FairwellError extends Error {
  override readonly name = 'FairwellError';
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly customerMessage: string | undefined;
  readonly requestId: string | undefined;

  constructor(code: ErrorCode, message: string, details: FairwellErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.field = details.field;
    this.customerMessage = details.customerMessage;
    this.requestId = details.requestId;
  }
}

/** After these nobody can tell whether the action was done: it is sent again under the same key. */
const unsettled: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'network',
  'action_in_flight',
  'outcome_unknown',
  'provider_rate_limited',
  'provider_unavailable',
  'rate_limited',
  'internal',
]);

export function isUnsettled(code: ErrorCode): boolean {
  return unsettled.has(code);
}

/** After these another try cannot succeed: the customer is told how things stand instead. */
const final: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'already_canceled',
  'session_ended',
  'token_expired',
  'token_invalid',
  'credential_missing',
  'auth_hash_invalid',
  'forbidden',
  'customer_unknown',
  'subscription_unknown',
  'session_unknown',
  'invalid_flow',
  'action_unsupported',
  'handler_missing',
]);

export function isFinal(code: ErrorCode): boolean {
  return final.has(code);
}
