import type { SurveyChoice } from '@fairwell/contract';
import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StepElement } from '../base/step-element.js';
import { NextEvent, SelectEvent, SkipEvent } from '../events/intents.js';
import { msg } from '../localization/localization.js';
import { renderOptionList } from '../parts/option-list.js';
import { surveyStepStyles } from './survey-step.styles.js';

/**
 * @summary Asks for the reason of leaving: one of several choices, or none.
 * @tag fw-survey-step
 *
 * @fires {SelectEvent} fw-select - A choice was picked; `detail.id` is its id.
 * @fires {NextEvent} fw-next - Go on with the choice.
 * @fires {SkipEvent} fw-skip - Go on without a reason.
 * @fires {BackEvent} fw-back - To the step before.
 *
 * @csspart step - The whole step; also `survey-step`.
 * @csspart survey-step - The whole step.
 * @csspart header - Back button, heading and description.
 * @csspart back-button - Leads to the step before.
 * @csspart tag - What the step is about, where a theme shows it.
 * @csspart heading - The question.
 * @csspart description - The text under it.
 * @csspart body - The choices.
 * @csspart option - A choice.
 * @csspart option-input - Its radio button.
 * @csspart option-label - Its words.
 * @csspart alert - Why the last press did not go on.
 * @csspart footer - The buttons.
 * @csspart primary-button - Goes on.
 * @csspart text-button - Goes on without a reason.
 *
 * @cssprop [--fw-option-radius] - Corner of a choice; `--fw-radius` by default.
 */
export class SurveyStepElement extends StepElement {
  static override styles: CSSResultGroup = [StepElement.styles, surveyStepStyles];

  protected override readonly kind = 'survey-step';

  /** In the order to show. */
  @property({ attribute: false }) choices: readonly SurveyChoice[] = [];

  /** Id of the choice picked. */
  @property() selected: string | null = null;

  protected override defaultHeader(): string {
    return msg('What is your main reason for leaving?', { id: 'surveyHeader' });
  }

  protected override renderBody(): TemplateResult {
    return html`
      <form id="form" novalidate @submit=${this.#submit}>
        ${renderOptionList({
          options: this.choices,
          selected: this.selected,
          disabled: this.busy,
          invalid: this.issue !== null,
          labelledBy: 'heading',
          select: (id) => {
            this.selected = id;
            this.dispatchEvent(new SelectEvent(id));
          },
        })}
      </form>
      ${this.renderIssue()}
    `;
  }

  protected override renderFooter(): TemplateResult {
    return html`
      <button part="primary-button" form="form" ?disabled=${this.busy}>
        ${msg('Continue', { id: 'next' })}
      </button>
      ${this.renderButton(
        'text-button',
        msg('I’d rather not say', { id: 'skipSurvey' }),
        () => new SkipEvent(),
      )}
    `;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    this.dispatchEvent(new NextEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fw-survey-step': SurveyStepElement;
  }
}
