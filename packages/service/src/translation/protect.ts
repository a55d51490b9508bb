import { mergeField } from '@fairwell/core';
import type { SourceText } from './translator.js';

/** A machine's part of the work: plain words, or words with tags in between. */
export type Machine = (texts: readonly SourceText[]) => Promise<readonly string[]>;

const stand = /\{\s*(\d+)\s*\}/g;
const tag = /<[^<>]*>/g;
const fieldOrTag = /(\{\{[^{}]*\}\}|<[^<>]*>)/;
const fieldAlone = /(\{\{[^{}]*\}\})/;

interface Field {
  name: string;
  /** What stands in where the value is not known. */
  fallback: string;
}

function fieldsOf(text: string): Field[] {
  return [...text.matchAll(mergeField)].map(([, name = '', fallback = '']) => ({
    name,
    fallback: fallback.trim(),
  }));
}

function tagsOf(text: string): string {
  const tags = (text.match(tag) ?? []).map((each) => each.replace(/\s+|(?=\/>)/g, ' ').trim());
  return tags
    .map((each) => each.toLowerCase())
    .sort()
    .join('');
}

/** With a number in braces in the place of each merge field, which most machines leave alone. */
function masked({ kind, text }: SourceText): SourceText {
  let index = 0;
  return { kind, text: text.replace(mergeField, () => `{${index++}}`) };
}

function written({ name, fallback }: Field): string {
  return fallback ? `{{${name}|${fallback}}}` : `{{${name}}}`;
}

/** Undefined where the machine lost a field or a tag, or made one up. */
function unmasked(made: string, source: SourceText, fields: readonly Field[]): string | undefined {
  const found = [...made.matchAll(stand)].map(([, index]) => Number(index)).sort((a, b) => a - b);
  if (found.length !== fields.length || found.some((each, index) => each !== index))
    return undefined;
  if (source.kind === 'rich' && tagsOf(made) !== tagsOf(source.text)) return undefined;
  return made.replace(stand, (match, index: string) => {
    const each = fields[Number(index)];
    return each ? written(each) : match;
  });
}

function hasWords(text: string): boolean {
  return /\p{L}/u.test(text);
}

/** Word by word between the fields and tags: less fluent, and nothing can be lost. */
async function inPieces(
  { kind, text }: SourceText,
  fields: readonly Field[],
  machine: Machine,
): Promise<string> {
  const pieces = text.split(kind === 'rich' ? fieldOrTag : fieldAlone);
  const isWords = (piece: string, index: number): boolean => index % 2 === 0 && hasWords(piece);
  const made = await machine(pieces.filter(isWords).map((piece) => ({ kind, text: piece.trim() })));
  let word = 0;
  let place = 0;
  return pieces
    .map((piece, index) => {
      if (isWords(piece, index)) return piece.replace(piece.trim(), () => made[word++] ?? '');
      const each = piece.startsWith('{{') ? fields[place++] : undefined;
      return each ? written(each) : piece;
    })
    .join('');
}

/** What a machine makes of texts, with every merge field and every mark of rich text in its place. */
export async function translateProtected(
  texts: readonly SourceText[],
  machine: Machine,
): Promise<string[]> {
  const fallbacks = new Set(
    texts.flatMap(({ text }) => fieldsOf(text).map(({ fallback }) => fallback)).filter(hasWords),
  );
  const asked = [...texts.map(masked), ...[...fallbacks].map((text) => plain(text))];
  const made = await machine(asked);
  const translated = new Map(
    [...fallbacks].map((each, index) => [each, made[texts.length + index] ?? each]),
  );
  const results: string[] = [];
  for (const [index, source] of texts.entries()) {
    const fields = fieldsOf(source.text).map(({ name, fallback }) => {
      const other = translated.get(fallback) ?? fallback;
      return { name, fallback: /[{}]/.test(other) ? fallback : other };
    });
    const whole = unmasked(made[index] ?? '', source, fields);
    results.push(whole ?? (await inPieces(source, fields, machine)));
  }
  return results;
}

function plain(text: string): SourceText {
  return { kind: 'plain', text };
}
