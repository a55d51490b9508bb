import type { FairwellEventMap } from '@fairwell/elements';

type Check<Options> = (options: Options & { signal: AbortSignal }) => Promise<boolean>;
type EventName = keyof FairwellEventMap;

/**
 * The one wall of its kind on the page. Every component that uses it shares it: when a page gives way
 * to another that checks too, the wall stays as it is.
 */
export class SharedWall<Options extends object> {
  readonly #ask: Check<Options>;
  readonly #raised: EventName;
  readonly #events: readonly EventName[];
  /** Of each component that uses it, what draws it anew. */
  readonly #users = new Set<() => void>();
  #stands: boolean | undefined;
  #down = new AbortController();

  /**
   * @param raised The event that the wall stands.
   * @param fallen The events after which it stands no more.
   */
  constructor(ask: Check<Options>, raised: EventName, fallen: readonly EventName[]) {
    this.#ask = ask;
    this.#raised = raised;
    this.#events = [raised, ...fallen];
  }

  /** Does it stand; undefined while that is not known. */
  get stands(): boolean | undefined {
    return this.#stands;
  }

  enter(update: () => void): void {
    this.#users.add(update);
    for (const name of this.#events) document.addEventListener(name, this.#hear);
  }

  /** Unless another component begins at once, the last takes the wall down. */
  leave(update: () => void): void {
    this.#users.delete(update);
    // A task later: until then Stencil makes the component that comes in its place.
    setTimeout(() => {
      if (this.#users.size > 0) return;
      for (const name of this.#events) document.removeEventListener(name, this.#hear);
      this.hide();
      this.#stands = undefined;
    });
  }

  async check(options: Options): Promise<boolean> {
    const { signal } = this.#down;
    const stands = await this.#ask({ ...options, signal });
    if (signal.aborted) return false;
    this.#tell(stands);
    return stands;
  }

  hide(): void {
    this.#down.abort();
    this.#down = new AbortController();
    this.#tell(false);
  }

  readonly #hear = ({ type }: Event): void => this.#tell(type === this.#raised);

  #tell(stands: boolean): void {
    this.#stands = stands;
    for (const update of this.#users) update();
  }
}
