import { ReactiveElement } from 'lit';
import catalogue from '../../../locales/en.json' with { type: 'json' };
import { addPseudoLocale, pseudoLocale } from '../pseudo-locale.js';
import { layoutFindings } from './layout.js';
import { enter, narrow } from './modes.js';
import { drawnElements, elementsBelow, isOurs, nameOf } from './visible.js';

addPseudoLocale();

/** The English messages as they look once their values are filled in; without those that are values alone. */
const english: readonly RegExp[] = Object.values(catalogue)
  .map(({ text }) => text)
  .filter((text) => /\p{L}{2}/u.test(text.replace(/\{\w+\}/g, '')))
  .map((text) => {
    const literal = text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
    // Before a unit stands a number, and not whatever ends in “a month”.
    const pattern = literal.replaceAll('{count}', '\\d+').replace(/\{\w+\}/g, '.+');
    return new RegExp(`^${pattern}$`, 's');
  });

/** What our elements say: the words in them, and those that only a screen reader says. */
function textsOf(element: HTMLElement): string[] {
  const words = Array.from(element.childNodes, (node) => (node instanceof Text ? node.data : ''));
  return [words.join(' '), element.getAttribute('aria-label') ?? ''].map((text) =>
    text.replace(/\s+/g, ' ').trim(),
  );
}

async function settled(): Promise<void> {
  const elements = elementsBelow(document.body).filter((each) => each instanceof ReactiveElement);
  for (const element of elements) await element.updateComplete;
}

async function speak(lang: string): Promise<void> {
  document.documentElement.lang = lang;
  // The elements hear of it after what is going on now; what stands in others, after those.
  await Promise.resolve();
  await settled();
  await settled();
}

/** What of this page is cut off in a language of long words, at 320 px, and what stays in English. */
export async function translationFindings(): Promise<string[]> {
  const { lang } = document.documentElement;
  await enter(narrow);
  await speak(pseudoLocale);
  const untranslated = drawnElements(document.body)
    .filter(isOurs)
    .flatMap((element) =>
      textsOf(element)
        .filter((text) => english.some((message) => message.test(text)) && !text.includes('['))
        .map((text) => `${nameOf(element)} is not translated: “${text}”`),
    );
  const found = [...untranslated, ...layoutFindings()];
  await speak(lang);
  return found.map((each) => `pseudo-locale: ${each}`);
}
