import type { AnyWall, Wall, WallEvent } from '@fairwell/core';
import type { ReactiveController, ReactiveElement } from 'lit';
import {
  ErrorEvent,
  OutcomeEvent,
  ResumeEvent,
  UpdatePaymentInformationEvent,
  WallActivatedEvent,
  WallCloseEvent,
} from '../events/observations.js';

/** Tells the page's author which property is to blame. Loaded only then, by the few pages that need it. */
export function tellFault(host: Element, error: unknown): void {
  import('../base/report-fault.js').then(
    ({ reportFault }) => reportFault(host, error),
    () => undefined,
  );
}

/** The machine of a wall: its state for the view, its events for the host. */
export class WallRun<M extends AnyWall<Wall>> implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #kind: Wall['kind'];
  #machine: M | undefined;
  #question: string | undefined;
  #settled: { message: string | undefined } | undefined;
  #unsubscribe: () => void = () => undefined;

  constructor(host: ReactiveElement, kind: Wall['kind']) {
    this.#host = host;
    this.#kind = kind;
    host.addController(this);
  }

  get machine(): M | undefined {
    return this.#machine;
  }

  get state(): M['state'] | undefined {
    return this.#machine?.state;
  }

  /** The matter is settled, with the host's own words if it gave any; until somebody has seen it. */
  get settled(): { message: string | undefined } | undefined {
    return this.#settled;
  }

  /** Has this been asked already. */
  isAsked(question: string): boolean {
    return question === this.#question;
  }

  /** Another question is put to another machine. */
  check(question: string, create: () => M, force: boolean): Promise<boolean> {
    const isAsked = this.isAsked(question);
    // Before it is put: one that cannot be put is not put over and over.
    this.#question = question;
    const machine = this.#machine && isAsked ? this.#machine : this.#renew(create);
    return machine.check({ force });
  }

  /** Takes everything down; what is in flight is still told. */
  drop(): void {
    this.#unsubscribe();
    this.#machine?.lower();
    this.#machine = undefined;
    this.#settled = undefined;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#lookAgain);
    window.addEventListener('online', this.#lookAgain);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#lookAgain);
    window.removeEventListener('online', this.#lookAgain);
  }

  /** Whoever comes back may have settled it elsewhere. */
  readonly #lookAgain = (): void => {
    if (document.visibilityState === 'visible' && this.state?.status === 'standing')
      void this.#machine?.check({ force: true });
  };

  #renew(create: () => M): M {
    const settled = this.#settled;
    this.drop();
    const machine = create();
    this.#machine = machine;
    this.#settled = settled;
    this.#unsubscribe = machine.subscribe(() => this.#host.requestUpdate());
    machine.observe((event) => void this.#hear(event, machine));
    return machine;
  }

  async #hear(event: WallEvent, machine: M): Promise<void> {
    if (event.type === 'activated') this.#settled = undefined;
    // A mistake of the page's author, who is told where.
    else if (event.type === 'error' && event.error.field) console.error(event.error);
    else if (event.type === 'error' && event.error.code === 'internal')
      tellFault(this.#host, event.error);
    else if ((event.type === 'resume' || event.type === 'pay') && this.#machine)
      this.#settled = { message: event.type === 'resume' ? event.message : undefined };
    // Asked anew while something was in flight: its outcome counts for the wall that stands now.
    if (machine !== this.#machine && event.type !== 'error')
      void this.#machine?.check({ force: true });
    this.#host.requestUpdate();
    // The page is to be as the event says.
    await this.#host.updateComplete;
    this.#host.dispatchEvent(this.#eventFor(event));
  }

  #eventFor(event: WallEvent): Event {
    switch (event.type) {
      case 'activated':
        return new WallActivatedEvent(this.#kind);
      case 'close':
        return new WallCloseEvent(this.#kind);
      case 'resume':
        return new ResumeEvent(event.customer, event.message);
      case 'pay':
        return new UpdatePaymentInformationEvent(event.customer);
      case 'cancel': {
        const { customer, endsAt, message } = event;
        const outcome = { ...(endsAt && { endsAt }), ...(message && { message }) };
        return new OutcomeEvent({ outcome: { type: 'cancel', ...outcome }, customer });
      }
      case 'error':
        return new ErrorEvent(event.error, event.errorType);
    }
  }
}
