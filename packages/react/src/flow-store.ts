import {
  createCancelFlow,
  createGateway,
  type CancelFlow,
  type FlowEvent,
  type FlowOptions,
  type FlowState,
} from '@fairwell/core';

const idle: FlowState = {
  status: 'idle',
  page: null,
  issue: null,
  busy: false,
  canGoBack: false,
  canCancelNow: false,
  prominentCancel: false,
  canClose: false,
  returnUrl: undefined,
  flow: undefined,
  customer: undefined,
  subscriptions: [],
  messages: undefined,
};

/** A cancel flow that can be opened again and again: a machine for each opening. */
export class FlowStore {
  readonly #listeners = new Set<() => void>();
  #flow: CancelFlow | undefined;

  /** The machine of the latest opening. */
  get flow(): CancelFlow | undefined {
    return this.#flow;
  }

  readonly getState = (): FlowState => this.#flow?.state ?? idle;

  readonly getServerState = (): FlowState => idle;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Does nothing while a flow is open. */
  open(options: FlowOptions, observe: (event: FlowEvent) => void): void {
    if (this.getState().status === 'open') return;
    const flow = createCancelFlow({ gateway: createGateway(options) });
    flow.subscribe(() => {
      for (const listener of this.#listeners) listener();
    });
    flow.observe(observe);
    this.#flow = flow;
    void flow.start();
  }

  /** Closes what is open; what is in flight is waited for, so that it is not left without an end. */
  leave(): void {
    const flow = this.#flow;
    flow?.close();
    if (flow?.state.status === 'open')
      flow.observe(({ type }) => {
        if (type === 'outcome' || type === 'error') flow.close();
      });
  }
}
