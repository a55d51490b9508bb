import type { FairwellEventMap } from '@fairwell/elements';
import { shallowReadonly, shallowRef } from 'vue';

type Check<Options> = (options: Options & { signal: AbortSignal }) => Promise<boolean>;
type EventName = keyof FairwellEventMap;

/**
 * The one wall of its kind on the page. Every component that uses it shares it: when a route gives way
 * to another that checks too, the wall stays as it is.
 */
export class SharedWall<Options extends object> {
  readonly #ask: Check<Options>;
  readonly #raised: EventName;
  readonly #events: readonly EventName[];
  readonly #stands = shallowRef<boolean>();
  #users = 0;
  #down = new AbortController();

  /** Does it stand; undefined while that is not known. */
  readonly stands = shallowReadonly(this.#stands);

  /**
   * @param raised The event that the wall stands.
   * @param fallen The events after which it stands no more.
   */
  constructor(ask: Check<Options>, raised: EventName, fallen: readonly EventName[]) {
    this.#ask = ask;
    this.#raised = raised;
    this.#events = [raised, ...fallen];
  }

  /** A component begins to use it. */
  readonly enter = (): void => {
    if (this.#users++ === 0)
      for (const name of this.#events) document.addEventListener(name, this.#hear);
  };

  /** A component uses it no more. Unless another begins at once, the last takes the wall down. */
  readonly leave = (): void => {
    this.#users--;
    queueMicrotask(() => {
      if (this.#users > 0) return;
      for (const name of this.#events) document.removeEventListener(name, this.#hear);
      this.hide();
      this.#stands.value = undefined;
    });
  };

  async check(options: Options): Promise<boolean> {
    const { signal } = this.#down;
    const stands = await this.#ask({ ...options, signal });
    if (signal.aborted) return false;
    return (this.#stands.value = stands);
  }

  readonly hide = (): void => {
    this.#down.abort();
    this.#down = new AbortController();
    this.#stands.value = false;
  };

  readonly #hear = ({ type }: Event): void => {
    this.#stands.value = type === this.#raised;
  };
}
