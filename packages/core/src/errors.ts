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

/** Whatever was thrown, as one of ours. */
export function asFairwellError(thrown: unknown): FairwellError {
  return thrown instanceof FairwellError
    ? thrown
    : new FairwellError('internal', 'An error that nobody expected.', { cause: thrown });
}

interface Prospects {
  /** Another try may succeed. */
  retry: boolean;
  /** The rest of the flow still works: the customer can pass the offer, or cancel. */
  goOn: boolean;
  /** It is known that the action was not done. Otherwise it comes again under the same key. */
  settled: boolean;
}

const unsettled: Prospects = { retry: true, goOn: true, settled: false };
const rejected: Prospects = { retry: true, goOn: true, settled: true };
const impossible: Prospects = { retry: false, goOn: true, settled: true };
const over: Prospects = { retry: false, goOn: false, settled: true };

/** What can still be done after each error. */
const prospects: Record<ErrorCode, Prospects> = {
  network: unsettled,
  internal: unsettled,
  rate_limited: unsettled,
  action_in_flight: unsettled,
  outcome_unknown: unsettled,
  partly_done: unsettled,
  provider_rate_limited: unsettled,
  provider_unavailable: unsettled,

  payment_declined: rejected,
  provider_rejected: rejected,
  handler_failed: rejected,
  code_invalid: rejected,

  invalid_request: impossible,
  not_found: impossible,
  offer_unknown: impossible,
  offer_ineligible: impossible,
  coupon_unknown: impossible,
  invoice_unknown: impossible,
  action_unsupported: impossible,
  key_reused: impossible,
  conflict: impossible,
  payload_too_large: impossible,
  unsupported_media_type: impossible,

  invalid_flow: over,
  credential_missing: over,
  token_invalid: over,
  token_expired: over,
  auth_hash_invalid: over,
  code_expired: over,
  forbidden: over,
  customer_unknown: over,
  subscription_unknown: over,
  session_unknown: over,
  session_ended: over,
  already_canceled: over,
  handler_missing: over,
};

export function prospectsAfter(code: ErrorCode): Prospects {
  return prospects[code];
}
