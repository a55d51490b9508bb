import type { FollowUp } from '@fairwell/contract';
import type { Issue } from '@fairwell/core';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StepElement } from '../base/step-element.js';
import { NextEvent, SelectEvent, SkipEvent, WriteEvent } from '../events/intents.js';
import { msg } from '../localization/localization.js';
import { renderOptionList } from '../parts/option-list.js';
import { renderTextField } from '../parts/text-field.js';
import { followUpStepStyles } from './follow-up-step.styles.js';

/** At which of its two fields an issue stands. */
const fieldOf: Record<Issue['code'], 'options' | 'text'> = {
  choice_required: 'options',
  selection_invalid: 'options',
  acknowledgement_required: 'options',
  text_required: 'text',
  text_too_short: 'text',
};

/**
 * @summary Asks more about a survey choice: by further options, in the customer's own words, or both.
 * @tag fw-follow-up-step
 *
 * @fires {SelectEvent} fw-select - An option was picked; `detail.id` is its id.
 * @fires {WriteEvent} fw-write - Words were typed; `detail.text` is all of them.
 * @fires {NextEvent} fw-next - Go on with the answer.
 * @fires {SkipEvent} fw-skip - Go on without one.
 * @fires {BackEvent} fw-back - To the step before.
 *
 * @csspart step - The whole step; also `follow-up-step`.
 * @csspart follow-up-step - The whole step.
 * @csspart header - Back button, heading and description.
 * @csspart back-button - Leads to the step before.
 * @csspart tag - What the step is about, where a theme shows it.
 * @csspart heading - The survey choice that was picked.
 * @csspart description - The text under it.
 * @csspart body - The question, the options and the field.
 * @csspart option - An option.
 * @csspart option-input - Its radio button.
 * @csspart option-label - Its words.
 * @csspart textarea - Where the words go.
 * @csspart counter - How many characters there are, and how many are asked for.
 * @csspart alert - Why the last press did not go on.
 * @csspart footer - The buttons.
 * @csspart primary-button - Goes on.
 * @csspart text-button - Goes on without an answer.
 *
 * @cssprop [--fw-option-radius] - Corner of an option; `--fw-radius` by default.
 */
export class FollowUpStepElement extends StepElement {
  static override styles: CSSResultGroup = [StepElement.styles, followUpStepStyles];

  protected override readonly kind = 'follow-up-step';

  /** What is asked, and how it is answered. The survey choice itself goes into `header`. */
  @property({ attribute: false }) followUp?: FollowUp | undefined;

  /** Id of the option picked. */
  @property() selected: string | null = null;

  /** What was written. */
  @property() text = '';

  protected override defaultHeader(): string {
    return msg('Can you tell us more?', { id: 'followUpHeader' });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('issue') && this.#issueAt('text'))
      this.renderRoot.querySelector('textarea')?.focus();
  }

  protected override renderBody(): TemplateResult | typeof nothing {
    const { followUp } = this;
    if (!followUp) return nothing;
    const { question } = followUp;
    const labelledBy = question ? 'question' : 'heading';
    return html`
      <form id="form" novalidate @submit=${this.#submit}>
        ${question ? html`<p class="question" id="question">${question}</p>` : nothing}
        ${followUp.mode === 'freeform' ? nothing : this.#renderOptions(followUp.options, labelledBy)}
        ${followUp.mode === 'structured' ? nothing : this.#renderText(followUp, labelledBy)}
      </form>
    `;
  }

  protected override renderFooter(): TemplateResult {
    const { followUp } = this;
    const isAsked = followUp && (followUp.mode !== 'freeform' || followUp.required);
    return html`
      <button part="primary-button" form="form" ?disabled=${this.busy}>
        ${msg('Continue', { id: 'next' })}
      </button>
      ${
        isAsked
          ? this.renderButton(
              'text-button',
              msg('I’d rather not say', { id: 'skipSurvey' }),
              () => new SkipEvent(),
            )
          : nothing
      }
    `;
  }

  #renderOptions(
    options: Extract<FollowUp, { mode: 'structured' }>['options'],
    labelledBy: string,
  ): TemplateResult {
    const invalid = this.#issueAt('options');
    return html`
      ${renderOptionList({
        options,
        selected: this.selected,
        disabled: this.busy,
        invalid,
        labelledBy,
        select: (id) => {
          this.selected = id;
          this.dispatchEvent(new SelectEvent(id));
        },
      })}
      ${invalid ? this.renderIssue() : nothing}
    `;
  }

  #renderText(
    { mode, label, required = false, minLength = 0 }: Exclude<FollowUp, { mode: 'structured' }>,
    labelledBy: string,
  ): TemplateResult {
    const invalid = this.#issueAt('text');
    // Beside options the question is theirs, and the field needs a label of its own.
    const besideOptions =
      mode === 'freeform' ? undefined : msg('Anything to add?', { id: 'followUpLabel' });
    return html`
      ${renderTextField({
        label: label || besideOptions,
        labelledBy,
        text: this.text,
        required,
        minLength,
        disabled: this.busy,
        invalid,
        write: (text) => {
          this.text = text;
          this.dispatchEvent(new WriteEvent(text));
        },
      })}
      ${invalid ? this.renderIssue() : nothing}
    `;
  }

  #issueAt(field: 'options' | 'text'): boolean {
    return this.issue !== null && fieldOf[this.issue.code] === field;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    this.dispatchEvent(new NextEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fw-follow-up-step': FollowUpStepElement;
  }
}
