import type { TrialExtensionOffer } from '@fairwell/contract';
import { formatDate, trialEnd } from '@fairwell/core';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { OfferElement } from '../base/offer-element.js';
import { msg, str } from '../localization/localization.js';
import { durationText } from '../localization/phrases.js';
import { trialExtensionOfferStyles } from './trial-extension-offer.styles.js';

/**
 * @summary Offers a longer trial: by how many days, and when it would end.
 * @tag fw-trial-extension-offer
 *
 * @fires {AcceptEvent} fw-accept - Extend the trial. Can be vetoed.
 * @fires {DeclineEvent} fw-decline - Refuse it and go on.
 * @fires {BackEvent} fw-back - To the step before.
 *
 * @csspart step - The whole step; also `trial-extension-step`.
 * @csspart trial-extension-step - The whole step.
 * @csspart header - Back button, heading and description.
 * @csspart back-button - Leads to the step before.
 * @csspart tag - What the step is about, where a theme shows it.
 * @csspart heading - The offer in a line.
 * @csspart description - The text under it.
 * @csspart body - The terms.
 * @csspart badge - How much longer.
 * @csspart footer - The buttons.
 * @csspart primary-button - Takes the offer.
 * @csspart secondary-button - Refuses it.
 */
export class TrialExtensionOfferElement extends OfferElement {
  static override styles: CSSResultGroup = [OfferElement.styles, trialExtensionOfferStyles];

  protected override readonly kind = 'trial-extension-step';

  /** The offer: how many days more. */
  @property({ attribute: false }) offer?: TrialExtensionOffer | undefined;

  /** IANA name of the zone that dates are told in; the reader's own where it is absent. */
  @property({ attribute: 'time-zone' }) timeZone?: string | undefined;

  protected override defaultHeader(): string {
    return msg('Need more time to decide?', { id: 'extendTrialOfferTitle' });
  }

  protected override acceptLabel(): string {
    return msg('Extend my trial', { id: 'extendTrialCTA' });
  }

  protected override renderBody(): TemplateResult | typeof nothing {
    if (!this.offer) return nothing;
    const { days } = this.offer;
    const duration = durationText(days, 'day', this.locale);
    const end = trialEnd(this.subscriptions, days);
    return html`
      <div class="terms">
        <p part="badge">${msg(str`${duration} longer`, { id: 'trialLonger' })}</p>
        ${end ? this.#renderEnd(end) : nothing}
        <p>${msg('Nothing is charged before the trial ends.', { id: 'trialUncharged' })}</p>
      </div>
    `;
  }

  #renderEnd(end: string): TemplateResult {
    const date = (instant: string): string => formatDate(instant, this.locale, this.timeZone);
    const status = this.subscription?.status;
    return html`
      <p class="end">
        ${msg(str`Your trial would end on ${date(end)}.`, { id: 'extendTrialPunch' })}
      </p>
      ${
        status?.name === 'trial'
          ? html`<p class="now">
              ${msg(str`As it is, it ends on ${date(status.trial.end)}.`, { id: 'trialEndsNow' })}
            </p>`
          : nothing
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fw-trial-extension-offer': TrialExtensionOfferElement;
  }
}
