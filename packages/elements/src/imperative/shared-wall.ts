import type { FairwellEventMap } from '../events/events.js';
import {
  checkFailedPaymentWall,
  checkPauseWall,
  type CheckFailedPaymentWallOptions,
  type CheckPauseWallOptions,
} from './check-walls.js';

type EventName = keyof FairwellEventMap;

/**
 * The one wall of its kind on a page, for components that come and go. They share it: when a route
 * gives way to another that checks too, the wall stays as it is. Its functions may be passed on.
 */
export class SharedWall<Options extends { signal?: AbortSignal | undefined }> {
  readonly #ask: (options: Options) => Promise<boolean>;
  readonly #raised: EventName;
  readonly #events: readonly EventName[];
  readonly #listeners = new Set<() => void>();
  #users = 0;
  #stands: boolean | undefined;
  #down = new AbortController();

  /**
   * @param raised The event that the wall stands.
   * @param fallen The events after which it stands no more.
   */
  constructor(
    ask: (options: Options) => Promise<boolean>,
    raised: EventName,
    fallen: readonly EventName[],
  ) {
    this.#ask = ask;
    this.#raised = raised;
    this.#events = [raised, ...fallen];
  }

  /** Does it stand; undefined while that is not known. */
  readonly getStands = (): boolean | undefined => this.#stands;

  /** Calls the listener when that changes. @returns a function that ends it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * A component begins to use it.
   * @returns a function for when it does no more. Unless another begins at once, the last takes the wall down.
   */
  readonly enter = (): (() => void) => {
    if (this.#users++ === 0)
      for (const name of this.#events) document.addEventListener(name, this.#hear);
    return () => {
      this.#users--;
      queueMicrotask(this.#clear);
    };
  };

  /**
   * Asks whether the wall stands, and shows it.
   * @returns whether it stands; a check that fails lets the customer in.
   */
  readonly check = async (options: Options): Promise<boolean> => {
    const { signal } = this.#down;
    const stands = await this.#ask({ ...options, signal });
    if (signal.aborted) return false;
    this.#tell(stands);
    return stands;
  };

  /** Takes the wall down until it is checked again. */
  readonly hide = (): void => {
    this.#down.abort();
    this.#down = new AbortController();
    this.#tell(false);
  };

  readonly #clear = (): void => {
    if (this.#users > 0) return;
    for (const name of this.#events) document.removeEventListener(name, this.#hear);
    this.hide();
    this.#tell(undefined);
  };

  readonly #hear = ({ type }: Event): void => this.#tell(type === this.#raised);

  #tell(stands: boolean | undefined): void {
    this.#stands = stands;
    for (const listener of this.#listeners) listener();
  }
}

export const sharedPauseWall = new SharedWall<CheckPauseWallOptions>(
  checkPauseWall,
  'fw-pause-wall-activated',
  ['fw-pause-wall-close', 'fw-resume'],
);

export const sharedFailedPaymentWall = new SharedWall<CheckFailedPaymentWallOptions>(
  checkFailedPaymentWall,
  'fw-failed-payment-wall-activated',
  ['fw-failed-payment-wall-close', 'fw-update-payment-information'],
);
