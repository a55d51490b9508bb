/// <reference types="vite/types/importMeta.d.ts" />
import { matchLocale } from '@fairwell/core';
import { english, report, type Language } from './language.js';
import type { Words } from './localization.js';
import { formatLocale, isRightToLeft } from './conventions.js';
import { messageKeys } from './message-keys.js';
import type { Overrides, Wish } from './wish.js';

/** The messages of a language in the order of `messageKeys`; a plural has its forms in place of `other`. */
type Chunk = readonly (string | Readonly<Record<string, string>>)[];

/** Of each language its file, by a path that ends in its tag. */
export const files = import.meta.glob<{ default: Chunk }>('../../xliff/*.xlf');
const reported = new Set<string>();

function reportOnce(problem: string): void {
  if (!reported.has(problem)) report(problem);
  reported.add(problem);
}

function unpack(chunk: Chunk): Words {
  const { length } = chunk;
  const keys = Object.keys(messageKeys).filter((key) => !key.endsWith('.one'));
  if (length !== keys.length) throw new Error(`It has ${length} messages of ${keys.length}.`);
  return Object.fromEntries(
    keys.flatMap((key, index): [string, string][] => {
      const text = chunk[index] ?? '';
      if (typeof text === 'string') return [[key, text]];
      const base = key.slice(0, -'other'.length);
      return Object.entries(text).map(([category, form]) => [base + category, form]);
    }),
  );
}

function tagOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1, -'.xlf'.length);
}

async function wordsOf(tag: string): Promise<Words | undefined> {
  const load = files[`../../xliff/${tag}.xlf`];
  // English is in the templates; of another language all words may be the host's.
  if (!load) return {};
  try {
    return unpack((await load()).default);
  } catch (error) {
    report(`The language ${tag} could not be loaded; this is in English.`, error);
    return undefined;
  }
}

async function overridden(
  words: Words,
  messages: readonly Overrides[],
  tag: string,
): Promise<Words> {
  if (messages.length === 0) return words;
  const { overrides } = await import('./overrides.js');
  return messages.reduce((all, each) => ({ ...all, ...overrides(each, tag, reportOnce) }), words);
}

/** The language that serves a wish best, English where none does, with the host's words in it. */
export async function loadLanguage({ tags, declared, messages }: Wish): Promise<Language> {
  const available = ['en', ...Object.keys(files).map(tagOf), ...messages.flatMap(Object.keys)];
  const match = matchLocale(tags, available);
  if (!match && declared)
    reportOnce(
      `There is no language ${declared}; this is in English. There are: ${available.join(', ')}.`,
    );
  const { tag, wanted } = match ?? { tag: 'en', wanted: 'en' };
  const words = await wordsOf(tag);
  if (!words) return { ...english('en'), words: await overridden({}, messages, 'en') };
  return {
    tag,
    locale: formatLocale(tag, wanted),
    isRightToLeft: isRightToLeft(tag),
    words: await overridden(words, messages, tag),
  };
}
