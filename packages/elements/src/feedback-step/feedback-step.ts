import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StepElement } from '../base/step-element.js';
import { flag } from '../base/flag.js';
import { NextEvent, SkipEvent, WriteEvent } from '../events/intents.js';
import { msg } from '../localization/localization.js';
import { renderTextField } from '../parts/text-field.js';
import { feedbackStepStyles } from './feedback-step.styles.js';

/**
 * @summary Asks for the customer's own words.
 * @tag fw-feedback-step
 *
 * @fires {WriteEvent} fw-write - Words were typed; `detail.text` is all of them.
 * @fires {NextEvent} fw-next - Go on with what was written.
 * @fires {SkipEvent} fw-skip - Go on without words where they are asked for.
 * @fires {BackEvent} fw-back - To the step before.
 *
 * @csspart step - The whole step; also `feedback-step`.
 * @csspart feedback-step - The whole step.
 * @csspart header - Back button, heading and description.
 * @csspart back-button - Leads to the step before.
 * @csspart tag - What the step is about, where a theme shows it.
 * @csspart heading - The question.
 * @csspart description - The text under it.
 * @csspart body - The field.
 * @csspart textarea - Where the words go.
 * @csspart counter - How many characters there are, and how many are asked for.
 * @csspart alert - Why the last press did not go on.
 * @csspart footer - The buttons.
 * @csspart primary-button - Goes on.
 * @csspart text-button - Goes on without words.
 */
export class FeedbackStepElement extends StepElement {
  static override styles: CSSResultGroup = [StepElement.styles, feedbackStepStyles];

  protected override readonly kind = 'feedback-step';

  /** What was written. */
  @property() text = '';

  /** Label of the field; the heading names it where this is absent. */
  @property() label?: string | undefined;

  /** Words are asked for; they can still be withheld. */
  @property({ type: Boolean, converter: flag }) required = false;

  /** How many characters are asked for; 0 for any number. */
  @property({ type: Number, attribute: 'min-length' }) minLength = 0;

  protected override defaultHeader(): string {
    return msg('Is there anything we should have done differently?', { id: 'whatCouldWeHaveDone' });
  }

  protected override renderBody(): TemplateResult {
    return html`
      ${renderTextField({
        label: this.label,
        labelledBy: 'heading',
        text: this.text,
        required: this.required,
        minLength: this.minLength,
        disabled: this.busy,
        invalid: this.issue !== null,
        write: (text) => {
          this.text = text;
          this.dispatchEvent(new WriteEvent(text));
        },
      })}
      ${this.renderIssue()}
    `;
  }

  protected override renderFooter(): TemplateResult {
    return html`
      ${this.renderButton('primary-button', msg('Continue', { id: 'next' }), () => new NextEvent())}
      ${
        this.required
          ? this.renderButton(
              'text-button',
              msg('Continue without an answer', { id: 'skipFeedback' }),
              () => new SkipEvent(),
            )
          : nothing
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fw-feedback-step': FeedbackStepElement;
  }
}
