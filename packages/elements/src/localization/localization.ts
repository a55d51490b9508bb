import { joinStringsAndValues, str, type StrResult } from '@lit/localize/internal/str-tag.js';

export { str };

/**
 * The messages of a language by their keys. A placeholder is the place of its value in the source
 * message: `Ends on {0}.`
 */
export type Words = Readonly<Record<string, string>>;

interface Msg {
  /** @returns the message `id` in the language in use, or as it stands here, in English. */
  (source: string | StrResult, options: { id: string }): string;
  /** By this the extraction of lit-localize knows the function. */
  readonly _LIT_LOCALIZE_MSG_?: never;
}

let words: Words = {};
let locale = 'en';
let category: Intl.LDMLPluralRule = 'other';

/** The messages from here on: elements are drawn one after another, each in its own language. */
export function useWords(next: Words, nextLocale: string): void {
  words = next;
  locale = nextLocale;
}

export const msg: Msg = (source, { id }) => {
  const text = words[id.replace(/\.other$/, `.${category}`)] ?? words[id];
  if (typeof source === 'string') return text ?? source;
  if (text === undefined) return joinStringsAndValues(source.strings, source.values);
  return text.replace(/\{(\d)\}/g, (_, place: string) => String(source.values[Number(place)]));
};

const plurals = new Map<string, Intl.PluralRules>();

/**
 * A message with a number, in the form that goes with it. English has two; another language has as
 * many as CLDR says, which take the place of `other`.
 */
export function plural(count: number, forms: { one: () => string; other: () => string }): string {
  const rules = plurals.get(locale) ?? new Intl.PluralRules(locale);
  plurals.set(locale, rules);
  category = rules.select(count);
  const text = category === 'one' ? forms.one() : forms.other();
  category = 'other';
  return text;
}
