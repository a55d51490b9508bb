import { signal } from '@angular/core';
import type { FairwellEventMap } from '@fairwell/elements';

type Check<Options> = (options: Options & { signal: AbortSignal }) => Promise<boolean>;
type EventName = keyof FairwellEventMap;

/**
 * The one wall of its kind on the page. All that use it share it: when a route gives way to another
 * that checks too, the wall stays as it is.
 */
export class SharedWall<Options extends object> {
  readonly #ask: Check<Options>;
  readonly #raised: EventName;
  readonly #events: readonly EventName[];
  readonly #stands = signal<boolean | undefined>(undefined);
  #users = 0;
  #down = new AbortController();

  /** Does it stand; undefined while that is not known. */
  readonly stands = this.#stands.asReadonly();

  /**
   * @param raised The event that the wall stands.
   * @param fallen The events after which it stands no more.
   */
  constructor(check: Check<Options>, raised: EventName, fallen: readonly EventName[]) {
    this.#ask = check;
    this.#raised = raised;
    this.#events = [raised, ...fallen];
  }

  readonly enter = (): void => {
    if (this.#users++ === 0)
      for (const name of this.#events) document.addEventListener(name, this.#hear);
  };

  /** Unless somebody else begins to use it at once, the last takes it down. */
  readonly leave = (): void => {
    this.#users--;
    queueMicrotask(() => {
      if (this.#users > 0) return;
      for (const name of this.#events) document.removeEventListener(name, this.#hear);
      this.hide();
      this.#stands.set(undefined);
    });
  };

  async check(options: Options): Promise<boolean> {
    const { signal: down } = this.#down;
    const stands = await this.#ask({ ...options, signal: down });
    if (down.aborted) return false;
    this.#stands.set(stands);
    return stands;
  }

  readonly hide = (): void => {
    this.#down.abort();
    this.#down = new AbortController();
    this.#stands.set(false);
  };

  readonly #hear = ({ type }: Event): void => this.#stands.set(type === this.#raised);
}
