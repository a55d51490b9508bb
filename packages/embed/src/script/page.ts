import type { Fairwell } from '../fairwell.js';

/** A call that was made before the script had loaded. */
export interface QueuedCall {
  name: keyof Fairwell;
  args: readonly unknown[];
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

/** `window.fairwell` as the script finds it: the stub's, a page's own placeholder, or the script's. */
export interface FoundFairwell extends Partial<Fairwell> {
  /** There is one; pages ask for it before they load the script. */
  created?: boolean;
  /** The stub's, until the script has loaded. */
  queue?: QueuedCall[] | undefined;
  /** The script has loaded. */
  loaded?: boolean;
}
