import type { Words } from './localization.js';
import { matchLocale } from '@fairwell/core';
import { messageKeys } from './message-keys.js';
import { numbered, placeholdersOf } from './message-text.js';
import type { Overrides } from './wish.js';

const names: Readonly<Record<string, readonly string[]>> = messageKeys;

/** The placeholders of a message; any form of a plural has those of `other`. */
function namesOf(key: string): readonly string[] | undefined {
  return names[key] ?? names[key.replace(/\.(zero|two|few|many)$/, '.other')];
}

/** How many letters to add, take away or change. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

function nearestKey(key: string): string {
  const near = (other: string): number => distance(key.toLowerCase(), other.toLowerCase());
  return Object.keys(names).reduce((best, each) => (near(each) < near(best) ? each : best));
}

/** A host's message as `msg` takes it; undefined where it cannot be used. */
function override(
  tag: string,
  key: string,
  text: unknown,
  report: (problem: string) => void,
): string | undefined {
  const known = namesOf(key);
  if (!known) {
    report(`There is no message ${key} (${tag}). Is ${nearestKey(key)} meant?`);
    return undefined;
  }
  if (typeof text !== 'string') {
    report(`The message ${key} (${tag}) is no text.`);
    return undefined;
  }
  const found = placeholdersOf(text);
  const strange = found.filter((name) => !known.includes(name));
  if (strange.length > 0) {
    report(
      `The message ${key} (${tag}) has no {${strange.join('}, {')}}; there is ${known.map((name) => `{${name}}`).join(', ') || 'none'}.`,
    );
    return undefined;
  }
  const lost = known.filter((name) => !found.includes(name) && name !== 'count');
  if (lost.length > 0) report(`The message ${key} (${tag}) lacks {${lost.join('}, {')}}.`);
  return numbered(text, known);
}

/** What a host says in place of our words in the language `tag`. */
export function overrides(
  messages: Overrides,
  tag: string,
  report: (problem: string) => void,
): Words {
  const own = matchLocale([tag], Object.keys(messages))?.tag;
  return Object.fromEntries(
    Object.entries((own === undefined ? undefined : messages[own]) ?? {}).flatMap(([key, text]) => {
      const words = override(tag, key, text, report);
      return words === undefined ? [] : [[key, words]];
    }),
  );
}
