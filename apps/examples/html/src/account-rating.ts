import { NextEvent } from '@fairwell/elements';
import { state, watch, words } from './store.js';

/** A step of the product's own: how good the last box was. It answers with a mark from 1 to 5. */
class AccountRating extends HTMLElement {
  #mark = '';
  #stop: (() => void) | undefined;

  connectedCallback(): void {
    const form = document.createElement('form');
    const fieldset = document.createElement('fieldset');
    const legend = document.createElement('legend');
    const mark = document.createElement('p');
    const send = document.createElement('button');
    mark.dataset['testid'] = 'mark';
    fieldset.append(legend, ...['1', '2', '3', '4', '5'].map((value) => this.#choice(value)));
    form.append(fieldset, mark, send);
    form.addEventListener('change', (event) => {
      if (event.target instanceof HTMLInputElement) this.#mark = event.target.value;
      mark.textContent = this.#mark;
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.dispatchEvent(new NextEvent({ mark: Number(this.#mark) }));
    });
    this.#stop = watch(() => {
      legend.textContent = words().rate(state.account?.plan ?? '');
      send.textContent = words().send;
    });
    this.replaceChildren(form);
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }

  #choice(value: string): HTMLLabelElement {
    const label = document.createElement('label');
    const input = document.createElement('input');
    Object.assign(input, { type: 'radio', name: 'mark', value });
    label.append(input, ` ${value}`);
    return label;
  }
}

customElements.define('account-rating', AccountRating);
