export type Listener<T> = (value: T) => void;

/** Listeners that cannot harm: one that throws is reported, and the others are still called. */
export class Emitter<T> {
  readonly #listeners = new Set<Listener<T>>();
  readonly #reportError: (error: unknown) => void;

  constructor(reportError: (error: unknown) => void) {
    this.#reportError = reportError;
  }

  add(listener: Listener<T>): () => void {
    const entry: Listener<T> = (value) => listener(value);
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  }

  emit(value: T): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(value);
      } catch (error) {
        this.#reportError(error);
      }
    }
  }
}
