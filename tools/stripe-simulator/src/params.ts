import { invalidRequest, parameterMissing, parameterUnknown } from './errors.ts';
import type { FormHash, FormValue } from './form.ts';
import { isKeyOf, keysOf } from './types.ts';
import type { Known, Present } from './types.ts';

/** Reads one parameter. Throws an `ApiError` (400) that names it. */
export type Decoder<T> = (value: FormValue, param: string) => T;

type RequiredKeys<P> = {
  [K in keyof P]-?: Partial<Pick<P, K>> extends Pick<P, K> ? never : K;
}[keyof P];

type Fields<P> = { [K in keyof P]?: Decoder<Present<P[K]>> };

function text(value: FormValue, param: string, expected: string): string {
  if (typeof value !== 'string') throw invalidRequest(`Invalid ${expected}`, param);
  return value;
}

export const string: Decoder<string> = (value, param) => {
  const read = text(value, param, 'string');
  if (read === '') {
    const message = `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset.`;
    throw invalidRequest(message, param, 'parameter_invalid_empty');
  }
  return read;
};

export const integer: Decoder<number> = (value, param) => {
  const read = text(value, param, 'integer');
  if (!/^-?\d+$/.test(read)) {
    throw invalidRequest(`Invalid integer: ${read}`, param, 'parameter_invalid_integer');
  }
  return Number(read);
};

export const decimal: Decoder<number> = (value, param) => {
  const read = text(value, param, 'decimal');
  if (!/^-?\d+(\.\d+)?$/.test(read)) throw invalidRequest(`Invalid decimal: ${read}`, param);
  return Number(read);
};

export const boolean: Decoder<boolean> = (value, param) => {
  const read = text(value, param, 'boolean');
  if (read !== 'true' && read !== 'false') throw invalidRequest(`Invalid boolean: ${read}`, param);
  return read === 'true';
};

/** One of a closed set; the record is exhaustive over what the SDK names. */
export function oneOf<T extends string>(members: Record<Known<T>, true>): Decoder<Known<T>> {
  return (value, param) => {
    const read = text(value, param, param);
    if (isKeyOf(members, read)) return read;
    throw invalidRequest(
      `Invalid ${param}: must be one of ${Object.keys(members).join(', ')}`,
      param,
    );
  };
}

/** `''`, which Stripe reads as "unset", or the value. */
export function emptyable<T>(decode: Decoder<T>): Decoder<T | ''> {
  return (value, param) => (value === '' ? '' : decode(value, param));
}

/** The first reading that fits, else the last one's error. */
export function either<A, B>(first: Decoder<A>, last: Decoder<B>): Decoder<A | B> {
  return (value, param) => {
    try {
      return first(value, param);
    } catch {
      return last(value, param);
    }
  };
}

export function array<T>(decode: Decoder<T>): Decoder<T[]> {
  return (value, param) => {
    if (!Array.isArray(value)) throw invalidRequest('Invalid array', param);
    return value.map((item, index) => decode(item, `${param}[${index}]`));
  };
}

function asHash(value: FormValue, param: string): FormHash {
  if (typeof value === 'string' || Array.isArray(value))
    throw invalidRequest('Invalid object', param);
  return value;
}

/** A hash whose names the caller chooses: metadata, currencies. */
export function record<T>(decode: Decoder<T>): Decoder<Record<string, T>> {
  return (value, param) =>
    Object.fromEntries(
      Object.entries(asHash(value, param)).map(([name, field]) => [
        name,
        decode(field, `${param}[${name}]`),
      ]),
    );
}

export const metadata = emptyable(record<string>((value, param) => text(value, param, 'string')));

/**
 * A hash with the SDK's own names and types. What Stripe takes but the simulator does not simulate is
 * refused as unknown, never ignored.
 */
export function object<P extends object>(
  fields: NoInfer<Fields<P>>,
  required: NoInfer<Record<RequiredKeys<P>, true>>,
): Decoder<P> {
  return (value, param) => {
    const nested = (name: string) => (param === '' ? name : `${param}[${name}]`);
    const decoded: Partial<P> = {};
    const read = <K extends keyof P & string>(name: K, decode: Fields<P>[K], field: FormValue) => {
      if (decode) decoded[name] = decode(field, nested(name));
    };
    for (const [name, field] of Object.entries(asHash(value, param))) {
      if (!isKeyOf(fields, name)) throw parameterUnknown(nested(name));
      read(name, fields[name], field);
    }
    assertComplete(decoded, required, nested);
    return decoded;
  };
}

function assertComplete<P extends object>(
  decoded: Partial<P>,
  required: Record<RequiredKeys<P>, true>,
  nested: (name: string) => string,
): asserts decoded is P {
  for (const name of keysOf(required)) {
    if (!Object.hasOwn(decoded, name)) throw parameterMissing(nested(String(name)));
  }
}
