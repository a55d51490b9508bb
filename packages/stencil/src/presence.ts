import { getElement } from '@stencil/core';
import { isServer } from './server.js';

export const presenceTag = 'fw-presence';

/** What is told that it came onto the page, and that it went. */
export interface Presence {
  /** @param isBack was it on the page before. */
  arrive?: ((presence: HTMLElement, isBack: boolean) => void) | undefined;
  leave?: ((presence: HTMLElement) => void) | undefined;
}

/**
 * Registers an element that knows whether it is on the page. Stencil tells an instance only in some of
 * its builds, and a functional component in none; the browser tells every custom element. Does nothing
 * on a server.
 */
export function definePresence(): void {
  if (isServer() || customElements.get(presenceTag)) return;
  customElements.define(
    presenceTag,
    class extends HTMLElement implements Presence {
      declare arrive?: Presence['arrive'];
      declare leave?: Presence['leave'];
      #isThere = false;
      #wasThere = false;

      connectedCallback(): void {
        this.#look();
      }

      disconnectedCallback(): void {
        this.#look();
      }

      /** After the move, if it is one: what is only put elsewhere has not left. */
      #look(): void {
        queueMicrotask(() => {
          if (this.isConnected === this.#isThere) return;
          this.#isThere = this.isConnected;
          if (!this.#isThere) return this.leave?.(this);
          this.arrive?.(this, this.#wasThere);
          this.#wasThere = true;
        });
      }
    },
  );
}

/** Tells of a component, as it is in its constructor, that it came onto the page, and that it went. */
export function follow(
  component: object,
  { arrive, leave }: { arrive: () => void; leave: () => void },
): void {
  if (isServer()) return;
  definePresence();
  // While it is constructed, an instance may have no element yet, and an element no content.
  queueMicrotask(() => {
    const element = getElement(component);
    const presence: HTMLElement & Presence = document.createElement(presenceTag);
    const place = () => (element.shadowRoot ?? element).append(presence);
    presence.hidden = true;
    presence.arrive = arrive;
    presence.leave = () => {
      // Content that the component replaces takes this with it.
      if (element.isConnected) place();
      else leave();
    };
    place();
  });
}
