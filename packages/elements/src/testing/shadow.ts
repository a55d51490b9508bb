import type { FairwellEventMap } from '../events/events.js';

/** The element that shows this part in the shadow of `host`, or the one of that `index`. */
export function part(host: Element, name: string, index = 0): HTMLElement {
  const found = parts(host, name)[index];
  if (!found) throw new Error(`<${host.localName}> shows no part "${name}".`);
  return found;
}

export function parts(host: Element, name: string): HTMLElement[] {
  return host.shadowRoot
    ? [...host.shadowRoot.querySelectorAll<HTMLElement>(`[part~="${name}"]`)]
    : [];
}

/** Text as read on screen, spaces run together. */
export function words(element: Element): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}

/** Collects the events of these names that reach `host`. */
export function recorded<K extends keyof FairwellEventMap>(
  host: HTMLElement,
  ...names: K[]
): FairwellEventMap[K][] {
  const events: FairwellEventMap[K][] = [];
  for (const name of names) host.addEventListener(name, (event) => events.push(event));
  return events;
}

/** The element of this tag within `root`. */
export function element<K extends keyof HTMLElementTagNameMap>(
  root: ParentNode,
  tag: K,
): HTMLElementTagNameMap[K] {
  const found = root.querySelector(tag);
  if (!found) throw new Error(`There is no <${tag}> here.`);
  return found;
}
