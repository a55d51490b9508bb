import { find } from './dom.js';
import { watch, words } from './store.js';

const list = find(document, '#heard', HTMLOListElement);

watch(() => (list.ariaLabel = words().heard));

/** Writes down what the page was told. */
export function hear(what: string): void {
  const item = document.createElement('li');
  item.textContent = what;
  list.append(item);
}
