import catalogue from '../../locales/en.json' with { type: 'json' };
import { files } from '../localization/languages.js';
import { numbered, placeholdersOf } from '../localization/message-text.js';

/** A tag of the range for private use, as others name their pseudo-locale too. */
export const pseudoLocale = 'qps-Ploc';

// prettier-ignore
const accents: Readonly<Record<string, string>> = {
  a: 'å', c: 'ç', e: 'é', i: 'î', n: 'ñ', o: 'ö', s: 'š', u: 'û', y: 'ý',
  A: 'Å', C: 'Ç', E: 'É', I: 'Î', N: 'Ñ', O: 'Ö', S: 'Š', U: 'Û', Y: 'Ý',
};

/** Accented, 40% longer and in brackets: what is left in English, or cut off, is seen at once. */
export function pseudo(text: string): string {
  const accented = text.replace(/\{\w+\}|[a-zA-Z]/g, (part) => accents[part] ?? part);
  const length = Math.ceil(text.replace(/\{\w+\}/g, '').length * 0.4);
  // In words, for a language that is longer has more of them.
  const longer = 'long er '
    .repeat(Math.ceil(length / 8))
    .slice(0, length)
    .trim();
  return `[${accented} ${longer}]`;
}

/** Makes the elements speak it where it is asked for. */
export function addPseudoLocale(): void {
  const chunk = Object.entries(catalogue).flatMap(([key, { text }]) => {
    if (key.endsWith('.one')) return [];
    const words = numbered(pseudo(text), placeholdersOf(text));
    return [key.endsWith('.other') ? { one: words, other: words } : words];
  });
  files[`../../xliff/${pseudoLocale}.xlf`] = async () => ({ default: chunk });
}
