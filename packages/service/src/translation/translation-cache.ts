import { sha256 } from '../auth/hash.js';
import type { Database } from '../storage/database.js';
import type { SourceText, Translator } from './translator.js';

function hashOf({ kind, text }: SourceText): string {
  return sha256(`${kind} ${text}`);
}

/** Remembers what remote translators answered, so that they are asked about a text once. */
export class TranslationCache {
  readonly #query: Database['query'];
  readonly #now: () => Date;

  constructor({ query }: Pick<Database, 'query'>, now: () => Date) {
    this.#query = query;
    this.#now = now;
  }

  /** @param again Asks about what it remembers too. */
  async translate(
    translator: Translator,
    texts: readonly SourceText[],
    from: string,
    to: string,
    again: boolean,
  ): Promise<readonly (string | null)[]> {
    const known = again ? new Map<string, string>() : await this.#find(texts, from, to);
    const asked = texts.filter((each) => !known.has(hashOf(each)));
    if (asked.length > 0) {
      const answers = await translator.translate(asked, from, to);
      const made = asked.flatMap((each, index): [string, string][] => {
        const text = answers[index] ?? null;
        return text === null ? [] : [[hashOf(each), text]];
      });
      for (const [hash, text] of made) known.set(hash, text);
      await this.#keep(new Map(made), from, to);
    }
    return texts.map((each) => known.get(hashOf(each)) ?? null);
  }

  async #find(
    texts: readonly SourceText[],
    from: string,
    to: string,
  ): Promise<Map<string, string>> {
    const rows = await this.#query
      .selectFrom('machine_translations')
      .select(['source_hash', 'text'])
      .where('source_locale', '=', from)
      .where('locale', '=', to)
      .where('source_hash', 'in', texts.map(hashOf))
      .execute();
    return new Map(rows.map(({ source_hash, text }) => [source_hash, text]));
  }

  async #keep(made: ReadonlyMap<string, string>, from: string, to: string): Promise<void> {
    if (made.size === 0) return;
    const rows = [...made].map(([source_hash, text]) => ({
      source_locale: from,
      locale: to,
      source_hash,
      text,
      made_at: this.#now(),
    }));
    await this.#query
      .insertInto('machine_translations')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['source_locale', 'locale', 'source_hash']).doUpdateSet((row) => ({
          text: row.ref('excluded.text'),
          made_at: row.ref('excluded.made_at'),
        })),
      )
      .execute();
  }
}
