import type { Discount } from '@fairwell/contract';
import { formatDate } from '@fairwell/core';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StepElement } from '../base/step-element.js';
import { flag } from '../base/flag.js';
import { AcknowledgeEvent, CloseEvent, ConfirmEvent } from '../events/intents.js';
import { msg, str } from '../localization/localization.js';
import { couponText } from '../localization/phrases.js';
import { confirmStepStyles } from './confirm-step.styles.js';

/**
 * @summary Says what cancelling means, and cancels.
 * @tag fw-confirm-step
 *
 * @slot extra - What a business adds above the buttons.
 *
 * @fires {ConfirmEvent} fw-confirm - Cancel the subscription. Can be vetoed.
 * @fires {AcknowledgeEvent} fw-acknowledge - The box was ticked or unticked; `detail.value` says which.
 * @fires {CloseEvent} fw-close - Keep the subscription. Can be vetoed.
 * @fires {BackEvent} fw-back - To the step before.
 *
 * @csspart step - The whole step; also `confirm-step`.
 * @csspart confirm-step - The whole step.
 * @csspart header - Back button, heading and description.
 * @csspart back-button - Leads to the step before.
 * @csspart tag - What the step is about, where a theme shows it.
 * @csspart heading - The question.
 * @csspart description - The text under it.
 * @csspart body - What cancelling means.
 * @csspart notice - A discount that would be lost.
 * @csspart alert - Why the last press did not go on.
 * @csspart footer - The buttons.
 * @csspart danger-button - Cancels.
 * @csspart secondary-button - Keeps the subscription.
 */
export class ConfirmStepElement extends StepElement {
  static override styles: CSSResultGroup = [StepElement.styles, confirmStepStyles];

  protected override readonly kind = 'confirm-step';

  /** What the customer would no longer have. */
  @property({ attribute: false }) losses: readonly string[] = [];

  /** When access would end, ISO 8601 UTC; absent where it is not known. */
  @property({ attribute: 'ends-at' }) endsAt?: string | undefined;

  /** Discounts in force that would be lost. */
  @property({ attribute: false }) discounts: readonly Discount[] = [];

  /** What the customer ticks before they can cancel; absent where nothing is asked. */
  @property() acknowledgement?: string | undefined;

  /** Is it ticked. */
  @property({ type: Boolean, converter: flag }) acknowledged = false;

  protected override defaultHeader(): string {
    return msg('Cancel your subscription?', { id: 'finalConfirmation' });
  }

  protected override renderBody(): TemplateResult {
    return html`
      ${this.endsAt ? html`<p>${this.#ending(this.endsAt)}</p>` : nothing}
      ${this.losses.length > 0 ? this.#renderLosses() : nothing}
      ${this.discounts.map((discount) => this.#renderDiscount(discount))}
      <slot name="extra"></slot>
      ${this.acknowledgement ? this.#renderAcknowledgement(this.acknowledgement) : nothing}
      ${this.renderIssue()}
    `;
  }

  protected override renderFooter(): TemplateResult {
    return html`
      ${this.renderButton(
        'danger-button',
        msg('Cancel subscription', { id: 'confirmAndCancel' }),
        () => new ConfirmEvent(),
      )}
      ${this.renderButton(
        'secondary-button',
        msg('Keep my subscription', { id: 'nevermind' }),
        () => new CloseEvent(),
      )}
    `;
  }

  #ending(endsAt: string): string {
    const date = formatDate(endsAt, this.locale);
    return new Date(endsAt) > new Date()
      ? msg(str`You can use everything until ${date}, and nothing more is charged.`, {
          id: 'confirmEndsAt',
        })
      : msg('Your access ends right away.', { id: 'confirmEndsNow' });
  }

  #renderLosses(): TemplateResult {
    return html`<div>
      <p class="losses-label" id="losses">${msg('You would no longer have:', { id: 'losses' })}</p>
      <ul class="losses" aria-labelledby="losses">
        ${this.losses.map((loss) => html`<li>${loss}</li>`)}
      </ul>
    </div>`;
  }

  #renderDiscount({ coupon, end }: Discount): TemplateResult {
    const discount = couponText(coupon, this.locale);
    return html`<p part="notice">
      ${
        end
          ? msg(
              str`You would also lose your discount: ${discount}, valid until ${formatDate(end, this.locale)}.`,
              { id: 'discountLostUntil' },
            )
          : msg(str`You would also lose your discount: ${discount}.`, { id: 'discountLost' })
      }
    </p>`;
  }

  #renderAcknowledgement(words: string): TemplateResult {
    return html`<label class="acknowledgement">
      <input
        type="checkbox"
        aria-describedby="issue"
        aria-invalid=${this.issue !== null}
        ?disabled=${this.busy}
        .checked=${this.acknowledged}
        @change=${() => {
          this.acknowledged = !this.acknowledged;
          this.dispatchEvent(new AcknowledgeEvent(this.acknowledged));
        }}
      />
      <span>${words}</span>
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fw-confirm-step': ConfirmStepElement;
  }
}
