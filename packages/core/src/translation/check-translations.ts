import type { Flow, Translation } from '@fairwell/contract';
import { FairwellError } from '../errors.js';
import { checkFlow } from '../flow/parse.js';
import { fail, isRecord, list, text, type Rule } from '../flow/rules.js';
import { mergedFields } from '../merge/merge-fields.js';
import { mapTexts, textsOf, type FlowText, type Words } from './flow-texts.js';
import { isAutomatic, wordsFor } from './localize-flow.js';
import { isLocale } from './match-locale.js';
import { nearest } from './nearest.js';

const line = text({ min: 1, max: 4000 });
const lines = list(line, { min: 1 });
const words: Rule = (value, path) => {
  (Array.isArray(value) ? lines : line)(value, path);
};
const source = text({ pattern: /^[0-9a-f]{8}$/, says: 'the hash of a text' });

const translation: Rule = (value, path) => {
  if (!isRecord(value)) return words(value, path);
  words(value['text'], `${path}.text`);
  source(value['source'], `${path}.source`);
};

function isTranslation(value: unknown, path: string): value is Translation {
  translation(value, path);
  return true;
}

function checkLocale(tag: string, own: string, others: readonly string[]): void {
  const path = `translations.${tag}`;
  if (!isLocale(tag)) {
    const meant = tag.replaceAll('_', '-');
    const hint = meant !== tag && isLocale(meant) ? `"${meant}"` : 'such as "pt-BR"';
    fail(path, `the BCP 47 tag of a language, ${hint}`, `"${tag}"`);
  }
  const [canonical] = Intl.getCanonicalLocales(tag);
  const isSame = (other: string): boolean =>
    other !== tag && Intl.getCanonicalLocales(other)[0] === canonical;
  if (tag === own || isSame(own)) fail(path, "another language than the flow's own", `"${tag}"`);
  const twin = others.find((other) => isLocale(other) && isSame(other));
  if (twin !== undefined) fail(path, 'each language once', `"${twin}" too`);
}

function fieldsIn(given: Words): string[] {
  return [given].flat().flatMap(mergedFields);
}

interface Shown {
  known: FlowText;
  words: Words;
  path: string;
}

function withTexts(flow: Flow, shown: readonly Shown[]): Flow {
  const words = new Map(shown.map((each) => [each.known.key, each.words]));
  return mapTexts(flow, ({ key, text }) => words.get(key) ?? text);
}

/** The first that does not fit where it is shown is refused, in the words of the flow's own rules. */
function checkFit(flow: Flow, shown: readonly Shown[]): void {
  try {
    checkFlow(withTexts(flow, shown));
  } catch {
    for (const each of shown)
      try {
        checkFlow(withTexts(flow, [each]));
      } catch (error) {
        if (!(error instanceof FairwellError)) throw error;
        const { path } = each;
        const says = error.message.slice(error.message.indexOf(': ') + 2);
        throw new FairwellError('invalid_flow', `${path}: ${says}`, { field: path, cause: error });
      }
  }
}

function checkLanguage(flow: Flow, tag: string, given: Record<string, unknown>): void {
  const texts = new Map(textsOf(flow).map((each) => [each.key, each]));
  const shown = Object.entries(given).flatMap(([key, value]): Shown[] => {
    const path = `translations.${tag}["${key}"]`;
    if (!isTranslation(value, path)) return [];
    const known = texts.get(key);
    // What a machine made of a text that is gone is not shown, and goes when the next are made.
    if (!known && isAutomatic(value)) return [];
    if (!known) {
      const near = nearest(key, [...texts.keys()]);
      const hint = near === undefined ? '' : `; is "${near}" meant`;
      fail(path, 'the key of a text of the flow', `"${key}"${hint}`);
    }
    const words = wordsFor(known, value);
    if (words === undefined) return [];
    const kept = fieldsIn(words);
    const lost = fieldsIn(known.text).find((name) => !kept.includes(name));
    if (lost !== undefined) fail(path, `the merge field {{${lost}}}`, 'a text without it');
    return [{ known, words, path }];
  });
  checkFit(flow, shown);
}

/** @throws {FairwellError} `invalid_flow`, for `translations` that could not be shown. */
export function checkTranslations(flow: Flow): void {
  const { translations, locale }: { translations?: unknown; locale?: string } = flow;
  if (translations === undefined) return;
  if (!isRecord(translations)) fail('translations', 'an object', 'something else');
  const tags = Object.keys(translations);
  if (tags.length === 0) return;
  if (locale === undefined || !isLocale(locale))
    fail('locale', 'the language of the flow, as it has translations', locale ?? 'nothing');
  for (const tag of tags) {
    checkLocale(tag, locale, tags);
    const given = translations[tag];
    if (!isRecord(given)) fail(`translations.${tag}`, 'an object', 'something else');
    checkLanguage(flow, tag, given);
  }
}
