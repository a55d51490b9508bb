import { readFileSync } from 'node:fs';
import { matchLocale } from '@fairwell/core';
import { Type, type Static } from 'typebox';
import { Check } from 'typebox/value';
import { faultOf } from '../errors/validation.js';
import type { Translator } from './translator.js';

/** By BCP 47 tag, and then by the text as its author wrote it. */
const Memory = Type.Record(
  Type.String(),
  Type.Record(Type.String(), Type.String({ minLength: 1 })),
);

function inMemory(memory: Static<typeof Memory>): Translator {
  return {
    isRemote: false,
    translate: (texts, _from, to) => {
      const known = memory[matchLocale([to], Object.keys(memory))?.tag ?? ''] ?? {};
      return Promise.resolve(
        texts.map(({ text }) => (Object.hasOwn(known, text) ? (known[text] ?? null) : null)),
      );
    },
  };
}

/**
 * Texts that were translated before, in a JSON file: `{ "de": { "Sure?": "Sicher?" } }`.
 * @throws {Error} that says what is wrong with the file.
 */
export function translationMemory(file: string): Translator {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (Check(Memory, content)) return inMemory(content);
  const { field, says } = faultOf(Memory, content) ?? { field: '', says: 'is no memory' };
  throw new Error(`${file}: ${field} ${says}`);
}
