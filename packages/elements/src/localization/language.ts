import type { Words } from './localization.js';

/** The language that an element speaks. */
export interface Language {
  /** Of the words. */
  readonly tag: string;
  /** For numbers, money and dates: the reader's own region where the language is the same. */
  readonly locale: string;
  readonly isRightToLeft: boolean;
  /** What differs from the English in the templates. */
  readonly words: Words;
}

export function english(locale: string): Language {
  return { tag: 'en', locale, isRightToLeft: false, words: {} };
}

export function isEnglish(tag: string): boolean {
  return /^en(-\w{2,8})*$/i.test(tag);
}

/** To the developer: nothing of it breaks what the customer sees. */
export function report(problem: string, cause?: unknown): void {
  console.warn(`Fairwell: ${problem}`, ...(cause === undefined ? [] : [cause]));
}
