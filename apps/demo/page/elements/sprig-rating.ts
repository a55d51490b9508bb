import { NextEvent } from '@fairwell/elements';
import { element } from '../dom.ts';

/**
 * A step of the product's own: how many sprigs out of `best`. The flow sets its properties, and takes
 * `fw-next` with the mark as the step's answer.
 */
class SprigRating extends HTMLElement {
  best = 5;

  connectedCallback(): void {
    const marks = Array.from({ length: this.best }, (_, index) => String(index + 1));
    const form = element(
      'form',
      {},
      element(
        'fieldset',
        {},
        element('legend', {}, `1 is poor, ${this.best} is very good.`),
        ...marks.map((mark) =>
          element(
            'label',
            {},
            element('input', { type: 'radio', name: 'mark', value: mark, required: '' }),
            mark,
          ),
        ),
      ),
      element('button', { class: 'primary' }, 'Continue'),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const mark = Number(new FormData(form).get('mark'));
      this.dispatchEvent(new NextEvent({ mark }));
    });
    this.replaceChildren(form);
  }
}

customElements.define('sprig-rating', SprigRating);
