import { words } from './store.js';

/** @throws if there is none within. */
export function find<E extends HTMLElement>(
  within: ParentNode,
  selector: string,
  kind: new () => E,
): E {
  const found = within.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`There is no ${selector}.`);
}

/** One of Fairwell's elements. @throws if there is none within. */
export function findElement<T extends keyof HTMLElementTagNameMap>(
  within: ParentNode,
  tag: T,
): HTMLElementTagNameMap[T] {
  const found = within.querySelector(tag);
  if (found) return found;
  throw new Error(`There is no ${tag}.`);
}

/** A copy of a template of the page. */
export function stamp(id: string): HTMLElement {
  const content = find(document, `#${id}`, HTMLTemplateElement).content;
  return find(document.importNode(content, true), 'main', HTMLElement);
}

/** Words in the language of the page, where the markup asks for them. */
export function fillWords(within: ParentNode): void {
  const known = words();
  for (const element of within.querySelectorAll<HTMLElement>('[data-word]')) {
    const word = known[element.dataset['word'] as keyof typeof known];
    if (typeof word === 'string') element.textContent = word;
  }
}

/** The choices of a select, which keeps what was chosen. */
export function fillOptions(select: HTMLSelectElement, names: Record<string, string>): void {
  const { value } = select;
  select.replaceChildren(...Object.entries(names).map(([key, name]) => new Option(name, key)));
  if (value) select.value = value;
}
