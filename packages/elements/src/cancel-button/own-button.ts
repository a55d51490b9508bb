import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { FairwellElement } from '../base/fairwell-element.js';
import { msg } from '../localization/localization.js';
import { buttonStyles } from '../styles/buttons.styles.js';
import { elementStyles } from '../styles/element.styles.js';

/** The button of an `fw-cancel-button` that is given none, with its words and looks. */
export class OwnButtonElement extends FairwellElement {
  static override styles: CSSResultGroup = [elementStyles, buttonStyles];

  protected override render(): TemplateResult {
    return html`
      <button part="secondary-button" type="button">
        ${msg('Cancel subscription', { id: 'cancelSubscription' })}
      </button>
    `;
  }
}
