import type { PayResponse, ServiceErrorCode } from '@fairwell/contract';
import { FairwellError, type FairwellErrorDetails } from '@fairwell/core';

/**
 * What is known of a change that ended in an error:
 * - `none`: the provider has not made it and will not;
 * - `readable`: the provider broke down over it; its state tells whether it was made;
 * - `kept`: the same, and that answer stands for whatever comes under the same key;
 * - `open`: there was no answer, so it may still be made after its state was read.
 */
export type Effect = 'none' | 'readable' | 'kept' | 'open';

/** Every error that a billing provider throws. */
export class ProviderError extends FairwellError {
  override readonly code: ServiceErrorCode;
  readonly effect: Effect;

  constructor(
    code: ServiceErrorCode,
    message: string,
    effect: Effect,
    details: FairwellErrorDetails = {},
  ) {
    super(code, message, details);
    this.code = code;
    this.effect = effect;
  }
}

/** What a page needs to let a customer confirm a payment with their bank. */
export type Approval = Omit<Extract<PayResponse, { status: 'requiresAction' }>, 'status'>;

/**
 * The customer's bank wants them to confirm the payment. Nothing was charged; whether it will be is
 * in their hands now.
 */
export class ApprovalRequired extends ProviderError {
  readonly approval: Approval;

  constructor(approval: Approval) {
    super('outcome_unknown', 'The payment waits for the customer and their bank', 'none');
    this.approval = approval;
  }
}

/**
 * It is not made, and never will be under its key: it was called back, or the provider broke down
 * over it and keeps that answer.
 */
export class NeverMade extends ProviderError {
  constructor(message: string) {
    super('provider_unavailable', message, 'none');
  }
}
