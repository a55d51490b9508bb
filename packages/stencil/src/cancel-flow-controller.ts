import type { SessionResult } from '@fairwell/contract';
import {
  FairwellError,
  fillOptions,
  FlowStore,
  forElement,
  type FlowEvent,
  type FlowInputs,
  type FlowOptions,
  type FlowState,
} from '@fairwell/core';
import { showCancelFlow, type ShowCancelFlowOptions } from '@fairwell/elements';
import { forceUpdate } from '@stencil/core';
import { current, type Given } from './given.js';
import { missingFrom } from './mistakes.js';
import { defaults } from './options.js';
import { follow } from './presence.js';
import { refuseOnServer } from './server.js';

/** Options of the flow; those that only an element has, `theme` and its like, are for `show()`. */
export interface CancelFlowOptions
  extends FlowOptions, Omit<ShowCancelFlowOptions, keyof FlowOptions | 'signal'> {
  /**
   * Told of every step, outcome, error and of the end of a flow that was opened with `open()`, also
   * when that comes after the component is gone. What happens in one of `show()` arrives at the document.
   */
  onEvent?: ((event: FlowEvent) => void) | undefined;
}

/** A cancel flow without a screen of ours, or with it. Its functions may be passed on. */
export interface CancelFlowControls extends FlowInputs {
  /** Of the flow that was opened with `open()`. */
  readonly state: FlowState;
  /**
   * Opens the flow anew, for you to draw; does nothing while it is open.
   * @throws {FairwellError} `invalid_request` on a server, and when neither the component nor provideFairwell() gave the options it takes.
   */
  readonly open: () => void;
  /**
   * Opens the ready-made dialog; while one is open, there is no second.
   * @returns how it ended, once it is closed. Rejects where its code cannot be loaded, and where `open()` throws.
   */
  readonly show: () => Promise<SessionResult>;
}

/**
 * A cancel flow for a component to make in its constructor, and to draw itself: `state.page` says what
 * to show, the functions what the customer did; a change draws the component anew. Nothing starts before
 * `open()` or `show()`; it is closed when the component leaves the page, once an action in flight has
 * come to its end. Options are read when it opens.
 */
export function cancelFlow(
  component: object,
  given: Given<CancelFlowOptions> = {},
): CancelFlowControls {
  const store = new FlowStore();
  store.subscribe(() => forceUpdate(component));
  let gone = new AbortController();
  follow(component, {
    arrive: () => (gone = new AbortController()),
    leave: () => {
      store.leave();
      gone.abort();
    },
  });

  const readyFor = (call: string) => {
    refuseOnServer(`cancelFlow().${call}()`);
    const { onEvent, ...options } = current(given);
    const filled = fillOptions(options, defaults());
    const missing = missingFrom(filled, 'cancelFlow()');
    if (missing) throw new FairwellError('invalid_request', missing);
    return filled;
  };
  return {
    ...store.inputs,
    get state() {
      return store.getState();
    },
    open: () => store.open(readyFor('open'), (event) => current(given).onEvent?.(event)),
    show: async () => showCancelFlow({ ...forElement(readyFor('show')), signal: gone.signal }),
  };
}
