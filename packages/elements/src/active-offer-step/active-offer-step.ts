import type { ActiveOffer } from '@fairwell/contract';
import { formatDate } from '@fairwell/core';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StepElement } from '../base/step-element.js';
import { CloseEvent, NextEvent } from '../events/intents.js';
import { msg, str } from '../localization/localization.js';
import { couponText } from '../localization/phrases.js';
import { activeOfferStepStyles } from './active-offer-step.styles.js';

/** What the customer has, and how long it lasts if that is known. */
interface Terms {
  header: string;
  badge: string;
  lasting: string | undefined;
}

/**
 * @summary Reminds of a discount or a pause that is still in force and would be lost.
 * @tag fw-active-offer-step
 *
 * @fires {CloseEvent} fw-close - Keep it and leave the flow. Can be vetoed.
 * @fires {NextEvent} fw-next - Go on to leave.
 * @fires {BackEvent} fw-back - To the step before.
 *
 * @csspart step - The whole step; also `active-offer-step`.
 * @csspart active-offer-step - The whole step.
 * @csspart header - Back button, heading and description.
 * @csspart back-button - Leads to the step before.
 * @csspart tag - What the step is about, where a theme shows it.
 * @csspart heading - What is in force.
 * @csspart description - The text under it.
 * @csspart body - The terms.
 * @csspart badge - The discount, or that billing is paused.
 * @csspart footer - The buttons.
 * @csspart primary-button - Keeps it.
 * @csspart secondary-button - Goes on.
 */
export class ActiveOfferStepElement extends StepElement {
  static override styles: CSSResultGroup = [StepElement.styles, activeOfferStepStyles];

  protected override readonly kind = 'active-offer-step';

  /** What was accepted earlier. */
  @property({ attribute: false }) activeOffer?: ActiveOffer | undefined;

  /** IANA zone in which the date is told; the reader's own where it is absent. */
  @property({ attribute: 'time-zone' }) timeZone?: string | undefined;

  protected override defaultHeader(): string {
    return this.#terms?.header ?? '';
  }

  protected override renderBody(): TemplateResult | typeof nothing {
    const terms = this.#terms;
    if (!terms) return nothing;
    return html`<div class="terms">
      <p part="badge">${terms.badge}</p>
      ${terms.lasting ? html`<p>${terms.lasting}</p>` : nothing}
    </div>`;
  }

  protected override renderFooter(): TemplateResult {
    return html`
      ${this.renderButton(
        'primary-button',
        msg('Keep my subscription', { id: 'activeOfferKeep' }),
        () => new CloseEvent(),
      )}
      ${this.renderButton(
        'secondary-button',
        msg('Continue to cancel', { id: 'activeOfferContinue' }),
        () => new NextEvent(),
      )}
    `;
  }

  get #terms(): Terms | undefined {
    const active = this.activeOffer;
    if (!active) return undefined;
    return active.type === 'discount' ? this.#discount(active) : this.#pause(active);
  }

  #discount({ discount: { coupon, end } }: Extract<ActiveOffer, { type: 'discount' }>): Terms {
    return {
      header: msg('Your discount is still running', { id: 'activeOfferDiscountHeader' }),
      badge: couponText(coupon, this.locale),
      lasting: end && msg(str`It is valid until ${this.#date(end)}.`, { id: 'discountValidUntil' }),
    };
  }

  #pause({ resumesAt }: Extract<ActiveOffer, { type: 'pause' }>): Terms {
    return {
      header: msg('Your subscription is paused', { id: 'subscriptionPauseNotice' }),
      badge: msg('You are not being billed', { id: 'activeOfferPauseBadge' }),
      lasting:
        resumesAt &&
        msg(str`Billing starts again on ${this.#date(resumesAt)}.`, {
          id: 'activeOfferResumesAt',
        }),
    };
  }

  #date(instant: string): string {
    return formatDate(instant, this.locale, this.timeZone);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fw-active-offer-step': ActiveOfferStepElement;
  }
}
