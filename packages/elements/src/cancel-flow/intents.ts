import type { CancelFlow } from '@fairwell/core';
import type { IntentEventMap } from '../events/events.js';

type Intents = {
  [T in keyof IntentEventMap]: (flow: CancelFlow, detail: IntentEventMap[T]['detail']) => unknown;
};

/** What the machine does about each intent. */
export const intents: Intents = {
  'fw-select': (flow, { id }) => flow.select(id),
  'fw-write': (flow, { text }) => flow.write(text),
  'fw-acknowledge': (flow, { value }) => flow.acknowledge(value),
  'fw-next': (flow, { result }) => flow.next(result),
  'fw-skip': (flow) => flow.skip(),
  'fw-back': (flow) => flow.back(),
  'fw-accept': (flow, { selection }) => flow.accept(selection),
  'fw-decline': (flow) => flow.decline(),
  'fw-confirm': (flow) => flow.confirm(),
  'fw-retry': (flow) => flow.retry(),
  'fw-continue': (flow) => flow.continue(),
  'fw-close': (flow) => flow.close(),
};

/**
 * Listens for every intent that reaches `host`. One that can be vetoed is carried out once all
 * listeners have had their say.
 */
export function listenForIntents(
  host: HTMLElement,
  carryOut: <T extends keyof IntentEventMap>(type: T, detail: IntentEventMap[T]['detail']) => void,
): void {
  const listen = <T extends keyof IntentEventMap>(type: T): void =>
    host.addEventListener(type, (event: IntentEventMap[T]) => {
      if (event.cancelable)
        queueMicrotask(() => {
          if (!event.defaultPrevented) carryOut(type, event.detail);
        });
      else carryOut(type, event.detail);
    });
  for (const type in intents) listen(type as keyof IntentEventMap);
}
