import { createGateway, type FlowOptions } from '../gateway/create-gateway.js';
import { createCancelFlow } from '../machine/cancel-flow.js';
import type { CancelFlow, FlowEvent, FlowState } from '../machine/state.js';

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

/** What a customer does in a flow. */
export type FlowInputs = Omit<CancelFlow, 'state' | 'subscribe' | 'observe' | 'start'>;

/**
 * A cancel flow that can be opened again and again: a machine for each opening, and one state to
 * follow. For a component, which lives longer than one opening; its functions may be passed on.
 */
export class FlowStore {
  readonly #listeners = new Set<() => void>();
  #flow: CancelFlow | undefined;

  /** They go to the latest opening, and stay the same; before the first they do nothing. */
  readonly inputs: FlowInputs = {
    select: (id) => this.#flow?.select(id),
    write: (text) => this.#flow?.write(text),
    acknowledge: (value) => this.#flow?.acknowledge(value),
    next: (result) => this.#flow?.next(result),
    skip: () => this.#flow?.skip(),
    back: () => this.#flow?.back(),
    accept: async (selection) => this.#flow?.accept(selection),
    decline: () => this.#flow?.decline(),
    confirm: async () => this.#flow?.confirm(),
    retry: async () => this.#flow?.retry(),
    continue: () => this.#flow?.continue(),
    contact: async () => this.#flow?.contact(),
    close: () => this.#flow?.close(),
  };

  /** `idle` before the first opening. */
  readonly getState = (): FlowState => this.#flow?.state ?? idle;

  /** @returns a function that ends it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Does nothing while a flow is open. What the options lack is told as an error page.
   * @param observe Told of every step, outcome, error and of the end.
   */
  readonly open = (options: FlowOptions, observe: (event: FlowEvent) => void): void => {
    if (this.getState().status === 'open') return;
    const flow = createCancelFlow({ gateway: createGateway(options) });
    flow.subscribe(() => {
      for (const listener of this.#listeners) listener();
    });
    flow.observe(observe);
    this.#flow = flow;
    void flow.start();
  };

  /** Closes what is open; what is in flight is waited for, so that it is not left without an end. */
  readonly leave = (): void => {
    const flow = this.#flow;
    flow?.close();
    if (flow?.state.status === 'open')
      flow.observe(({ type }) => {
        if (type === 'outcome' || type === 'error') flow.close();
      });
  };
}
