import { DestroyRef, inject, signal, untracked, type Signal } from '@angular/core';
import type { SessionResult } from '@fairwell/contract';
import {
  FairwellError,
  fillOptions,
  FlowStore,
  forElement,
  type FlowEvent,
  type FlowInputs,
  type FlowState,
  type HostOptions,
} from '@fairwell/core';
import { showCancelFlow, type ShowCancelFlowOptions } from '@fairwell/elements';
import { missingForFlow, refuseOnServer } from './mistakes.js';
import { ask, Defaults, type Given } from './options.js';

/** Options of the flow; those that only an element has, `theme` and its like, are for `show()`. */
export interface CancelFlowOptions
  extends HostOptions, Omit<ShowCancelFlowOptions, keyof HostOptions | 'lang' | 'signal'> {
  /**
   * Told of every step, outcome, error and of the end of a flow that was opened with `open()`, also
   * when that comes after its owner is destroyed. What happens in one of `show()` arrives at the
   * document.
   */
  onEvent?: ((event: FlowEvent) => void) | undefined;
}

/** A cancel flow without a screen of ours, or with it. */
export interface CancelFlowControls extends FlowInputs {
  /** Of the flow that was opened with `open()`. */
  readonly state: Signal<FlowState>;
  /**
   * Opens the flow anew, for you to draw; does nothing while it is open.
   * @throws {FairwellError} `invalid_request` on a server, and when nobody gave the options it takes.
   */
  open(): void;
  /**
   * Opens the ready-made dialog; while one is open, there is no second.
   * @returns how it ended, once it is closed. Rejects where its code cannot be loaded, and where `open()` throws.
   */
  show(): Promise<SessionResult>;
}

/**
 * A cancel flow to draw yourself: `state().page` says what to show, the functions what the customer
 * did. Nothing starts before `open()` or `show()`; it closes with the component, or whatever it is
 * injected into, once an action in flight has come to its end.
 * @param given Options, or a function that is asked for them when the flow opens.
 */
export function injectCancelFlow(given: Given<CancelFlowOptions> = {}): CancelFlowControls {
  const defaults = inject(Defaults);
  const store = new FlowStore();
  const state = signal(store.getState());
  store.subscribe(() => state.set(store.getState()));
  const dialog = new AbortController();
  inject(DestroyRef).onDestroy(() => {
    store.leave();
    dialog.abort();
  });

  const prepare = () => {
    refuseOnServer('injectCancelFlow()');
    const options = untracked(() => fillOptions(ask(given), defaults()));
    const missing = missingForFlow(options, 'injectCancelFlow()');
    if (missing) throw new FairwellError('invalid_request', missing);
    return options;
  };
  return {
    ...store.inputs,
    state,
    open: () => {
      const { onEvent, ...options } = prepare();
      store.open(options, (event) => onEvent?.(event));
    },
    show: async () => {
      const { onEvent, ...options } = prepare();
      return showCancelFlow({ ...forElement(options), signal: dialog.signal });
    },
  };
}
