import type { ActionType } from '@fairwell/contract';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StepElement } from '../base/step-element.js';
import { flag } from '../base/flag.js';
import { CloseEvent } from '../events/intents.js';
import { msg } from '../localization/localization.js';
import { progressStepStyles } from './progress-step.styles.js';

const headers: Record<ActionType, () => string> = {
  cancel: () => msg('Cancelling your subscription…', { id: 'applyingCancel' }),
  discount: () => msg('Applying your discount…', { id: 'applyingDiscount' }),
  pause: () => msg('Pausing your subscription…', { id: 'applyingPause' }),
  planChange: () => msg('Changing your plan…', { id: 'applyingPlanChange' }),
  trialExtension: () => msg('Extending your trial…', { id: 'applyingTrialExtension' }),
  contact: () => msg('One moment…', { id: 'applyingCustomerAction' }),
  redirect: () => msg('One moment…', { id: 'applyingCustomerAction' }),
  custom: () => msg('One moment…', { id: 'applyingCustomerAction' }),
};

/**
 * @summary Shows that something is under way.
 * @tag fw-progress-step
 *
 * @fires {CloseEvent} fw-close - Stop waiting. Can be vetoed.
 *
 * @csspart step - The whole step; also `progress-step`.
 * @csspart progress-step - The whole step.
 * @csspart header - Heading and description.
 * @csspart tag - What the step is about, where a theme shows it.
 * @csspart heading - What is being done.
 * @csspart description - The text under it.
 * @csspart body - The bar, and a word when it takes long.
 * @csspart notice - What to do when it takes long.
 * @csspart footer - The button.
 * @csspart secondary-button - Closes, when it takes long.
 */
export class ProgressStepElement extends StepElement {
  static override styles: CSSResultGroup = [StepElement.styles, progressStepStyles];

  protected override readonly kind = 'progress-step';

  /** What is being done; absent while the flow loads. */
  @property() action?: ActionType | undefined;

  /** It is taking long: say so, and show a way out. */
  @property({ type: Boolean, converter: flag }) slow = false;

  protected override defaultHeader(): string {
    return this.action ? headers[this.action]() : msg('Loading…', { id: 'loading' });
  }

  protected override renderBody(): TemplateResult {
    return html`
      <progress aria-labelledby="heading"></progress>
      ${
        this.slow
          ? html`<p part="notice" role="status">
              ${msg(
                'This is taking longer than usual. You can wait, or close this: what you asked for may still go through, so look at your account before you try again.',
                { id: 'progressSlow' },
              )}
            </p>`
          : nothing
      }
    `;
  }

  protected override renderFooter(): TemplateResult | typeof nothing {
    // The way out of what is in flight, and so not held back by it.
    return this.slow
      ? html`<button
          part="secondary-button"
          type="button"
          @click=${() => this.dispatchEvent(new CloseEvent())}
        >
          ${msg('Close', { id: 'close' })}
        </button>`
      : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fw-progress-step': ProgressStepElement;
  }
}
