import type { FlowStorage } from '../machine/storage.js';
import type { WallCheck } from './wall-gateway.js';
import type { Wall } from './wall-state.js';

/** How long an answer is good for, in milliseconds; the service keeps its own as long. */
const keptFor = 60_000;

interface Kept<W extends Wall> {
  at: number;
  check: WallCheck<W>;
}

function isKept<W extends Wall>(value: unknown): value is Kept<W> {
  return typeof value === 'object' && value !== null && 'at' in value && 'check' in value;
}

/**
 * The last answer about one customer, kept through changes of the page. What is kept is broken, or
 * the storage forbidden: then nothing is.
 */
export class CheckCache<W extends Wall> {
  readonly #storage: FlowStorage | undefined;
  readonly #name: string;
  /** What is known is out of date, for the provider too. */
  #outdated = false;

  /** @param name of whom the answer is about; without one nothing is kept. */
  constructor(storage: FlowStorage | undefined, name: string | undefined) {
    this.#storage = name === undefined ? undefined : storage;
    this.#name = `fairwell:wall:${name}`;
  }

  /** Has something happened since that only the provider knows of. */
  get isOutdated(): boolean {
    return this.#outdated || this.#read() === 'outdated';
  }

  get(now: Date): WallCheck<W> | undefined {
    const kept = this.#read();
    if (!isKept<W>(kept)) return undefined;
    const age = now.getTime() - kept.at;
    // A clock that was set back makes no answer young.
    return age >= 0 && age < keptFor ? kept.check : undefined;
  }

  set(check: WallCheck<W>, now: Date): void {
    this.#outdated = false;
    this.#write({ at: now.getTime(), check } satisfies Kept<W>);
  }

  /** The next check asks the provider anew, on the next page too. */
  outdate(): void {
    this.#outdated = true;
    this.#write('outdated');
  }

  #read(): unknown {
    try {
      return JSON.parse(this.#storage?.getItem(this.#name) ?? 'null');
    } catch {
      return undefined;
    }
  }

  #write(value: unknown): void {
    try {
      this.#storage?.setItem(this.#name, JSON.stringify(value));
    } catch {
      // Every page asks then.
    }
  }
}
