import type { SessionResult } from '@fairwell/contract';
import { showCancelFlow, type ShowCancelFlowOptions } from '@fairwell/elements';
import type { EmbedDefaults } from '../defaults.js';
import type { ManagedFlowOptions, SessionResults } from '../options/documented.js';
import { flowUses } from '../options/flow-options.js';
import { translate } from '../options/translate.js';
import { EmbedError, withService } from './access.js';
import { watchBeginning } from './beginning.js';
import { controllerFor } from './controller.js';
import { carries, hear } from './hear.js';
import { watchResults } from './results.js';

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
  hear(hearings, isOurs, results, over.signal);
  const controller = controllerFor(given.signal, over.signal);
  const show = () => showCancelFlow({ ...properties, i18n, signal: controller.signal });
  // One that is being closed is let go first.
  const ended = (current ? hideFlow().then(show) : show()).finally(() => {
    if (current === opening) current = undefined;
    over.abort();
  });
  // Whoever closes it while it loads has seen enough of it.
  const began = Promise.race([beginning, ended.then(() => undefined)]);
  began.catch(() => undefined);
  const opening = { began, ended, controller };
  current = opening;
  return opening;
}

/** Loads the code that every flow needs. */
export async function preload(): Promise<void> {
  await import('@fairwell/elements/cancel-flow.js');
}

/** Closes the flow that is open; what is in flight is carried out first. */
export function hideFlow(): Promise<unknown> {
  current?.controller.abort();
  return current?.ended.catch(() => undefined) ?? Promise.resolve();
}
