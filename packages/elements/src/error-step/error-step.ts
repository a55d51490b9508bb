import type { FairwellError } from '@fairwell/core';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StepElement } from '../base/step-element.js';
import { flag } from '../base/flag.js';
import { CloseEvent, ContinueEvent, RetryEvent, SupportEvent } from '../events/intents.js';
import { msg, str } from '../localization/localization.js';
import { errorStepStyles } from './error-step.styles.js';
import { errorWords } from './error-words.js';

/**
 * @summary Says what went wrong, in words a customer can act on, and the ways on from there.
 * @tag fw-error-step
 *
 * @fires {RetryEvent} fw-retry - Try again.
 * @fires {ContinueEvent} fw-continue - Go on past an offer that failed.
 * @fires {SupportEvent} fw-support - Ask for help.
 * @fires {CloseEvent} fw-close - Leave the flow. Can be vetoed.
 *
 * @csspart step - The whole step; also `error-step`.
 * @csspart error-step - The whole step.
 * @csspart header - Heading and description.
 * @csspart tag - What the step is about, where a theme shows it.
 * @csspart heading - That it failed.
 * @csspart description - The text under it.
 * @csspart body - What went wrong.
 * @csspart footer - The buttons.
 * @csspart primary-button - The best way on: try again, or continue, or leave.
 * @csspart secondary-button - The other ways on.
 */
export class ErrorStepElement extends StepElement {
  static override styles: CSSResultGroup = [StepElement.styles, errorStepStyles];

  protected override readonly kind = 'error-step';

  /** What failed. The host's own words in it are shown in place of ours. */
  @property({ attribute: false }) error?: FairwellError | undefined;

  /** Another try may succeed. */
  @property({ type: Boolean, converter: flag, attribute: 'can-retry' }) canRetry = false;

  /** The flow goes on without what failed. */
  @property({ type: Boolean, converter: flag, attribute: 'can-continue' }) canContinue = false;

  /** Somebody can be asked for help. */
  @property({ type: Boolean, converter: flag, attribute: 'can-contact' }) canContact = false;

  protected override defaultHeader(): string {
    return this.error?.code === 'already_canceled'
      ? msg('Already cancelled', { id: 'errorTag' })
      : msg('That did not work', { id: 'error' });
  }

  protected override renderBody(): TemplateResult {
    const { code, customerMessage, requestId } = this.error ?? {};
    return html`
      <p>${customerMessage || errorWords[code ?? 'internal']()}</p>
      ${
        requestId
          ? html`<p class="reference">
              ${msg(str`Reference: ${requestId}`, { id: 'errorReference' })}
            </p>`
          : nothing
      }
    `;
  }

  protected override renderFooter(): TemplateResult[] {
    const ways: [label: string, intent: () => Event][] = [
      [msg('Close', { id: 'close' }), () => new CloseEvent()],
    ];
    if (this.canContact)
      ways.unshift([msg('Contact support', { id: 'contactSupport' }), () => new SupportEvent()]);
    if (this.canContinue)
      ways.unshift([msg('Continue', { id: 'next' }), () => new ContinueEvent()]);
    if (this.canRetry) ways.unshift([msg('Try again', { id: 'retry' }), () => new RetryEvent()]);
    return ways.map(([label, intent], index) =>
      this.renderButton(index === 0 ? 'primary-button' : 'secondary-button', label, intent),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fw-error-step': ErrorStepElement;
  }
}
