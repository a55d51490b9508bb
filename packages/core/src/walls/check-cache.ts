import { wallNames, type FlowStorage } from '../machine/storage.js';
import type { WallCheck } from './wall-gateway.js';
import type { Wall } from './wall-state.js';

/** How long an answer is good for, in milliseconds; the service keeps its own as long. */
const keptFor = 60_000;

interface Kept<W extends Wall> {
  /** Of whom. */
  subject: string;
  /** In milliseconds since 1970. */
  at: number;
  /** Null where it is out of date, for the provider too. */
  check: WallCheck<W> | null;
}

function isKept<W extends Wall>(value: unknown): value is Kept<W> {
  return typeof value === 'object' && value !== null && 'subject' in value && 'check' in value;
}

/**
 * The last answer about one customer, kept through changes of the page. What is kept is broken, or
 * the storage forbidden: then nothing is.
 */
export class CheckCache<W extends Wall> {
  readonly #storage: FlowStorage | undefined;
  readonly #name: string;
  readonly #subject: string | undefined;
  /** Something has happened since that only the provider knows of. */
  #outdated = false;

  /** @param subject of whom the answers are; without one nothing is kept. */
  constructor(storage: FlowStorage | undefined, kind: W['kind'], subject: string | undefined) {
    this.#storage = storage;
    this.#name = wallNames[kind];
    this.#subject = subject;
  }

  get isOutdated(): boolean {
    return this.#outdated || this.#read()?.check === null;
  }

  get(now: Date): WallCheck<W> | undefined {
    const kept = this.#read();
    if (!kept?.check) return undefined;
    const age = now.getTime() - kept.at;
    // A clock that was set back makes no answer young.
    return age >= 0 && age < keptFor ? kept.check : undefined;
  }

  set(check: WallCheck<W>, now: Date): void {
    this.#outdated = false;
    this.#write(check, now);
  }

  /** The next check asks the provider anew, on the next page too. */
  outdate(now: Date): void {
    this.#outdated = true;
    this.#write(null, now);
  }

  #read(): Kept<W> | undefined {
    try {
      const kept: unknown = JSON.parse(this.#storage?.getItem(this.#name) ?? 'null');
      return isKept<W>(kept) && kept.subject === this.#subject ? kept : undefined;
    } catch {
      return undefined;
    }
  }

  #write(check: WallCheck<W> | null, now: Date): void {
    if (this.#subject === undefined) return;
    const kept: Kept<W> = { subject: this.#subject, at: now.getTime(), check };
    try {
      this.#storage?.setItem(this.#name, JSON.stringify(kept));
    } catch {
      // Every page asks then.
    }
  }
}
