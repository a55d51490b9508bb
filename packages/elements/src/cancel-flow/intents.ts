import type { CancelFlow, OfferSelection } from '@fairwell/core';
import type { IntentEventMap } from '../events/events.js';

export type IntentType = keyof IntentEventMap;

/** What an intent brings along. A host's own element may leave all of it out. */
export interface IntentDetail {
  id?: string;
  text?: string;
  value?: boolean;
  result?: unknown;
  selection?: OfferSelection | null;
}

/** What the machine does about each intent. */
export const intents: Record<IntentType, (flow: CancelFlow, detail: IntentDetail) => unknown> = {
  'fw-select': (flow, { id = '' }) => flow.select(id),
  'fw-write': (flow, { text = '' }) => flow.write(text),
  'fw-acknowledge': (flow, { value = false }) => flow.acknowledge(value),
  'fw-next': (flow, { result }) => flow.next(result),
  'fw-skip': (flow) => flow.skip(),
  'fw-back': (flow) => flow.back(),
  'fw-accept': (flow, { selection }) => flow.accept(selection ?? {}),
  'fw-decline': (flow) => flow.decline(),
  'fw-confirm': (flow) => flow.confirm(),
  'fw-retry': (flow) => flow.retry(),
  'fw-continue': (flow) => flow.continue(),
  'fw-support': (flow) => flow.contact(),
  'fw-close': (flow) => flow.close(),
};

/**
 * Listens for every intent that reaches `host`. One that can be vetoed is carried out once all
 * listeners have had their say.
 */
export function listenForIntents(
  host: HTMLElement,
  carryOut: (type: IntentType, detail: IntentDetail) => void,
): void {
  const listen = (type: IntentType): void =>
    host.addEventListener(type, (event: CustomEvent<IntentDetail | null>) => {
      const detail = event.detail ?? {};
      if (event.cancelable)
        queueMicrotask(() => {
          if (!event.defaultPrevented) carryOut(type, detail);
        });
      else carryOut(type, detail);
    });
  for (const type in intents) listen(type as IntentType);
}
