import type { OfferType, SessionResult } from '@fairwell/contract';
import { sessionResults, type FairwellError, type PageKind } from '@fairwell/core';
import {
  clearState,
  outcomeEventNames,
  showCancelFlow,
  type ErrorEvent,
  type OutcomeEvent,
  type ShowCancelFlowOptions,
  type StepChangeEvent,
} from '@fairwell/elements';
import type { EmbedDefaults } from '../defaults.js';
import type { InitOptions, ManagedFlowOptions, SessionResults } from '../options/documented.js';
import { flowUses } from '../options/flow-options.js';
import { translate } from '../options/translate.js';
import { EmbedError, withService } from './access.js';
import { carries, controllerFor, hear } from './hear.js';

/** A flow that was asked for. */
export interface Opening {
  /** Its first page is shown. Rejects where it cannot be: nobody answers, or its code does not come. */
  began: Promise<void>;
  ended: Promise<SessionResult>;
}

/** The flow that was asked for last, until it has ended. */
let current: (Opening & { controller: AbortController }) | undefined;

function isClosing({ controller }: { controller: AbortController }): boolean {
  return controller.signal.aborted;
}

type Tag = keyof HTMLElementTagNameMap;

const offerTags: Record<OfferType, Tag> = {
  contact: 'fw-contact-offer',
  custom: 'fw-custom-step',
  discount: 'fw-discount-offer',
  pause: 'fw-pause-offer',
  planChange: 'fw-plan-change-offer',
  redirect: 'fw-redirect-offer',
  trialExtension: 'fw-trial-extension-offer',
};

/** What shows a page; its code comes with the flow, or after it. */
const tags: Record<Exclude<PageKind | 'email', 'offer'>, Tag> = {
  activeOffer: 'fw-active-offer-step',
  complete: 'fw-complete-step',
  confirm: 'fw-confirm-step',
  custom: 'fw-custom-step',
  email: 'fw-email-step',
  error: 'fw-error-step',
  feedback: 'fw-feedback-step',
  followUp: 'fw-follow-up-step',
  loading: 'fw-progress-step',
  progress: 'fw-progress-step',
  survey: 'fw-survey-step',
};

function tagOf(page: StepChangeEvent['detail']['page']): Tag {
  return page.kind === 'offer' ? offerTags[page.offer.type] : tags[page.kind];
}

function watchBeginning(isOurs: (event: Event) => boolean, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: FairwellError): void => {
      // There is nothing left to cancel, which the flow says itself.
      if (error.code === 'already_canceled') resolve();
      else reject(error);
    };
    const onStep = (event: StepChangeEvent): void => {
      const { page } = event.detail;
      if (!isOurs(event) || page.kind === 'loading') return;
      if (page.kind === 'error') fail(page.error);
      else void customElements.whenDefined(tagOf(page)).then(() => resolve());
    };
    const onError = (event: ErrorEvent): void => {
      if (isOurs(event)) fail(event.detail.error);
    };
    document.body.addEventListener('fw-step-change', onStep, { signal });
    document.body.addEventListener('fw-error', onError, { signal });
  });
}

/** What came of it so far. */
function watchResults(
  isOurs: (event: Event) => boolean,
  signal: AbortSignal,
): () => SessionResults {
  let last: OutcomeEvent['detail'] | undefined;
  const onOutcome = (event: OutcomeEvent): void => {
    if (isOurs(event)) last = event.detail;
  };
  for (const name of Object.values(outcomeEventNames))
    document.body.addEventListener(name, onOutcome, { signal });
  return () => {
    const { outcome, customer, answers } = last ?? {};
    return {
      result: outcome ? sessionResults[outcome.type] : 'abort',
      ...(outcome && { outcome, customer }),
      surveyResponse: answers?.surveyResponse ?? null,
      feedback: answers?.feedback ?? null,
      followupResponse: answers?.followupResponse ?? null,
    };
  };
}

function complete(
  call: string,
  given: ManagedFlowOptions,
  options: ShowCancelFlowOptions,
  defaults: EmbedDefaults,
): ShowCancelFlowOptions {
  if (given.provider !== 'direct' && !given.flow)
    return withService(call, options, defaults, !options.verifyEmail);
  if (options.flow && options.customer) return { ...options, serviceUrl: undefined };
  throw new EmbedError(
    `${call}: a page that bills itself gives flow and customer, and handleCancel; ${options.flow ? 'customer' : 'flow'} is missing.`,
  );
}

/**
 * Opens a flow; while one is open, that one is meant.
 * @throws {EmbedError} where an option is missing or wrong.
 */
export function openFlow(
  call: string,
  given: ManagedFlowOptions,
  defaults: EmbedDefaults,
  verifyEmail = false,
): Opening {
  if (current && !isClosing(current)) return current;
  const { options, hearings } = translate<
    ManagedFlowOptions,
    ShowCancelFlowOptions,
    () => SessionResults
  >(call, flowUses, given);
  const properties = complete(call, given, { ...options, verifyEmail }, defaults);
  // By this very object the events are told from those of another flow.
  const i18n = { ...properties.i18n };
  const isOurs = (event: Event): boolean => carries(event, i18n);
  const over = new AbortController();
  const results = watchResults(isOurs, over.signal);
  const beginning = watchBeginning(isOurs, over.signal);
  const silence = hear(hearings, isOurs, results);
  const controller = controllerFor(given.signal);
  const show = () => showCancelFlow({ ...properties, i18n, signal: controller.signal });
  // One that is being closed is let go first.
  const ended = (current ? hideFlow().then(show) : show()).finally(() => {
    if (current === opening) current = undefined;
    over.abort();
    silence();
  });
  // Whoever closes it while it loads has seen enough of it.
  const began = Promise.race([beginning, ended.then(() => undefined)]);
  began.catch(() => undefined);
  const opening = { began, ended, controller };
  current = opening;
  return opening;
}

/** Closes the flow that is open; what is in flight is carried out first. */
export function hideFlow(): Promise<unknown> {
  current?.controller.abort();
  return current?.ended.catch(() => undefined) ?? Promise.resolve();
}

async function inMode(
  call: string,
  mode: string,
  open: () => Promise<SessionResult>,
): Promise<SessionResult | undefined> {
  switch (mode) {
    case 'restart':
      await hideFlow();
      clearState();
      return open();
    case 'show':
      return open();
    case 'hide':
      void hideFlow();
      return undefined;
    default:
      throw new EmbedError(
        `${call}: there is no mode ${JSON.stringify(mode)}; 'show', 'restart' and 'hide' are there.`,
      );
  }
}

export function init(
  defaults: EmbedDefaults,
  mode: string,
  options: InitOptions = {},
): Promise<SessionResult | undefined> {
  const call = 'fairwell.init';
  return inMode(call, mode, () => openFlow(call, options, defaults).ended);
}

export function managedFlow(
  defaults: EmbedDefaults,
  mode: string,
  options: ManagedFlowOptions = {},
): Promise<SessionResult | undefined> {
  const call = 'fairwell.managedFlow';
  return inMode(call, mode, () => openFlow(call, options, defaults, true).ended);
}
