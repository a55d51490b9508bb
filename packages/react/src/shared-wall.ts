type Check<Options> = (options: Options & { signal: AbortSignal }) => Promise<boolean>;

/**
 * The one wall of its kind on the page. Every component that uses it shares it: when a route gives way
 * to another that checks too, the wall stays as it is.
 */
export class SharedWall<Options extends object> {
  readonly #ask: Check<Options>;
  readonly #raised: string;
  readonly #events: readonly string[];
  readonly #listeners = new Set<() => void>();
  #users = 0;
  #stands: boolean | undefined;
  #down = new AbortController();

  /**
   * @param raised Name of the event that the wall stands.
   * @param fallen Names of the events after which it stands no more.
   */
  constructor(ask: Check<Options>, raised: string, fallen: readonly string[]) {
    this.#ask = ask;
    this.#raised = raised;
    this.#events = [raised, ...fallen];
  }

  /** Does it stand; undefined while that is not known. */
  readonly getStands = (): boolean | undefined => this.#stands;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** @returns a function for whoever needs it no more. Without anybody the wall is taken down. */
  readonly enter = (): (() => void) => {
    if (this.#users++ === 0)
      for (const name of this.#events) document.addEventListener(name, this.#hear);
    return () => {
      if (--this.#users > 0) return;
      for (const name of this.#events) document.removeEventListener(name, this.#hear);
      this.hide();
      this.#tell(undefined);
    };
  };

  async check(options: Options): Promise<boolean> {
    const { signal } = this.#down;
    const stands = await this.#ask({ ...options, signal });
    if (!signal.aborted) this.#tell(stands);
    return stands && !signal.aborted;
  }

  readonly hide = (): void => {
    this.#down.abort();
    this.#down = new AbortController();
    this.#tell(false);
  };

  readonly #hear = ({ type }: Event): void => this.#tell(type === this.#raised);

  #tell(stands: boolean | undefined): void {
    this.#stands = stands;
    for (const listener of this.#listeners) listener();
  }
}
