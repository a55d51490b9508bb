import { gzipSync } from 'node:zlib';
import type { Catalogue, Entry } from './catalogue.ts';
import { numbered, placeholdersOf, type Text } from '../../src/localization/message-text.ts';
import { formOf, isOfOneNumber, keysFor, sourceKey } from './plurals.ts';
import type { Unit } from './xliff.ts';

/** In bytes, gzipped, of the chunk of a language. */
const sizeLimit = 4000;
/** In characters: longer words still fit, on two lines. */
const buttonLimit = 32;

export interface Report {
  /** What fails the build. */
  errors: string[];
  /** What somebody should look at. */
  warnings: string[];
}

/**
 * The messages of a language as the browser loads them: in the order of the catalogue, for their keys
 * take as much room as half of the words; of a plural an object of its forms.
 */
export function chunkOf(catalogue: Catalogue, units: ReadonlyMap<string, Unit>): string {
  const targetOf = (key: string, { text }: Entry): string =>
    numbered(units.get(key)?.target ?? '', placeholdersOf(text));
  return JSON.stringify(
    Object.entries(catalogue).flatMap(([key, entry]): (string | object)[] => {
      const form = formOf(key);
      if (!form) return [targetOf(key, entry)];
      if (form.category !== 'other') return [];
      const forms: Record<string, string> = {};
      for (const each of units.keys()) {
        const { base, category } = formOf(each) ?? {};
        if (base === form.base && category) forms[category] = targetOf(each, entry);
      }
      return [forms];
    }),
  );
}

export function sizeOf(chunk: string): number {
  return gzipSync(chunk, { level: 9 }).length;
}

function placeholderErrors(tag: string, key: string, source: Text, target: Text): string[] {
  const wanted = placeholdersOf(source);
  const found = placeholdersOf(target);
  const form = formOf(key);
  const isOptional = (name: string): boolean =>
    name === 'count' && form !== undefined && isOfOneNumber(tag, form.category);
  return [
    ...wanted
      .filter((name) => !found.includes(name) && !isOptional(name))
      .map((name) => `${key}: {${name}} is lost.`),
    ...found
      .filter((name) => !wanted.includes(name))
      .map((name) => `${key}: there is no {${name}} in the English.`),
  ];
}

function textErrors(key: string, target: Text): string[] {
  const words = target.replace(/\{\w+\}/g, '');
  return [
    ...(target.trim() === '' ? [`${key}: is empty.`] : []),
    ...(target !== target.trim() ? [`${key}: begins or ends with white space.`] : []),
    ...(/[{}]/.test(words) ? [`${key}: has a brace that belongs to no placeholder.`] : []),
    ...(/<\/?\w|&#?\w+;/.test(words)
      ? [`${key}: has markup; it would be shown as it stands.`]
      : []),
    ...(/[\n\t]|\s\s/.test(target) ? [`${key}: has a line break, a tab or two spaces.`] : []),
  ];
}

function unitErrors(tag: string, key: string, source: Text, unit: Unit): string[] {
  if (unit.target === undefined) return [`${key}: is not translated.`];
  const stale =
    unit.source === source
      ? []
      : [`${key}: the English is now “${source}” and was “${unit.source}”; translate it anew.`];
  return [
    ...stale,
    ...textErrors(key, unit.target),
    ...placeholderErrors(tag, key, source, unit.target),
  ];
}

/** What is wrong with the messages of a language, and what may be. */
export function check(catalogue: Catalogue, tag: string, units: ReadonlyMap<string, Unit>): Report {
  const isSource = (key: string): boolean => key in catalogue;
  const keys = keysFor(tag, Object.keys(catalogue));
  const errors = [
    ...keys.filter((key) => !units.has(key)).map((key) => `${key}: is missing.`),
    ...[...units.keys()]
      .filter((key) => !keys.includes(key))
      .map((key) => `${key}: is no message${formOf(key) ? `, or no form of ${tag}` : ''}.`),
  ];
  const warnings: string[] = [];
  for (const key of keys) {
    const unit = units.get(key);
    const entry = catalogue[sourceKey(key, isSource)];
    if (!unit || !entry) continue;
    errors.push(...unitErrors(tag, key, entry.text, unit));
    const length = [...(unit.target ?? '')].length;
    if (entry.button && length > buttonLimit)
      warnings.push(`${key}: ${length} characters are long for a button.`);
    if (unit.target === entry.text && / .* /.test(entry.text))
      warnings.push(`${key}: is as in English.`);
  }
  const size = sizeOf(chunkOf(catalogue, units));
  if (size > sizeLimit) errors.push(`${size} bytes gzipped are more than ${sizeLimit}.`);
  return { errors, warnings };
}
