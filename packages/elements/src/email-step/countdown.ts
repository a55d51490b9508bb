import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Draws its host anew each second, as long as there is something to wait for. */
export class Countdown implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #end: () => string | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  /** What was waited for last, and when that was first known. */
  #known: { end: string | undefined; since: number } = { end: undefined, since: 0 };

  /** @param end what is waited for, ISO 8601 UTC. */
  constructor(host: ReactiveControllerHost, end: () => string | undefined) {
    this.#host = host;
    this.#end = end;
    host.addController(this);
  }

  /** Seconds left, whole ones; 0 where there is nothing to wait for, or the clock was put back. */
  get seconds(): number {
    const end = this.#end();
    const now = Date.now();
    if (end !== this.#known.end) this.#known = { end, since: now };
    const left = Date.parse(end ?? '') - now;
    return left > 0 && now >= this.#known.since ? Math.ceil(left / 1000) : 0;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    if (this.seconds === 0) this.#stop();
    else this.#timer ??= setInterval(() => this.#host.requestUpdate(), 1000);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
