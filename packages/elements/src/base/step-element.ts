import type { Issue } from '@fairwell/core';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BackEvent } from '../events/intents.js';
import { issueText } from '../localization/phrases.js';
import { msg } from '../localization/localization.js';
import { renderDescription } from '../parts/description.js';
import { backIcon } from '../parts/icons.js';
import { buttonStyles } from '../styles/buttons.styles.js';
import { elementStyles } from '../styles/element.styles.js';
import { stepStyles } from '../styles/step.styles.js';
import { FairwellElement } from './fairwell-element.js';
import { flag } from './flag.js';
import type { stepTag } from './step-tag.js';

type Content = TemplateResult | TemplateResult[] | typeof nothing;
type ButtonPart = 'primary-button' | 'secondary-button' | 'danger-button' | 'text-button';

/**
 * The frame of a step: heading, description, body, footer. A step knows no flow and no network: it
 * shows its properties and sends intents.
 */
export abstract class StepElement extends FairwellElement {
  static override styles: CSSResultGroup = [elementStyles, buttonStyles, stepStyles];

  /** The heading, plain text. The step has words of its own where this is absent. */
  @property() header?: string | undefined;

  /** Rich text under the heading: paragraphs, lists, strong, em and links. */
  @property() description?: string | undefined;

  /** Something is in flight: nothing can be pressed. */
  @property({ type: Boolean, converter: flag }) busy = false;

  /** Is there a step to go back to. */
  @property({ type: Boolean, converter: flag, attribute: 'can-go-back' }) canGoBack = false;

  /** Says what the step is about; loaded where a theme shows it. */
  @state() private tagOf?: typeof stepTag;

  /** Why the customer's last press did not go on; stands at the field. */
  @property({ attribute: false }) issue: Issue | null = null;

  /** The kind of step, shown as a part on its root: `survey-step`. */
  protected abstract readonly kind: string;

  /** The heading when nobody gave one. */
  protected abstract defaultHeader(): string;

  protected renderBody(): TemplateResult | typeof nothing {
    return nothing;
  }

  protected renderFooter(): Content {
    return nothing;
  }

  /** The heading as shown: names a dialog around the step, and is announced. */
  get heading(): string {
    return this.header || this.#shown(() => this.defaultHeader(), '');
  }

  /** What cannot be shown, because a property is not what it should be, is left out: the rest still serves. */
  #shown<T>(show: () => T, instead: T): T {
    try {
      return show();
    } catch (error) {
      // Loaded only now, by the few pages that need it.
      import('./report-fault.js').then(
        ({ reportFault }) => reportFault(this, error),
        () => undefined,
      );
      return instead;
    }
  }

  /** Moves focus to the heading, so that a new step is read from its beginning. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#heading')?.focus(options);
  }

  protected override firstUpdated(): void {
    if (getComputedStyle(this).getPropertyValue('--fw-step-tag') !== 'shown') return;
    import('./step-tag.js').then(
      ({ stepTag }) => (this.tagOf = stepTag),
      () => undefined,
    );
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('issue') && this.issue)
      this.renderRoot.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }

  /** Stands beside the field, which names it with `aria-describedby="issue"`. */
  protected renderIssue(): TemplateResult | typeof nothing {
    return this.issue
      ? html`<p part="alert" id="issue" role="alert">${issueText(this.issue)}</p>`
      : nothing;
  }

  /** A button that sends an intent, and nothing while something is in flight. */
  protected renderButton(part: ButtonPart, label: string, intent: () => Event): TemplateResult {
    return html`<button
      part=${part}
      type="button"
      ?disabled=${this.busy}
      @click=${() => this.dispatchEvent(intent())}
    >
      ${label}
    </button>`;
  }

  #renderDescription(): TemplateResult | typeof nothing {
    return this.description
      ? html`<div part="description">
          ${renderDescription(this.description, () => this.requestUpdate())}
        </div>`
      : nothing;
  }

  protected override render(): TemplateResult {
    const tag = this.tagOf?.(this.kind);
    const body = this.#shown<Content>(() => this.renderBody(), nothing);
    const footer = this.#shown<Content>(() => this.renderFooter(), nothing);
    const description = this.#shown<Content>(() => this.#renderDescription(), nothing);
    return html`
      <section part="step ${this.kind}" aria-labelledby="heading" aria-busy=${this.busy}>
        <div part="header">
          ${
            this.canGoBack
              ? html`<button
                  part="back-button"
                  type="button"
                  ?disabled=${this.busy}
                  @click=${() => this.dispatchEvent(new BackEvent())}
                >
                  ${backIcon} ${msg('Back', { id: 'back' })}
                </button>`
              : nothing
          }
          ${tag ? html`<p part="tag">${tag}</p>` : nothing}
          <h2 part="heading" id="heading" tabindex="-1">${this.heading}</h2>
          ${description}
        </div>
        ${body === nothing ? nothing : html`<div part="body">${body}</div>`}
        ${footer === nothing ? nothing : html`<div part="footer">${footer}</div>`}
      </section>
    `;
  }
}
