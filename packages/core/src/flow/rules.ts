import { FairwellError } from '../errors.js';

/** Throws when the value at `path` is not what it should be. */
export type Rule = (value: unknown, path: string) => void;

/** A rule for every property of `T`: a new property fails the build until it has one. */
export type Shape<T> = { [K in keyof T]-?: Rule };

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (isRecord(value)) return 'an object';
  const shown = typeof value === 'function' ? 'a function' : JSON.stringify(value);
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
}

export function fail(path: string, expected: string, got: string): never {
  const field = path || 'flow';
  throw new FairwellError('invalid_flow', `${field}: expected ${expected}, got ${got}`, { field });
}

export const unknown: Rule = () => undefined;

export const boolean: Rule = (value, path) => {
  if (typeof value !== 'boolean') fail(path, 'true or false', show(value));
};

interface TextLimits {
  min?: number;
  max?: number;
  pattern?: RegExp;
  /** What the pattern asks for, in words. */
  says?: string;
}

export function text({ min = 0, max = Infinity, pattern, says }: TextLimits): Rule {
  const unit = (max < Infinity ? max : min) === 1 ? 'character' : 'characters';
  const expected =
    says ??
    `a text${min ? ` of at least ${min}` : ''}${max < Infinity ? ` of at most ${max}` : ''}${min || max < Infinity ? ` ${unit}` : ''}`;
  return (value, path) => {
    if (
      typeof value !== 'string' ||
      value.length < min ||
      value.length > max ||
      (pattern && !pattern.test(value))
    )
      fail(path, expected, show(value));
  };
}

export function number(test: (value: number) => boolean, says: string): Rule {
  return (value, path) => {
    if (typeof value !== 'number' || !test(value)) fail(path, says, show(value));
  };
}

export function integer(min = -Infinity, max = Infinity): Rule {
  const range =
    max < Infinity ? ` from ${min} to ${max}` : min > -Infinity ? ` of at least ${min}` : '';
  return number(
    (value) => Number.isInteger(value) && value >= min && value <= max,
    `a whole number${range}`,
  );
}

export function literal(...allowed: string[]): Rule {
  return (value, path) => {
    if (typeof value !== 'string' || !allowed.includes(value))
      fail(path, `one of ${allowed.map((each) => `"${each}"`).join(', ')}`, show(value));
  };
}

export function optional(rule: Rule): Rule {
  return (value, path) => {
    if (value !== undefined) rule(value, path);
  };
}

export function nullable(rule: Rule): Rule {
  return (value, path) => {
    if (value !== null) rule(value, path);
  };
}

interface ListLimits {
  min?: number;
  max?: number;
  /** No two items may have the same value of this property. */
  unique?: string;
}

export function list(rule: Rule, { min = 0, max = Infinity, unique }: ListLimits = {}): Rule {
  return (value, path) => {
    if (!Array.isArray(value)) fail(path, 'a list', show(value));
    if (value.length < min) fail(path, `a list of at least ${min}`, 'an empty list');
    if (value.length > max) fail(path, `a list of at most ${max}`, `a list of ${value.length}`);
    const seen = new Set<unknown>();
    value.forEach((item: unknown, index) => {
      rule(item, `${path}[${index}]`);
      if (!unique || !isRecord(item)) return;
      if (seen.has(item[unique]))
        fail(
          `${path}[${index}].${unique}`,
          `an ${unique} that no other here has`,
          show(item[unique]),
        );
      seen.add(item[unique]);
    });
  };
}

export function record(rule: Rule): Rule {
  return (value, path) => {
    if (!isRecord(value)) fail(path, 'an object', show(value));
    for (const [key, item] of Object.entries(value)) rule(item, `${path}.${key}`);
  };
}

export function object<T>(shape: Shape<T>): Rule {
  return (value, path) => {
    if (!isRecord(value)) fail(path, 'an object', show(value));
    for (const key in shape) shape[key](value[key], path ? `${path}.${key}` : key);
  };
}

/** One rule for each value of the property that tells the kinds apart. */
export function variant(rules: Record<string, Rule>, key = 'type'): Rule {
  const known = new Map<unknown, Rule>(Object.entries(rules));
  return (value, path) => {
    if (!isRecord(value)) fail(path, 'an object', show(value));
    const rule = known.get(value[key]);
    if (!rule)
      fail(
        `${path}.${key}`,
        `one of ${[...known.keys()].map((each) => `"${String(each)}"`).join(', ')}`,
        show(value[key]),
      );
    rule(value, path);
  };
}
