import type { StepElement } from '../base/step-element.js';
import type { View } from './views.js';

/**
 * Holds the one element on show. It lives as long as its page, so that typed words, focus and
 * scroll stay while the page changes in itself.
 */
export class Stage {
  readonly #exportParts: string;
  #element: StepElement | undefined;
  #shown: string | undefined;

  constructor(exportParts: string) {
    this.#exportParts = exportParts;
  }

  get element(): StepElement | undefined {
    return this.#element;
  }

  /** @returns whether another element took the stage. */
  show({ tag, id, properties, slots = {} }: View): boolean {
    const page = `${tag} ${id}`;
    const same = page === this.#shown ? this.#element : undefined;
    this.#element = same ?? this.#create(tag, slots);
    this.#shown = page;
    Object.assign(this.#element, properties);
    return !same;
  }

  clear(): void {
    this.#element = undefined;
    this.#shown = undefined;
  }

  #create(tag: View['tag'], slots: Record<string, string>): StepElement {
    const element = document.createElement(tag);
    element.setAttribute('exportparts', this.#exportParts);
    for (const [inside, outside] of Object.entries(slots)) {
      const slot = document.createElement('slot');
      slot.name = outside;
      slot.slot = inside;
      element.append(slot);
    }
    return element;
  }
}
