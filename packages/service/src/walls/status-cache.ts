/** How long an answer is good for, in milliseconds. */
const keptFor = 60_000;

/** Beyond this the oldest answers go. */
const maxKept = 10_000;

interface Kept<T> {
  value: T;
  readAt: Date;
}

/** What was read of each customer, for a minute. */
export class StatusCache<T> {
  readonly #kept = new Map<string, Kept<T>>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  get(name: string): Kept<T> | undefined {
    const kept = this.#kept.get(name);
    return kept && this.#now().getTime() - kept.readAt.getTime() < keptFor ? kept : undefined;
  }

  /** @param readAt Before the reading began. */
  set(name: string, value: T, readAt: Date): void {
    // Taken out first, so that the map stays in the order of age.
    this.#kept.delete(name);
    this.#kept.set(name, { value, readAt });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > maxKept && oldest !== undefined) this.#kept.delete(oldest);
  }
}
