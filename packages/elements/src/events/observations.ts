import type { ActionType, Customer, OutcomeMap, SessionResult } from '@fairwell/contract';
import type { FairwellError, Page } from '@fairwell/core';
import { FairwellEvent } from './fairwell-event.js';

/** The flow was opened. */
export class OpenEvent extends FairwellEvent {
  constructor() {
    super('fw-open', null);
  }
}

/** Another page is shown. */
export class StepChangeEvent extends FairwellEvent<{ page: Page; previous: Page | null }> {
  constructor(page: Page, previous: Page | null) {
    super('fw-step-change', { page, previous });
  }
}

export const outcomeEventNames = {
  cancel: 'fw-cancel',
  discount: 'fw-discount',
  pause: 'fw-pause',
  planChange: 'fw-plan-change',
  trialExtension: 'fw-trial-extension',
  contact: 'fw-contact',
  redirect: 'fw-redirect',
  custom: 'fw-custom',
} as const satisfies Record<ActionType, `fw-${string}`>;

/** An action was carried out; one event name for each type of action. */
export class OutcomeEvent<T extends ActionType = ActionType> extends FairwellEvent<{
  outcome: OutcomeMap[T];
  customer: Customer;
}> {
  constructor(outcome: OutcomeMap[T], customer: Customer) {
    super(outcomeEventNames[outcome.type], { outcome, customer });
  }
}

/** Something failed: an action, the start of the flow, or a listener of the host. */
export class ErrorEvent extends FairwellEvent<{ error: FairwellError }> {
  constructor(error: FairwellError) {
    super('fw-error', { error });
  }
}

/** The flow is over and off the screen. */
export class ClosedEvent extends FairwellEvent<{ result: SessionResult }> {
  constructor(result: SessionResult) {
    super('fw-closed', { result });
  }
}
