import { FairwellError } from '@fairwell/core';
import type { FastifySchemaCompiler } from 'fastify';
import {
  IsArray,
  IsLiteral,
  IsNull,
  IsObject,
  IsOptional,
  IsRecord,
  IsUnion,
  type TSchema,
} from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { Check, Errors } from 'typebox/value';

type Path = readonly (string | number)[];

interface Fault {
  path: Path;
  says: string;
}

/** Deeper JSON than any request has; bounds the work on it. */
const maxDepth = 40;

/** What no Postgres can store: NUL, and half of a surrogate pair. */
const unstorable = /[\0\p{Surrogate}]/u;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function dotted(path: Path): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`,
    )
    .join('');
}

function findUnstorable(value: unknown): Fault | null {
  const queue: { value: unknown; path: Path }[] = [{ value, path: [] }];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && unstorable.test(value))
      return { path, says: 'must be well-formed text without NUL' };
    if (typeof value !== 'object' || value === null) continue;
    if (path.length >= maxDepth) return { path: path.slice(0, 3), says: 'is nested too deeply' };
    for (const [key, child] of Object.entries(value)) {
      if (unstorable.test(key)) return { path, says: 'must have well-formed names' };
      queue.push({ value: child, path: [...path, Array.isArray(value) ? Number(key) : key] });
    }
  }
  return null;
}

function literals(schemas: readonly TSchema[]): unknown[] {
  return schemas.flatMap((each) => (IsLiteral(each) ? [each.const] : []));
}

/** The `type` that a branch of a union is told by. */
function typeOf(branch: TSchema): unknown {
  const type = IsObject(branch) ? branch.properties['type'] : undefined;
  return IsLiteral(type) ? type.const : undefined;
}

function oneOf(allowed: readonly unknown[]): string {
  return `must be one of ${allowed.map((each) => JSON.stringify(each)).join(', ')}`;
}

/** Where and how a value that fails a schema fails it. */
function findFault(schema: TSchema, value: unknown, path: Path): Fault {
  if (IsUnion(schema)) {
    const [branch, another] = schema.anyOf.filter((each) => !IsNull(each));
    if (branch && !another) return findFault(branch, value, path);
    const allowed = literals(schema.anyOf);
    if (allowed.length === schema.anyOf.length) return { path, says: oneOf(allowed) };
    const types = schema.anyOf.map(typeOf);
    if (!types.includes(undefined)) {
      if (!isRecord(value)) return { path, says: 'must be an object' };
      const branch = schema.anyOf[types.indexOf(value['type'])];
      return branch
        ? findFault(branch, value, path)
        : { path: [...path, 'type'], says: oneOf(types) };
    }
  }
  if (IsObject(schema) && isRecord(value)) {
    for (const [key, property] of Object.entries(schema.properties)) {
      const given = Object.hasOwn(value, key) ? value[key] : undefined;
      if (given === undefined) {
        if (!IsOptional(property)) return { path: [...path, key], says: 'is required' };
      } else if (!Check(property, given)) return findFault(property, given, [...path, key]);
    }
    const isClosed = 'additionalProperties' in schema && schema.additionalProperties === false;
    const stranger = Object.keys(value).find((key) => !Object.hasOwn(schema.properties, key));
    if (isClosed && stranger !== undefined)
      return {
        path: [...path, stranger],
        says: `is not known; there is ${Object.keys(schema.properties).join(', ')}`,
      };
  }
  if (IsRecord(schema) && isRecord(value))
    for (const property of Object.values(schema.patternProperties)) {
      const key = Object.keys(value).find((each) => !Check(property, value[each]));
      if (key !== undefined) return findFault(property, value[key], [...path, key]);
    }
  if (IsArray(schema) && Array.isArray(value)) {
    const index = value.findIndex((item) => !Check(schema.items, item));
    if (index >= 0) return findFault(schema.items, value[index], [...path, index]);
  }
  return { path, says: Errors(schema, value)[0]?.message ?? 'is not valid' };
}

/** Where and how a value does not fit a schema, or could not be stored; null if all is well. */
export function faultOf(schema: TSchema, value: unknown): { field: string; says: string } | null {
  const fault =
    findUnstorable(value) ?? (Check(schema, value) ? null : findFault(schema, value, []));
  return fault && { field: dotted(fault.path), says: fault.says };
}

/** By schema: compiling takes long, and each service in a process has the same routes. */
const compiled = new WeakMap<TSchema, Validator>();

function validatorOf(schema: TSchema): Validator {
  const known = compiled.get(schema);
  if (known) return known;
  const validator = Compile(schema);
  compiled.set(schema, validator);
  return validator;
}

/** Refuses what does not fit a route's schema with an error that names the first field at fault. */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const validator = validatorOf(schema);
  const root = httpPart ?? 'body';
  return (value: unknown) => {
    const fault =
      findUnstorable(value) ?? (validator.Check(value) ? null : findFault(schema, value, []));
    if (!fault) return { value };
    // A field of the body stands for itself; anything else says where it is.
    const field = dotted(
      root === 'body' && fault.path.length > 0 ? fault.path : [root, ...fault.path],
    );
    return { error: new FairwellError('invalid_request', `${field} ${fault.says}`, { field }) };
  };
};
