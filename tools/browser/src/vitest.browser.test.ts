import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';

class GreetingButton extends LitElement {
  static override properties = { pressed: { type: Boolean } };
  declare pressed: boolean;

  override render() {
    return html`<button @click=${() => (this.pressed = true)}>
      ${this.pressed ? 'Goodbye' : 'Hello'}
    </button>`;
  }
}
customElements.define('greeting-button', GreetingButton);

describe('a browser test', () => {
  it('renders a Lit element and presses its button with a real pointer', async () => {
    const element = await fixture<GreetingButton>(html`<greeting-button></greeting-button>`);
    const button = element.shadowRoot?.querySelector('button');
    expect(button).to.have.trimmed.text('Hello');
    await userEvent.click(button as HTMLButtonElement);
    await element.updateComplete;
    expect(button).to.have.trimmed.text('Goodbye');
  });

  it('checks accessibility with axe', async () => {
    await expect(await fixture(html`<button>Named</button>`)).to.be.accessible();
    // eslint-disable-next-line lit-a11y/accessible-name -- axe is meant to find this
    await expect(await fixture(html`<button></button>`)).not.to.be.accessible();
  });
});
