import type { Customer, CustomOffer, CustomStep } from '@fairwell/contract';
import { AcceptEvent, DeclineEvent, NextEvent } from '../events/intents.js';

/** An element as a host might bring one: plain, with a light tree, without Lit. */
export class RatingElement extends HTMLElement {
  step?: CustomStep;
  offer?: CustomOffer;
  customer?: Customer;
  /** The highest mark. */
  best = 5;

  connectedCallback(): void {
    const question = document.createElement('p');
    question.textContent = `${this.customer?.firstName ?? 'Hello'}, how was it?`;
    this.replaceChildren(
      question,
      this.#button(`${this.best} of ${this.best}`, () =>
        this.offer
          ? new AcceptEvent({ result: { mark: this.best } })
          : new NextEvent({ mark: this.best }),
      ),
      ...(this.offer ? [this.#button('No, thanks', () => new DeclineEvent())] : []),
    );
  }

  #button(label: string, intent: () => Event): HTMLButtonElement {
    const button = document.createElement('button');
    button.textContent = label;
    button.addEventListener('click', () => this.dispatchEvent(intent()));
    return button;
  }
}

customElements.define('acme-rating', RatingElement);

declare global {
  interface HTMLElementTagNameMap {
    'acme-rating': RatingElement;
  }
}
