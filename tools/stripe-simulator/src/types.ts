/**
 * The members that the SDK names in one of its open string unions (it ends each with `OtherString`).
 * Records over it are exhaustive, so a member that a new SDK adds fails the typecheck.
 */
export type Known<T extends string> = T extends unknown ? (string extends T ? never : T) : never;

/** The value an SDK property has when it is present. */
export type Present<T> = Exclude<T, undefined>;

export function isKeyOf<T extends object>(object: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(object, key);
}

export function keysOf<T extends object>(object: T): (keyof T)[] {
  return Object.keys(object).filter((key) => isKeyOf(object, key));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The id of an expandable reference. The simulator keeps ids; the SDK's types allow both. */
export function idOf(reference: string | { id: string }): string {
  return typeof reference === 'string' ? reference : reference.id;
}
