import type { Outcome } from '@fairwell/contract';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { flag } from '../base/flag.js';
import { StepElement } from '../base/step-element.js';
import { CloseEvent } from '../events/intents.js';
import { msg } from '../localization/localization.js';
import { completeStepStyles } from './complete-step.styles.js';
import { loadOutcomeWords, outcomeWords } from './outcome-words.js';

/**
 * @summary Says what has been done, with its dates and amounts.
 * @tag fw-complete-step
 *
 * @fires {CloseEvent} fw-close - Leave the flow. Can be vetoed.
 *
 * @csspart step - The whole step; also `complete-step`.
 * @csspart complete-step - The whole step.
 * @csspart header - Heading and description.
 * @csspart tag - What the step is about, where a theme shows it.
 * @csspart heading - What has been done.
 * @csspart description - The text under it.
 * @csspart body - The details.
 * @csspart footer - The button.
 * @csspart primary-button - Goes on to another page, where the outcome leads to one; else leaves the flow.
 * @csspart secondary-button - Leaves the flow, where the outcome leads to another page.
 */
export class CompleteStepElement extends StepElement {
  static override styles: CSSResultGroup = [StepElement.styles, completeStepStyles];

  protected override readonly kind = 'complete-step';

  /** What came of the action. Its message, the host's own, is shown in place of ours. */
  @property({ attribute: false }) outcome?: Outcome | undefined;

  /** Go on to the page that the outcome leads to, if it leads to one, without being asked. */
  @property({ type: Boolean, converter: flag }) follow = false;

  /** Drawn with its words, or without them where they cannot be loaded. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const loading = this.outcome && loadOutcomeWords(this.outcome.type);
    const draw = () => super.scheduleUpdate();
    return loading ? loading.then(draw, draw) : draw();
  }

  /** By pressing the link: a page that handles its links itself handles this one too. */
  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('outcome') && this.follow)
      this.renderRoot.querySelector<HTMLAnchorElement>('a[part]')?.click();
  }

  protected override defaultHeader(): string {
    const words = this.outcome && outcomeWords(this.outcome, this.locale);
    return words ? words.header : msg('All done', { id: 'offerAccepted' });
  }

  protected override renderBody(): TemplateResult | typeof nothing {
    const message = this.outcome && outcomeWords(this.outcome, this.locale)?.message;
    return message ? html`<p class="message">${message}</p>` : nothing;
  }

  /** Where it leads: to a page, a mail or a call, and to no script. */
  get #url(): string | undefined {
    const { outcome } = this;
    const url = outcome && 'url' in outcome ? outcome.url : undefined;
    return url && /^(https?:\/\/|\/|mailto:|tel:)/i.test(url) ? url : undefined;
  }

  protected override renderFooter(): TemplateResult {
    const url = this.#url;
    const close = msg('Back to my account', { id: 'goToAccount' });
    if (!url) return this.renderButton('primary-button', close, () => new CloseEvent());
    return html`
      <a part="primary-button" href=${url}>${msg('Continue', { id: 'next' })}</a>
      ${this.renderButton('secondary-button', close, () => new CloseEvent())}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fw-complete-step': CompleteStepElement;
  }
}
