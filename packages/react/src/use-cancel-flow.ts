'use client';

import {
  FairwellError,
  FlowStore,
  type FlowEvent,
  type FlowInputs,
  type FlowOptions,
  type FlowState,
} from '@fairwell/core';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { missingFrom, useFlowOptions } from './options.js';

export interface UseCancelFlowOptions extends FlowOptions {
  /** Told of every step, outcome, error and of the end, also when that comes after unmounting. */
  onEvent?: ((event: FlowEvent) => void) | undefined;
}

/** A cancel flow without a screen of ours. Its functions stay the same from render to render. */
export interface CancelFlowControls extends FlowInputs {
  readonly state: FlowState;
  /**
   * Opens the flow anew; does nothing while it is open.
   * @throws {FairwellError} `invalid_request` when neither the hook nor a provider has the options it takes.
   */
  open(): void;
}

/**
 * A cancel flow to draw yourself: `state.page` says what to show, the functions what the customer
 * did. Nothing starts before `open()`; unmounting closes it, once an action in flight has come to
 * its end. Options are read when it opens.
 */
export function useCancelFlow({ onEvent, ...own }: UseCancelFlowOptions = {}): CancelFlowControls {
  const options = useFlowOptions(own);
  const latest = useRef({ options, onEvent });
  useEffect(() => {
    latest.current = { options, onEvent };
  });

  const [store] = useState(() => new FlowStore());
  useEffect(() => () => store.leave(), [store]);
  const state = useSyncExternalStore(store.subscribe, store.getState, store.getState);

  const inputs = useMemo(
    () => ({
      ...store.inputs,
      open: () => {
        const { options } = latest.current;
        const missing = missingFrom(options, 'useCancelFlow');
        if (missing) throw new FairwellError('invalid_request', missing);
        store.open(options, (event) => latest.current.onEvent?.(event));
      },
    }),
    [store],
  );
  return useMemo(() => ({ state, ...inputs }), [state, inputs]);
}
