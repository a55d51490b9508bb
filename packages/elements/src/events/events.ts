import type { ActionType } from '@fairwell/contract';
import type * as intents from './intents.js';
import type * as observations from './observations.js';

export * from './intents.js';
export * from './observations.js';

/** What a step or offer asks for. */
export interface IntentEventMap {
  'fw-select': intents.SelectEvent;
  'fw-write': intents.WriteEvent;
  'fw-acknowledge': intents.AcknowledgeEvent;
  'fw-next': intents.NextEvent;
  'fw-skip': intents.SkipEvent;
  'fw-back': intents.BackEvent;
  'fw-accept': intents.AcceptEvent;
  'fw-decline': intents.DeclineEvent;
  'fw-confirm': intents.ConfirmEvent;
  'fw-retry': intents.RetryEvent;
  'fw-continue': intents.ContinueEvent;
  'fw-support': intents.SupportEvent;
  'fw-close': intents.CloseEvent;
}

type OutcomeEventMap = {
  [T in ActionType as (typeof observations.outcomeEventNames)[T]]: observations.OutcomeEvent<T>;
};

/** Every event of the library, by name. */
export interface FairwellEventMap extends IntentEventMap, OutcomeEventMap {
  'fw-open': observations.OpenEvent;
  'fw-step-change': observations.StepChangeEvent;
  'fw-error': observations.ErrorEvent;
  'fw-closed': observations.ClosedEvent;
  'fw-pause-wall-activated': observations.WallActivatedEvent;
  'fw-pause-wall-close': observations.WallCloseEvent;
  'fw-failed-payment-wall-activated': observations.WallActivatedEvent;
  'fw-failed-payment-wall-close': observations.WallCloseEvent;
  'fw-resume': observations.ResumeEvent;
  'fw-update-payment-information': observations.UpdatePaymentInformationEvent;
}

declare global {
  interface HTMLElementEventMap extends FairwellEventMap {}
  interface DocumentEventMap extends FairwellEventMap {}
}
