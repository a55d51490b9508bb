'use client';

import {
  FairwellError,
  type CancelFlow,
  type FlowEvent,
  type FlowOptions,
  type FlowState,
} from '@fairwell/core';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { FlowStore } from './flow-store.js';
import { missingFrom, useFlowOptions } from './options.js';

export interface UseCancelFlowOptions extends FlowOptions {
  /** Told of every step, outcome, error and of the end, also when that comes after unmounting. */
  onEvent?: ((event: FlowEvent) => void) | undefined;
}

type Inputs = Omit<CancelFlow, 'state' | 'subscribe' | 'observe' | 'start'>;

/** A cancel flow without a screen of ours. Its functions stay the same from render to render. */
export interface CancelFlowControls extends Inputs {
  readonly state: FlowState;
  /**
   * Opens the flow anew; does nothing while it is open.
   * @throws {FairwellError} `invalid_request` when neither the hook nor a provider has the options it takes.
   */
  open(): void;
}

function inputsOf(store: FlowStore): Inputs {
  return {
    select: (id) => store.flow?.select(id),
    write: (text) => store.flow?.write(text),
    acknowledge: (value) => store.flow?.acknowledge(value),
    next: (result) => store.flow?.next(result),
    skip: () => store.flow?.skip(),
    back: () => store.flow?.back(),
    accept: async (selection) => store.flow?.accept(selection),
    decline: () => store.flow?.decline(),
    confirm: async () => store.flow?.confirm(),
    retry: async () => store.flow?.retry(),
    continue: () => store.flow?.continue(),
    contact: async () => store.flow?.contact(),
    close: () => store.flow?.close(),
  };
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
  const state = useSyncExternalStore(store.subscribe, store.getState, store.getServerState);

  const inputs = useMemo(
    () => ({
      ...inputsOf(store),
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
