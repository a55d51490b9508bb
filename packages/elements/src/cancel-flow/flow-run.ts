import {
  createCancelFlow,
  createGateway,
  type CancelFlow,
  type FlowEvent,
  type FlowOptions,
  type FlowState,
} from '@fairwell/core';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { IntentEventMap } from '../events/events.js';
import { ClosedEvent, ErrorEvent, OutcomeEvent, StepChangeEvent } from '../events/observations.js';
import { intents } from './intents.js';
import { tabStorage } from './tab-storage.js';
import { preload } from './views.js';

const idle: FlowState = {
  status: 'idle',
  page: null,
  issue: null,
  busy: false,
  canGoBack: false,
  canCancelNow: false,
  prominentCancel: false,
  canClose: true,
  flow: undefined,
  customer: undefined,
  subscriptions: [],
};

/** One run of the machine after another: its state for the view, its events for the host. */
export class FlowRun implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #onEnd: () => void;
  #machine: CancelFlow | undefined;

  constructor(host: ReactiveElement, onEnd: () => void) {
    this.#host = host;
    this.#onEnd = onEnd;
    host.addController(this);
  }

  get state(): FlowState {
    return this.#machine?.state ?? idle;
  }

  get isGoingOn(): boolean {
    return this.#machine !== undefined;
  }

  /** Resolves when the first page is there. */
  async start(options: FlowOptions): Promise<void> {
    const machine = createCancelFlow({ gateway: createGateway(options), storage: tabStorage() });
    this.#machine = machine;
    machine.subscribe(() => this.#host.requestUpdate());
    machine.observe((event) => this.#tell(event));
    await machine.start();
    // What fails to load here is asked for again when it is needed.
    preload(machine.state.flow).catch(() => undefined);
  }

  /** @returns whether nothing is going on any more. */
  close(): boolean {
    this.#machine?.close();
    return !this.#machine;
  }

  carryOut<T extends keyof IntentEventMap>(type: T, detail: IntentEventMap[T]['detail']): void {
    if (this.#machine) intents[type](this.#machine, detail);
    else if (type === 'fw-close') this.#onEnd();
  }

  /** Moved elsewhere in the page it goes on; taken away it ends. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.close();
    });
  }

  #tell(event: FlowEvent): void {
    switch (event.type) {
      case 'step':
        this.#host.dispatchEvent(new StepChangeEvent(event.page, event.previous));
        break;
      case 'outcome':
        this.#host.dispatchEvent(new OutcomeEvent(event.outcome, event.customer));
        break;
      case 'error':
        this.#host.dispatchEvent(new ErrorEvent(event.error));
        break;
      case 'close': {
        const closed = new ClosedEvent(event.result);
        this.#machine = undefined;
        this.#onEnd();
        void this.#host.updateComplete.then(() => this.#host.dispatchEvent(closed));
      }
    }
  }
}
