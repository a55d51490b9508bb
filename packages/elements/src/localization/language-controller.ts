import type { ReactiveController, ReactiveElement } from 'lit';
import { english, isEnglish, report, type Language } from './language.js';
import { useWords } from './localization.js';
import { hasDirection, wishOf, type Speech, type Wish } from './wish.js';

/** In milliseconds: so long an element waits for its language before it speaks English. */
const patience = 1000;

const connected = new Map<Element, LanguageController>();
let observer: MutationObserver | undefined;

function renewAll(): void {
  for (const { host } of connected.values()) host.requestUpdate();
}

/** The language of one element, and its loading. What stands in another element of ours speaks as that does. */
export class LanguageController implements ReactiveController {
  readonly host: ReactiveElement;
  readonly #speech: () => Speech;
  #language: Language | undefined;
  #wished = '';

  constructor(host: ReactiveElement, speech: () => Speech) {
    this.host = host;
    this.#speech = speech;
    host.addController(this);
  }

  /** For numbers, money and dates, and for who else speaks to the customer. */
  get locale(): string {
    return this.#language?.locale ?? this.#parent?.locale ?? this.#wish.tags[0] ?? 'en';
  }

  /** What the reader would take, the best first. */
  get wished(): readonly string[] {
    return this.#wish.tags;
  }

  hostConnected(): void {
    connected.set(this.host, this);
    observer ??= new MutationObserver(renewAll);
    observer.observe(document, { subtree: true, attributeFilter: ['lang', 'dir'] });
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    connected.delete(this.host);
  }

  /** @returns a promise while the language is being loaded; it is kept, and not for long. */
  settle(): Promise<unknown> | undefined {
    const parent = this.#parent;
    if (parent) {
      this.#speak(parent.#language);
      return undefined;
    }
    const wish = this.#wish;
    const wished = JSON.stringify(wish);
    if (wished === this.#wished) return undefined;
    this.#wished = wished;
    const [tag = wish.declared ?? 'en'] = wish.tags;
    if (isEnglish(tag) && wish.messages.length === 0) {
      this.#speak(english(tag));
      return undefined;
    }
    return Promise.race([
      this.#load(wish, wished),
      new Promise((resolve) => setTimeout(resolve, patience)),
    ]);
  }

  /** What is drawn next is in the language of this element. */
  use(): void {
    const { words, tag } = this.#language ?? english('en');
    useWords(words, tag);
  }

  /** Says of the words which language they are, where they are of another than what is around. */
  hostUpdated(): void {
    if (this.#parent) return;
    const { tag, isRightToLeft } = this.#language ?? english('en');
    const keepsDirection = !this.#speech().lang && hasDirection(this.host);
    for (const child of this.host.renderRoot.children) {
      child.setAttribute('lang', tag);
      if (keepsDirection || child instanceof HTMLSlotElement) child.removeAttribute('dir');
      else child.setAttribute('dir', isRightToLeft ? 'rtl' : 'ltr');
    }
  }

  get #wish(): Wish {
    return wishOf(this.host, this.#speech());
  }

  get #parent(): LanguageController | undefined {
    const root = this.host.getRootNode();
    return root instanceof ShadowRoot ? connected.get(root.host) : undefined;
  }

  async #load(wish: Wish, wished: string): Promise<void> {
    let language = english('en');
    try {
      const { loadLanguage } = await import('./languages.js');
      language = await loadLanguage(wish);
    } catch (error) {
      report('The languages could not be loaded.', error);
    }
    if (wished === this.#wished) this.#speak(language);
  }

  #speak(language: Language | undefined): void {
    if (language === this.#language) return;
    this.#language = language;
    this.host.requestUpdate();
    for (const each of connected.values()) if (each.#parent === this) each.host.requestUpdate();
  }
}
