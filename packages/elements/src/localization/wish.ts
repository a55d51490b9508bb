import type { LanguageTag } from './i18n.js';

/** Words in place of ours, by language and key, whoever they are from: checked when they are used. */
export type Overrides = Readonly<
  Record<string, Readonly<Record<string, string | undefined>> | undefined>
>;

/** What a host says about the language of an element. */
export interface Speech {
  /** Without it the page decides. */
  readonly lang: LanguageTag | undefined;
  /** Words in place of ours; the later go before the earlier. */
  readonly messages: readonly Overrides[];
}

/** The language that is asked for. */
export interface Wish {
  /** BCP 47 tags, the best first; none where what is declared is no tag. */
  readonly tags: readonly string[];
  /** As the host or the page says it; undefined where only the browser is asked. */
  readonly declared: string | undefined;
  /** Words in place of ours; the later go before the earlier. */
  readonly messages: readonly Overrides[];
}

/** Upward, and out of shadow roots. */
function closest(element: Element, selector: string): Element | undefined {
  const found = element.closest(selector);
  if (found) return found;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? closest(root.host, selector) : undefined;
}

function declaring(element: Element): Element | undefined {
  return closest(element, '[lang]:not([lang=""])');
}

/** Chromium makes a tag that is none of a POSIX locale. */
function isWellFormed(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** Explicit, else the nearest `lang`, which may be the page's, else the languages of the browser. */
export function wishOf(element: Element, { lang, messages }: Speech): Wish {
  const declared = lang ?? declaring(element)?.getAttribute('lang') ?? undefined;
  const tags = declared ? [declared] : navigator.languages;
  return { tags: tags.filter(isWellFormed), declared, messages };
}

/**
 * Does the page say in which direction the words run: where it says so for the very part whose
 * language it declares. Another `dir` belongs to another language.
 */
export function hasDirection(element: Element): boolean {
  const holder = closest(element, '[dir]');
  return !!holder && !!declaring(element)?.contains(holder);
}
