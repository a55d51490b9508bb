import type { Random } from '../exactly-once/random.js';

/** What of JSON Schema an OpenAPI description of ours is made of. */
export interface Schema {
  $ref?: string;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  examples?: unknown[];
}

/** A text that stands for JSON that no object can stand for. */
export class RawJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const oddTexts: readonly [string, ...string[]] = [
  '',
  '\u0000',
  '\ud800',
  'a\udfffb',
  '\u202egnp.exe',
  '\u{1f469}\u200d\u{1f4bb}',
  'e\u0301'.repeat(50),
  '\ufeff\u2028\u2029',
  "'; drop table sessions; --",
  '<script>alert(1)</script>',
  '{{customer.firstName|x}}',
  '../../../etc/passwd',
  '%00%0d%0aset-cookie:%20a=b',
  '\r\nset-cookie: a=b',
  '__proto__',
  'constructor',
  'toString',
  'x'.repeat(70_000),
  '-1e400',
  '2026-13-45T99:99:99Z',
  '9999999-01-01T00:00:00Z',
];
const oddNumbers: readonly [number, ...number[]] = [
  0,
  -0,
  -1,
  0.5,
  1e21,
  -1e308,
  2 ** 31,
  2 ** 53,
  Number.MAX_VALUE,
  Number.MIN_VALUE,
];

function deep(random: Random): RawJson {
  const depth = random.pick([5, 50, 5_000]);
  return random.chance(0.5)
    ? new RawJson('['.repeat(depth) + ']'.repeat(depth))
    : new RawJson('{"a":'.repeat(depth) + '1' + '}'.repeat(depth));
}

/** Something that nobody expects here. */
export function oddity(random: Random): unknown {
  const kinds: readonly [() => unknown, ...(() => unknown)[]] = [
    () => random.pick(oddTexts),
    () => random.pick(oddNumbers),
    () => null,
    () => random.chance(0.5),
    () => [],
    () => ({}),
    () => Array.from({ length: 300 }, () => random.pick(oddTexts.slice(0, 8) as [string])),
    () => deep(random),
    () => new RawJson('{"__proto__":{"polluted":true}}'),
    () => new RawJson('{"constructor":{"prototype":{"polluted":true}}}'),
    () => new RawJson('{"type":"cancel","type":"discount"}'),
    () => new RawJson('1e999'),
    () => Object.fromEntries(oddTexts.map((text) => [text.slice(0, 200), text.slice(0, 200)])),
  ];
  return random.pick(kinds)();
}

function text({ format, pattern, minLength = 0 }: Schema, random: Random): string {
  if (format === 'date-time') return '2026-12-24T10:00:00.000Z';
  if (pattern?.includes('/')) return random.pick(['why/too_expensive', 'why/unused', 'a/b/c']);
  const known = ['cus_monthly', 'sub_monthly', 'SAVE30', 'price_lite', 'why', 'a@example.com'];
  const one = random.chance(0.7) ? random.pick(known as [string]) : `text-${random.integer(1e9)}`;
  return one.length < minLength ? one.padEnd(minLength, 'x') : one;
}

/** Values that a schema describes; with some probability at each place something odd. */
export class Generator {
  readonly #components: Record<string, Schema>;
  readonly #random: Random;

  constructor(components: Record<string, Schema>, random: Random) {
    this.#components = components;
    this.#random = random;
  }

  value(schema: Schema, oddness: number, depth = 0): unknown {
    const random = this.#random;
    if (random.chance(oddness)) return oddity(random);
    if (depth > 12) return null;
    const { $ref, anyOf, examples } = schema;
    if ($ref !== undefined) {
      const found = this.#components[$ref.split('/').at(-1) ?? ''];
      return found ? this.value(found, oddness, depth + 1) : oddity(random);
    }
    if (examples && random.chance(0.3)) return random.pick(examples as [unknown]);
    if ('const' in schema) return schema.const;
    if (schema.enum) return random.pick(schema.enum as [unknown]);
    const [first, ...others] = anyOf ?? [];
    if (first) return this.value(random.pick([first, ...others]), oddness, depth + 1);
    return this.#typed(schema, oddness, depth);
  }

  #typed(schema: Schema, oddness: number, depth: number): unknown {
    const random = this.#random;
    const { type, minimum = 0, maximum = 100, items, properties = {}, required = [] } = schema;
    if (type === 'string') return text(schema, random);
    if (type === 'integer') return minimum + random.integer(Math.min(maximum, 1e6) - minimum + 1);
    if (type === 'number') return minimum + random.next();
    if (type === 'boolean') return random.chance(0.5);
    if (type === 'null') return null;
    if (type === 'array')
      return Array.from({ length: random.integer(4) }, () =>
        this.value(items ?? {}, oddness, depth + 1),
      );
    const entries = Object.entries(properties)
      .filter(([name]) => random.chance(required.includes(name) ? 1 - oddness : 0.4))
      .map(([name, each]): [string, unknown] => [name, this.value(each, oddness, depth + 1)]);
    if (random.chance(oddness)) entries.push([random.pick(oddTexts).slice(0, 200), oddity(random)]);
    return Object.fromEntries(entries);
  }
}

/** As JSON text, in which a `RawJson` is what it says. */
export function serialize(value: unknown): string {
  if (value instanceof RawJson) return value.text;
  if (Array.isArray(value)) return `[${value.map(serialize).join(',')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([name, each]) => `${JSON.stringify(name)}:${serialize(each)}`)
      .join(',')}}`;
  return value === undefined ? 'null' : JSON.stringify(value);
}

/** The text of a body, now and then spoilt. */
export function spoilt(body: string, random: Random): string {
  const kinds: readonly [() => string, ...(() => string)[]] = [
    () => body.slice(0, random.integer(body.length + 1)),
    () => `${body}${body}`,
    () => body.replaceAll('"', "'"),
    () => `{${'"key":"a",'.repeat(500)}"key":"b"}`,
    () => 'x'.repeat(300_000),
    () => `{"a":"${'x'.repeat(300_000)}"}`,
    () => '['.repeat(100_000),
    () => '',
    () => '\u0000\u0001\uffff',
    () => 'NaN',
  ];
  return random.pick(kinds)();
}
