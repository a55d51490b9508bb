import type {
  Flow,
  FlowLanguages,
  Mode,
  TranslatedFlow,
  TranslateFlowRequest,
  Translation,
} from '@fairwell/contract';
import {
  FairwellError,
  isAutomatic,
  isLocale,
  parseFlow,
  sourceHash,
  textsOf,
  wordsFor,
  type FlowText,
  type Words,
} from '@fairwell/core';
import type { FlowStore } from '../flows/flow-store.js';
import { flowToPublish } from '../flows/publishable.js';
import { languagesOf } from './flow-languages.js';
import type { TranslationCache } from './translation-cache.js';
import type { SourceText, Translator } from './translator.js';

export interface FlowTranslatorOptions {
  store: FlowStore;
  cache: TranslationCache;
  /** Asked in turn: the next for what the one before has no translation of. */
  translators: readonly Translator[];
}

type Translations = Record<string, Translation>;
type Refused = TranslatedFlow['refused'];

/** Fills in a draft's translations, so that they are there before it is published. */
export class FlowTranslator {
  readonly #options: FlowTranslatorOptions;

  constructor(options: FlowTranslatorOptions) {
    this.#options = options;
  }

  /** @throws {FairwellError} `not_found`, or `invalid_flow` if the draft is no flow yet. */
  async languages(mode: Mode, id: string): Promise<FlowLanguages> {
    const { draft, revision } = await this.#options.store.get(mode, id);
    const flow = flowToPublish(draft.flow, id);
    return { revision, locale: flow.locale ?? null, languages: languagesOf(flow) };
  }

  /**
   * Has what is missing made, and what is stale made anew. What somebody wrote is left as it is.
   * @throws {FairwellError} `action_unsupported` without a translator, `conflict` if the draft has
   * been changed, or what a translator throws; nothing is written then.
   */
  async translate(
    mode: Mode,
    id: string,
    { revision, locales, again = false }: TranslateFlowRequest,
  ): Promise<TranslatedFlow> {
    const { store, translators } = this.#options;
    if (translators.length === 0)
      throw new FairwellError('action_unsupported', 'The service was started without a translator');
    const { draft, revision: current } = await store.get(mode, id);
    if (current !== revision)
      throw new FairwellError('conflict', `The draft is at revision ${current}`, {
        field: 'revision',
      });
    const flow = flowToPublish(draft.flow, id);
    const translations = { ...flow.translations };
    const made: Record<string, number> = {};
    const refused: Refused = [];
    for (const tag of tagsFor(flow, locales)) {
      const fresh = await this.#translateInto(flow, tag, again);
      const sound = soundOnly(flow, tag, fresh, refused);
      translations[tag] = { ...lasting(flow, tag), ...sound };
      made[tag] = Object.keys(sound).length;
    }
    const isChanged = JSON.stringify(translations) !== JSON.stringify(flow.translations);
    const next = { ...draft, flow: { ...draft.flow, translations } };
    const stored = isChanged ? await store.updateDraft(mode, id, next, revision) : { revision };
    return {
      revision: stored.revision,
      locale: flow.locale ?? null,
      languages: languagesOf({ ...flow, translations }),
      made,
      refused,
    };
  }

  async #translateInto(flow: Flow, tag: string, again: boolean): Promise<Translations> {
    const given = flow.translations?.[tag] ?? {};
    const wanted = textsOf(flow).filter((text) => {
      // What something costs is nothing for a machine to say in its own way.
      if (text.kind === 'amount') return false;
      const translation = given[text.key];
      if (translation === undefined) return true;
      return isAutomatic(translation) && (again || wordsFor(text, translation) === undefined);
    });
    const lines = wanted.flatMap(linesOf);
    const answers = await this.#ask(lines, flow.locale ?? '', tag, again);
    let line = 0;
    return Object.fromEntries(
      wanted.flatMap((text): [string, Translation][] => {
        const count = linesOf(text).length;
        const words = wordsOf(text, answers.slice(line, (line += count)));
        return words === undefined
          ? []
          : [[text.key, { text: words, source: sourceHash(text.text) }]];
      }),
    );
  }

  async #ask(
    lines: readonly SourceText[],
    from: string,
    to: string,
    again: boolean,
  ): Promise<readonly (string | null)[]> {
    const { cache, translators } = this.#options;
    const answers: (string | null)[] = lines.map(() => null);
    for (const translator of translators) {
      const open = [...lines.entries()].filter(([index]) => answers[index] === null);
      if (open.length === 0) break;
      const texts = open.map(([, text]) => text);
      const made = translator.isRemote
        ? await cache.translate(translator, texts, from, to, again)
        : await translator.translate(texts, from, to);
      open.forEach(([index], place) => (answers[index] = made[place] ?? null));
    }
    return answers;
  }
}

function linesOf({ kind, text }: FlowText): SourceText[] {
  return [text].flat().map((each) => ({ kind: kind === 'rich' ? 'rich' : 'plain', text: each }));
}

function wordsOf({ text }: FlowText, lines: readonly (string | null)[]): Words | undefined {
  const made = lines.filter((each) => each !== null);
  if (made.length < lines.length) return undefined;
  return typeof text === 'string' ? made[0] : made;
}

/**
 * The languages to translate into, spelled as the flow does.
 * @throws {FairwellError} that names the one that cannot be.
 */
function tagsFor({ locale, translations = {} }: Flow, locales: string[] | undefined): string[] {
  if (locale === undefined || !isLocale(locale))
    throw new FairwellError('invalid_flow', 'flow.locale must say which language the flow is in', {
      field: 'flow.locale',
    });
  const present = Object.keys(translations);
  const canonical = (tag: string): string | undefined => Intl.getCanonicalLocales(tag)[0];
  const tags = (locales ?? present).map((tag, index) => {
    if (!isLocale(tag) || canonical(tag) === canonical(locale))
      throw new FairwellError(
        'invalid_request',
        `locales[${index}] must be the BCP 47 tag of another language than the flow's own, like "pt-BR"`,
        { field: `locales[${index}]` },
      );
    return present.find((each) => canonical(each) === canonical(tag)) ?? canonical(tag) ?? tag;
  });
  if (tags.length === 0)
    throw new FairwellError('invalid_request', 'locales is required: the flow has none yet', {
      field: 'locales',
    });
  return [...new Set(tags)];
}

/** What is there already and is still shown. */
function lasting(flow: Flow, tag: string): Translations {
  const given = flow.translations?.[tag] ?? {};
  const texts = textsOf(flow).filter((text) => wordsFor(text, given[text.key]) !== undefined);
  const keys = new Set(texts.map(({ key }) => key));
  return Object.fromEntries(Object.entries(given).filter(([key]) => keys.has(key)));
}

/** Without what could not be published, which is told in `refused`. */
function soundOnly(flow: Flow, tag: string, made: Translations, refused: Refused): Translations {
  const faultIn = (some: Translations): FairwellError | undefined => {
    try {
      parseFlow({ ...flow, translations: { [tag]: some } });
      return undefined;
    } catch (error) {
      if (error instanceof FairwellError) return error;
      throw error;
    }
  };
  if (!faultIn(made)) return made;
  return Object.fromEntries(
    Object.entries(made).filter(([key, each]) => {
      const fault = faultIn({ [key]: each });
      if (fault) refused.push({ locale: tag, key, message: fault.message });
      return !fault;
    }),
  );
}
