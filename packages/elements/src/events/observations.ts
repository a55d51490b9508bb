import type {
  Action,
  ActionType,
  Customer,
  OutcomeMap,
  SessionResult,
  WallKind,
} from '@fairwell/contract';
import type { CustomerAnswers, FairwellError, Page, WallErrorType } from '@fairwell/core';
import { FairwellEvent } from './fairwell-event.js';

/** The flow was opened. */
export class OpenEvent extends FairwellEvent {
  constructor() {
    super('fw-open', null);
  }
}

/** A page of the check of an address, before the flow begins. */
export interface EmailPage {
  kind: 'email';
  /** What is asked for: the address, or the code that was mailed to it. */
  stage: 'ask' | 'code';
}
export type ShownPage = Page | EmailPage;

/** Another page is shown. */
export class StepChangeEvent extends FairwellEvent<{
  page: ShownPage;
  previous: ShownPage | null;
}> {
  constructor(page: ShownPage, previous: ShownPage | null) {
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

interface OutcomeDetail<T extends ActionType> {
  outcome: OutcomeMap[T];
  customer: Customer;
  /** What was asked for: the plan, the days, the length. A wall, which only cancels, leaves it out. */
  action?: Action | undefined;
  /** What the customer said on the way; a wall asks nothing. */
  answers?: CustomerAnswers | undefined;
}

/** An action was carried out; one event name for each type of action. */
export class OutcomeEvent<T extends ActionType = ActionType> extends FairwellEvent<
  OutcomeDetail<T>
> {
  constructor({ outcome, customer, action, answers }: OutcomeDetail<T>) {
    super(outcomeEventNames[outcome.type], { outcome, customer, action, answers });
  }
}

/** Something failed: an action, the start of a flow, or the check of a wall; walls tell its `type`. */
export class ErrorEvent extends FairwellEvent<{
  error: FairwellError;
  type?: WallErrorType | undefined;
}> {
  constructor(error: FairwellError, type?: WallErrorType) {
    super('fw-error', type ? { error, type } : { error });
  }
}

const wallEventNames = {
  pause: { activated: 'fw-pause-wall-activated', close: 'fw-pause-wall-close' },
  failedPayment: {
    activated: 'fw-failed-payment-wall-activated',
    close: 'fw-failed-payment-wall-close',
  },
} as const satisfies Record<WallKind, Record<'activated' | 'close', `fw-${string}`>>;

/** A wall stands before the customer. */
export class WallActivatedEvent extends FairwellEvent {
  constructor(kind: WallKind) {
    super(wallEventNames[kind].activated, null);
  }
}

/** The customer stepped past a wall. */
export class WallCloseEvent extends FairwellEvent {
  constructor(kind: WallKind) {
    super(wallEventNames[kind].close, null);
  }
}

/** The subscription was resumed; `message` is what the host's handler said to the customer. */
export class ResumeEvent extends FairwellEvent<{
  customer: Customer;
  message?: string | undefined;
}> {
  constructor(customer: Customer, message?: string) {
    super('fw-resume', message ? { customer, message } : { customer });
  }
}

/** The overdue invoice was paid. */
export class UpdatePaymentInformationEvent extends FairwellEvent<{ customer: Customer }> {
  constructor(customer: Customer) {
    super('fw-update-payment-information', { customer });
  }
}

/** The flow is over and off the screen. */
export class ClosedEvent extends FairwellEvent<{ result: SessionResult }> {
  constructor(result: SessionResult) {
    super('fw-closed', { result });
  }
}
