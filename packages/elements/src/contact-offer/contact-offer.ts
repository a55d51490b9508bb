import type { ContactOffer } from '@fairwell/contract';
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { OfferElement } from '../base/offer-element.js';
import { msg } from '../localization/localization.js';

/**
 * @summary Offers to talk to a person before anything is decided.
 * @tag fw-contact-offer
 *
 * @fires {AcceptEvent} fw-accept - Get in touch. Can be vetoed.
 * @fires {DeclineEvent} fw-decline - Refuse it and go on.
 * @fires {BackEvent} fw-back - To the step before.
 *
 * @csspart step - The whole step; also `contact-step`.
 * @csspart contact-step - The whole step.
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
export class ContactOfferElement extends OfferElement {
  protected override readonly kind = 'contact-step';

  /** The offer: the words of its button. */
  @property({ attribute: false }) offer?: ContactOffer | undefined;

  protected override defaultHeader(): string {
    return msg('Can we help you with something?', { id: 'offerContactTag' });
  }

  protected override acceptLabel(): string {
    return this.offer?.label || msg('Contact us', { id: 'getHelp' });
  }

  protected override renderBody(): TemplateResult {
    return html`<p>${msg('Your subscription stays as it is.', { id: 'unchanged' })}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fw-contact-offer': ContactOfferElement;
  }
}
