'use client';

import type { SessionResult } from '@fairwell/contract';
import {
  FairwellError,
  FlowStore,
  forElement,
  type FlowEvent,
  type FlowInputs,
  type FlowOptions,
  type FlowState,
} from '@fairwell/core';
import { showCancelFlow, type ShowCancelFlowOptions } from '@fairwell/elements';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { useLatest, useLifetime } from './lifecycle.js';
import { missingFrom, refuseOnServer } from './mistakes.js';
import { useFlowOptions } from './options.js';

/** Options of the flow; those that only an element has, `theme` and its like, are for `show()`. */
export interface UseCancelFlowOptions
  extends FlowOptions, Omit<ShowCancelFlowOptions, keyof FlowOptions | 'signal'> {
  /**
   * Told of every step, outcome, error and of the end of a flow that was opened with `open()`, also
   * when that comes after unmounting. What happens in one of `show()` arrives at the document.
   */
  onEvent?: ((event: FlowEvent) => void) | undefined;
}

/** A cancel flow without a screen of ours, or with it. Its functions stay the same from render to render. */
export interface CancelFlowControls extends FlowInputs {
  /** Of the flow that was opened with `open()`. */
  readonly state: FlowState;
  /**
   * Opens the flow anew, for you to draw; does nothing while it is open.
   * @throws {FairwellError} `invalid_request` on a server, and when neither the hook nor a provider has the options it takes.
   */
  open(): void;
  /**
   * Opens the ready-made dialog; while one is open, there is no second.
   * @returns how it ended, once it is closed. Rejects where its code cannot be loaded, and where `open()` throws.
   */
  show(): Promise<SessionResult>;
}

/**
 * A cancel flow to draw yourself: `state.page` says what to show, the functions what the customer
 * did. Nothing starts before `open()` or `show()`; unmounting closes it, once an action in flight has
 * come to its end. Options are read when it opens.
 */
export function useCancelFlow({ onEvent, ...own }: UseCancelFlowOptions = {}): CancelFlowControls {
  const options = useFlowOptions(own);
  const latest = useLatest({ options, onEvent });
  const [store] = useState(() => new FlowStore());
  const state = useSyncExternalStore(store.subscribe, store.getState, store.getState);

  const [dialog] = useState(() => ({ gone: new AbortController() }));
  useLifetime(() => () => {
    store.leave();
    dialog.gone.abort();
    dialog.gone = new AbortController();
  });

  const functions = useMemo(() => {
    const readyFor = (call: string) => {
      refuseOnServer(`useCancelFlow().${call}()`);
      const missing = missingFrom(latest.current.options, 'useCancelFlow');
      if (missing) throw new FairwellError('invalid_request', missing);
      return latest.current.options;
    };
    return {
      ...store.inputs,
      open: () => store.open(readyFor('open'), (event) => latest.current.onEvent?.(event)),
      show: async () =>
        showCancelFlow({ ...forElement(readyFor('show')), signal: dialog.gone.signal }),
    };
  }, [store, latest, dialog]);
  return useMemo(() => ({ state, ...functions }), [state, functions]);
}
