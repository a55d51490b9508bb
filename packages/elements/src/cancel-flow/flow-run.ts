import {
  createCancelFlow,
  createGateway,
  type CancelFlow,
  type FlowEvent,
  type FlowOptions,
  type FlowState,
  type VerificationOptions,
} from '@fairwell/core';
import type { ReactiveController, ReactiveElement } from 'lit';
import { ClosedEvent, ErrorEvent, OutcomeEvent, StepChangeEvent } from '../events/observations.js';
import type { EmailCheck } from './email-check.js';
import { intents, type IntentDetail, type IntentType } from './intents.js';
import { tabStorage } from './tab-storage.js';
import { preload, type View } from './views.js';

const idle: FlowState = {
  status: 'idle',
  page: null,
  issue: null,
  busy: false,
  canGoBack: false,
  canCancelNow: false,
  prominentCancel: false,
  canClose: true,
  returnUrl: undefined,
  flow: undefined,
  customer: undefined,
  subscriptions: [],
  messages: undefined,
};

export interface RunOptions extends FlowOptions {
  /** Has the customer show by their mail who they are, where no credential says so. */
  verifyEmail: boolean;
  /** The address to begin with. */
  email: string | undefined;
}

interface Host extends ReactiveElement {
  /** Nothing is done, and nobody is led anywhere. */
  preview: boolean;
}

/** One run of the machine after another: its state for the view, its events for the host. */
export class FlowRun implements ReactiveController {
  readonly #host: Host;
  readonly #onEnd: () => void;
  #machine: CancelFlow | undefined;
  #check: EmailCheck | undefined;

  constructor(host: Host, onEnd: () => void) {
    this.#host = host;
    this.#onEnd = onEnd;
    host.addController(this);
  }

  get state(): FlowState {
    return this.#machine?.state ?? idle;
  }

  /** What is asked before the flow can start. */
  get question(): View | undefined {
    return this.#check?.view;
  }

  get isGoingOn(): boolean {
    return this.#machine !== undefined;
  }

  /** Resolves when the first page is there. */
  async start({ verifyEmail, email, ...options }: RunOptions): Promise<void> {
    const { serviceUrl, session, authHash, appId, mode, locale } = options;
    if (verifyEmail && serviceUrl && !session && !authHash)
      options.session = () => this.#byEmail({ serviceUrl, appId, mode, locale, prefilled: email });
    const gateway = createGateway(options);
    const machine = createCancelFlow({ gateway, storage: tabStorage() });
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

  carryOut(type: IntentType, detail: IntentDetail): void {
    const { returnUrl } = this.state;
    this.#check?.carryOut(type, detail);
    if (this.#machine) intents[type](this.#machine, detail);
    else if (type === 'fw-close') this.#onEnd();
    // Whoever closes it by code sees to the page as well.
    if (returnUrl && type === 'fw-close') void this.#leadOn(returnUrl);
  }

  /** Moved elsewhere in the page it goes on; taken away it ends. */
  hostDisconnected(): void {
    queueMicrotask(() => this.#leave());
  }

  /** Whoever took the element away has left. While something is in flight, that waits for its end. */
  #leave(): void {
    if (!this.#host.isConnected) this.close();
  }

  async #leadOn(url: string): Promise<void> {
    const { leadOn } = await import('./lead-on.js');
    await this.#host.updateComplete;
    if (!this.#host.preview) leadOn(url);
  }

  /** A credential got by mail: once, however often the start of the session is tried. */
  async #byEmail(options: VerificationOptions): Promise<string> {
    const { EmailCheck } = await import('./email-check.js');
    this.#check ??= new EmailCheck(options, this.#host, () => this.state.page);
    return this.#check.credential;
  }

  #tell(event: FlowEvent): void {
    switch (event.type) {
      case 'step':
        this.#host.dispatchEvent(new StepChangeEvent(event.page, event.previous));
        break;
      case 'outcome':
        this.#host.dispatchEvent(new OutcomeEvent(event));
        this.#leave();
        break;
      case 'error':
        this.#host.dispatchEvent(new ErrorEvent(event.error));
        this.#leave();
        break;
      case 'close': {
        const closed = new ClosedEvent(event.result);
        this.#machine = undefined;
        this.#check = undefined;
        this.#onEnd();
        void this.#host.updateComplete.then(() => this.#host.dispatchEvent(closed));
      }
    }
  }
}
