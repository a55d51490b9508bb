export type Variables = Readonly<Record<string, string | undefined>>;

/** Carries every fault at once, a line for each variable. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';

  constructor(faults: readonly string[]) {
    super(['The environment is not complete:', ...faults].join('\n  '));
  }
}

/** Reads environment variables and gathers what is wrong with them. One set to nothing is not set. */
export class VariableReader {
  readonly #variables: Variables;
  readonly #faults: string[] = [];

  constructor(variables: Variables) {
    this.#variables = variables;
  }

  refuse(name: string, why: string): void {
    this.#faults.push(`${name} ${why}`);
  }

  /** @throws {EnvironmentError} if anything was wrong. */
  finish(): void {
    if (this.#faults.length > 0) throw new EnvironmentError(this.#faults);
  }

  text(name: string): string | undefined {
    return this.#variables[name]?.trim() || undefined;
  }

  required(name: string, what: string): string {
    const value = this.text(name);
    if (value === undefined) this.refuse(name, `is required: ${what}`);
    return value ?? '';
  }

  /** Separated by commas. */
  list(name: string): string[] {
    return (this.text(name) ?? '').split(',').flatMap((part) => part.trim() || []);
  }

  integer(name: string, otherwise: number, max: number): number {
    const value = Number(this.text(name) ?? otherwise);
    if (!Number.isInteger(value) || value < 0 || value > max)
      this.refuse(name, `must be a whole number from 0 to ${max}`);
    return value;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], otherwise: T): T {
    return this.someOf(name, allowed, [this.text(name) ?? otherwise])[0] ?? otherwise;
  }

  /** False when absent. */
  flag(name: string): boolean {
    return this.oneOf(name, ['true', 'false'], 'false') === 'true';
  }

  /** Those of a variable's values that are allowed; any other is a fault. */
  someOf<T extends string>(
    name: string,
    allowed: readonly T[],
    values: readonly string[] = this.list(name),
  ): T[] {
    const known = allowed.filter((each) => values.includes(each));
    if (known.length < values.length) this.refuse(name, `must be one of ${allowed.join(', ')}`);
    return known;
  }
}
