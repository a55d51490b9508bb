import { invalidRequest } from './errors.ts';

/** A form field as Stripe reads it: text, a list (`a[0]=x`, `a[]=x`) or a hash (`a[b]=x`). */
export type FormValue = string | FormValue[] | FormHash;
export interface FormHash {
  [name: string]: FormValue;
}

type Node = string | Map<string, Node>;

/** Reads `application/x-www-form-urlencoded` text, a body or a query. Throws an `ApiError` (400). */
export function parseForm(text: string): FormHash {
  const root = new Map<string, Node>();
  for (const [name, value] of new URLSearchParams(text)) insert(root, segments(name), value, name);
  return hash(root);
}

function segments(name: string): string[] {
  const [head = '', ...rest] = name.split('[');
  return [head, ...rest.map((part) => part.replace(/\]$/, ''))];
}

function insert(into: Map<string, Node>, path: string[], value: string, name: string): void {
  const [head = '', ...rest] = path;
  const key = head === '' ? String(into.size) : head;
  if (rest.length === 0) {
    into.set(key, value);
    return;
  }
  const child = into.get(key) ?? new Map<string, Node>();
  if (typeof child === 'string') throw invalidRequest(`Invalid ${name}: given twice`, name);
  into.set(key, child);
  insert(child, rest, value, name);
}

function read(node: Node): FormValue {
  if (typeof node === 'string') return node;
  const isList = [...node.keys()].every((key) => /^\d+$/.test(key));
  return isList ? [...node.values()].map(read) : hash(node);
}

function hash(node: Map<string, Node>): FormHash {
  return Object.fromEntries([...node].map(([key, child]) => [key, read(child)]));
}

/** The same text for the same parameters, whatever order they were sent in. */
export function canonical(value: FormValue): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const fields = Object.keys(value).sort();
  return `{${fields.map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? '')}`).join()}}`;
}
