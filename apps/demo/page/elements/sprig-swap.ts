import { AcceptEvent, DeclineEvent } from '@fairwell/elements';
import { element } from '../dom.ts';

/**
 * An offer of the product's own: the next box in another kind. The flow sets its properties; it
 * answers with `fw-accept` and what was chosen, or with `fw-decline`.
 */
class SprigSwap extends HTMLElement {
  kinds: readonly string[] = [];

  connectedCallback(): void {
    const kind = element(
      'select',
      { name: 'kind' },
      ...this.kinds.map((each) => element('option', {}, each)),
    );
    const take = element('button', { class: 'primary', type: 'button' }, 'Swap my next box');
    const leave = element('button', { type: 'button' }, 'No thanks, continue');
    take.addEventListener('click', () =>
      this.dispatchEvent(new AcceptEvent({ result: { kind: kind.value } })),
    );
    leave.addEventListener('click', () => this.dispatchEvent(new DeclineEvent()));
    this.replaceChildren(
      element('label', {}, element('span', {}, 'Kind of the next box'), kind),
      take,
      leave,
    );
  }
}

customElements.define('sprig-swap', SprigSwap);
