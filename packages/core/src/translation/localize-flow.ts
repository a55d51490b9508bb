import type { Flow, Translation } from '@fairwell/contract';
import { mapTexts, type FlowText, type Words } from './flow-texts.js';
import { matchLocale } from './match-locale.js';
import { sourceHash } from './source-hash.js';

/** Was it made by a machine, so that another may take its place. */
export function isAutomatic(translation: Translation): translation is Exclude<Translation, Words> {
  return typeof translation === 'object' && !Array.isArray(translation);
}

/** What a customer reads for a text; undefined where nothing was made of it as it is now. */
export function wordsFor(
  { text }: FlowText,
  translation: Translation | undefined,
): Words | undefined {
  if (translation === undefined || !isAutomatic(translation)) return translation;
  return translation.source === sourceHash(text) ? translation.text : undefined;
}

/**
 * The flow in the language that serves the first of these tags that any serves, by `matchLocale`; in
 * its own where none does, and for each text that is not translated. Without its `translations`.
 *
 * @param tags BCP 47, the best first.
 */
export function localizeFlow({ translations = {}, ...flow }: Flow, tags: readonly string[]): Flow {
  const { locale } = flow;
  if (locale === undefined) return flow;
  const tag = matchLocale(tags, [locale, ...Object.keys(translations)])?.tag;
  const translated = tag === undefined ? undefined : translations[tag];
  if (tag === undefined || !translated) return flow;
  return {
    ...mapTexts(flow, (text) => wordsFor(text, translated[text.key]) ?? text.text),
    locale: tag,
  };
}
