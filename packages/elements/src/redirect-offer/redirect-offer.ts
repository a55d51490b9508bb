import type { RedirectOffer } from '@fairwell/contract';
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { OfferElement } from '../base/offer-element.js';
import { msg } from '../localization/localization.js';

/**
 * @summary Offers another page: a guide, a survey, a person's calendar.
 * @tag fw-redirect-offer
 *
 * @fires {AcceptEvent} fw-accept - Go to the page. Can be vetoed.
 * @fires {DeclineEvent} fw-decline - Refuse it and go on.
 * @fires {BackEvent} fw-back - To the step before.
 *
 * @csspart step - The whole step; also `redirect-step`.
 * @csspart redirect-step - The whole step.
 * @csspart header - Back button, heading and description.
 * @csspart back-button - Leads to the step before.
 * @csspart tag - What the step is about, where a theme shows it.
 * @csspart heading - The offer in a line.
 * @csspart description - The text under it.
 * @csspart body - What it means for the subscription.
 * @csspart footer - The buttons.
 * @csspart primary-button - Takes the offer.
 * @csspart secondary-button - Refuses it.
 */
export class RedirectOfferElement extends OfferElement {
  protected override readonly kind = 'redirect-step';

  /** The offer: where it leads, and the words of its button. */
  @property({ attribute: false }) offer?: RedirectOffer | undefined;

  protected override defaultHeader(): string {
    return msg('This might help', { id: 'offerRedirectTag' });
  }

  protected override acceptLabel(): string {
    return this.offer?.label || msg('Continue', { id: 'next' });
  }

  protected override renderBody(): TemplateResult {
    return html`<p>${msg('Your subscription stays as it is.', { id: 'unchanged' })}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fw-redirect-offer': RedirectOfferElement;
  }
}
