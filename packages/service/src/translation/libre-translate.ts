import { FairwellError, matchLocale } from '@fairwell/core';
import { Type, type Static, type TSchema } from 'typebox';
import { Check } from 'typebox/value';
import { translateProtected } from './protect.js';
import type { SourceText, Translator } from './translator.js';

export interface LibreTranslateOptions {
  /** Of a server that speaks the LibreTranslate API, for example `https://translate.example.com`. */
  url: string;
  apiKey?: string | undefined;
}

const Languages = Type.Array(
  Type.Object({ code: Type.String(), targets: Type.Optional(Type.Array(Type.String())) }),
);
const Translated = Type.Object({ translatedText: Type.Array(Type.String()) });
const Refusal = Type.Object({ error: Type.String() });

/** Texts in one request: servers allow only so many. */
const batch = 40;
/** Milliseconds for one request; a small machine is slow. */
const patience = 120_000;

function unavailable(why: string, cause?: unknown): FairwellError {
  return new FairwellError('provider_unavailable', `The translator ${why}`, { cause });
}

async function ask<S extends TSchema>(
  schema: S,
  address: string,
  body?: unknown,
): Promise<Static<S>> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(address, {
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
      ...(body !== undefined && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    answer = await response.json();
  } catch (error) {
    throw unavailable('cannot be reached, or does not answer in JSON', error);
  }
  if (!response.ok) {
    const why = Check(Refusal, answer) ? `: ${answer.error.slice(0, 300)}` : '';
    throw unavailable(`answers ${response.status}${why}`);
  }
  if (!Check(schema, answer)) throw unavailable('answers with something else than translations');
  return answer;
}

/** Entities of the hexadecimal kind are not known to rich text. */
function decimal(text: string): string {
  return text.replace(/&#x([0-9a-f]{1,6});/gi, (_match, hex: string) => `&#${parseInt(hex, 16)};`);
}

/** Asks a server that speaks the LibreTranslate API (`POST /translate`, `GET /languages`). */
export function libreTranslate({ url, apiKey }: LibreTranslateOptions): Translator {
  const base = url.replace(/\/+$/, '');

  async function codesFor(from: string, to: string): Promise<{ source: string; target: string }> {
    const languages = await ask(Languages, `${base}/languages`);
    const sources = languages.map(({ code }) => code);
    const source = matchLocale([from], sources)?.tag;
    if (source === undefined) throw unspoken(from, sources);
    const targets = languages.find(({ code }) => code === source)?.targets ?? sources;
    const target = matchLocale([to], targets)?.tag;
    if (target === undefined) throw unspoken(to, targets);
    return { source, target };
  }

  return {
    isRemote: true,
    async translate(texts, from, to) {
      const codes = await codesFor(from, to);

      async function askFor(
        kind: SourceText['kind'],
        q: readonly string[],
      ): Promise<readonly string[]> {
        const { translatedText } = await ask(Translated, `${base}/translate`, {
          q,
          ...codes,
          format: kind === 'rich' ? 'html' : 'text',
          ...(apiKey !== undefined && { api_key: apiKey }),
        });
        if (translatedText.length !== q.length) throw unavailable('leaves texts out');
        return kind === 'rich' ? translatedText.map(decimal) : translatedText;
      }

      return translateProtected(texts, async (asked) => {
        const made = new Map<SourceText, string>();
        for (const kind of ['plain', 'rich'] as const) {
          const ofKind = asked.filter((each) => each.kind === kind);
          for (let start = 0; start < ofKind.length; start += batch) {
            const some = ofKind.slice(start, start + batch);
            const answers = await askFor(
              kind,
              some.map(({ text }) => text),
            );
            some.forEach((each, index) => made.set(each, answers[index] ?? ''));
          }
        }
        return asked.map((each) => made.get(each) ?? '');
      });
    },
  };
}

function unspoken(locale: string, spoken: readonly string[]): FairwellError {
  return new FairwellError(
    'invalid_request',
    `The translator does not speak "${locale}"; it speaks ${spoken.join(', ')}`,
    { field: 'locales' },
  );
}
