import type { OfferSelection } from '@fairwell/core';
import { FairwellEvent } from './fairwell-event.js';

/** A choice or option was picked. */
export class SelectEvent extends FairwellEvent<{ id: string }> {
  constructor(id: string) {
    super('fw-select', { id });
  }
}

/** Words were typed; `text` is all of them. */
export class WriteEvent extends FairwellEvent<{ text: string }> {
  constructor(text: string) {
    super('fw-write', { text });
  }
}

/** The acknowledgement was ticked or unticked. */
export class AcknowledgeEvent extends FairwellEvent<{ value: boolean }> {
  constructor(value: boolean) {
    super('fw-acknowledge', { value });
  }
}

/** Go on with what was answered. A custom step puts its answer into `result`. */
export class NextEvent extends FairwellEvent<{ result?: unknown }> {
  constructor(result?: unknown) {
    super('fw-next', result === undefined ? {} : { result });
  }
}

/** Go on without an answer. */
export class SkipEvent extends FairwellEvent {
  constructor() {
    super('fw-skip', null);
  }
}

export class BackEvent extends FairwellEvent {
  constructor() {
    super('fw-back', null);
  }
}

/** Take the offer. A host may veto it. */
export class AcceptEvent extends FairwellEvent<{ selection: OfferSelection }> {
  constructor(selection: OfferSelection = {}) {
    super('fw-accept', { selection }, { cancelable: true });
  }
}

/** Refuse the offer. */
export class DeclineEvent extends FairwellEvent {
  constructor() {
    super('fw-decline', null);
  }
}

/** Cancel the subscription. A host may veto it. */
export class ConfirmEvent extends FairwellEvent {
  constructor() {
    super('fw-confirm', null, { cancelable: true });
  }
}

/** Try again what failed. */
export class RetryEvent extends FairwellEvent {
  constructor() {
    super('fw-retry', null);
  }
}

/** Leave an error behind and go on with the flow. */
export class ContinueEvent extends FairwellEvent {
  constructor() {
    super('fw-continue', null);
  }
}

/** Ask for help, after an error. */
export class SupportEvent extends FairwellEvent {
  constructor() {
    super('fw-support', null);
  }
}

/** Leave the flow. A host may veto it. */
export class CloseEvent extends FairwellEvent {
  constructor() {
    super('fw-close', null, { cancelable: true });
  }
}
