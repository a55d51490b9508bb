/** From here on a customer who waits is shown a way out. In milliseconds. */
export const slowAfter = 15_000;

/** An idempotency key, as the contract's `DecisionKey` wants it. */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** Calls back after so many milliseconds; returns a function that calls it off. */
export function delay(callback: () => void, milliseconds: number): () => void {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
}
