/** A value as JSON carries it; undefined for one that it cannot carry. */
export function asJson(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value));
  } catch {
    return undefined;
  }
}
