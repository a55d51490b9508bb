import type { SessionResult } from '@fairwell/contract';
import {
  FlowStore,
  forElement,
  type FlowEvent,
  type FlowInputs,
  type FlowState,
  type HostOptions,
} from '@fairwell/core';
import { showCancelFlow, type ShowCancelFlowOptions } from '@fairwell/elements';
import {
  onScopeDispose,
  shallowReadonly,
  shallowRef,
  toValue,
  type MaybeRefOrGetter,
  type ShallowRef,
} from 'vue';
import { missingForFlow, refuse, refuseOnServer } from './mistakes.js';
import { useOptions } from './options.js';
import { useVisit } from './use-visit.js';

/** Options of the flow; those that only an element has, `theme` and its like, are for `show()`. */
export interface UseCancelFlowOptions
  extends HostOptions, Omit<ShowCancelFlowOptions, keyof HostOptions | 'lang' | 'signal'> {
  /**
   * Told of every step, outcome, error and of the end of a flow that was opened with `open()`, also
   * when that comes after unmounting. What happens in one of `show()` arrives at the document.
   */
  onEvent?: ((event: FlowEvent) => void) | undefined;
}

/** A cancel flow without a screen of ours, or with it. */
export interface CancelFlowControls extends FlowInputs {
  /** Of the flow that was opened with `open()`. */
  readonly state: Readonly<ShallowRef<FlowState>>;
  /**
   * Opens the flow anew, for you to draw; does nothing while it is open.
   * @throws {FairwellError} `invalid_request` on a server, and when neither the composable nor a provider has the options it takes.
   */
  open(): void;
  /**
   * Opens the ready-made dialog; while one is open, there is no second.
   * @returns how it ended, once it is closed. Rejects where its code cannot be loaded, and where `open()` throws.
   */
  show(): Promise<SessionResult>;
}

/**
 * A cancel flow to draw yourself: `state.value.page` says what to show, the functions what the
 * customer did. Nothing starts before `open()` or `show()`; unmounting closes it, once an action in
 * flight has come to its end. A component that is kept alive keeps the flow that it draws; the dialog
 * closes. Options are read when it opens.
 */
export function useCancelFlow(
  given: MaybeRefOrGetter<UseCancelFlowOptions> = {},
): CancelFlowControls {
  const options = useOptions(() => toValue(given));
  const store = new FlowStore();
  const state = shallowRef(store.getState());
  store.subscribe(() => (state.value = store.getState()));

  let dialog: AbortController | undefined;
  useVisit(() => {
    const visit = (dialog = new AbortController());
    return () => visit.abort();
  });
  onScopeDispose(store.leave);

  const readyFor = (call: string) => {
    refuseOnServer(`useCancelFlow().${call}()`);
    const missing = missingForFlow(options.value, 'useCancelFlow');
    if (missing) refuse(missing);
    return options.value;
  };
  return {
    ...store.inputs,
    state: shallowReadonly(state),
    open: () => {
      const { onEvent, ...rest } = readyFor('open');
      store.open(rest, (event) => options.value.onEvent?.(event));
    },
    show: async () => {
      const { onEvent, ...rest } = forElement(readyFor('show'));
      return showCancelFlow({ ...rest, signal: dialog?.signal });
    },
  };
}
