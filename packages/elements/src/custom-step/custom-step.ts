import type { Customer, CustomOffer, CustomStep, Subscription } from '@fairwell/contract';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StepElement } from '../base/step-element.js';
import { DeclineEvent, SkipEvent } from '../events/intents.js';
import { msg } from '../localization/localization.js';
import { createForeign } from './create-foreign.js';
import { customStepStyles } from './custom-step.styles.js';
import { project } from './project.js';

/**
 * @summary A step or an offer that is an element of the host's own.
 * @tag fw-custom-step
 *
 * The element within gets `step` or `offer`, `subscription`, `customer` and the properties that the
 * flow gives it. It answers with the library's own events, which bubble and are composed: `fw-next`
 * for a step, `fw-accept` or `fw-decline` for an offer, and any other. It stands in the page's own
 * tree, so that the page's styles reach it.
 *
 * @slot fw-custom - The element within.
 *
 * @fires {NextEvent} fw-next - The element within goes on; `detail.result` is its answer.
 * @fires {AcceptEvent} fw-accept - The element within takes the offer. Can be vetoed.
 * @fires {DeclineEvent} fw-decline - The element within refuses the offer, or it is not there.
 * @fires {SkipEvent} fw-skip - Go on without the step, since its element is not there.
 * @fires {BackEvent} fw-back - To the step before.
 *
 * @csspart step - The whole step; also `custom-step`.
 * @csspart custom-step - The whole step.
 * @csspart header - Back button, heading and description.
 * @csspart back-button - Leads to the step before.
 * @csspart tag - What the step is about, where a theme shows it.
 * @csspart heading - The flow's heading; without one it is there to be read out, and not seen.
 * @csspart description - The text under it.
 * @csspart body - The element within.
 * @csspart footer - The button, where that element is not there.
 * @csspart primary-button - Goes on without it.
 */
export class CustomStepElement extends StepElement {
  static override styles: CSSResultGroup = [StepElement.styles, customStepStyles];

  protected override readonly kind = 'custom-step';

  /** The step, where it is one. */
  @property({ attribute: false }) step?: CustomStep | undefined;

  /** The offer, where it is one. */
  @property({ attribute: false }) offer?: CustomOffer | undefined;

  /** The subscription that an offer would change. */
  @property({ attribute: false }) subscription?: Subscription | undefined;

  /** Who is leaving. */
  @property({ attribute: false }) customer?: Customer | undefined;

  #tag: string | undefined;
  #withdraw: (() => void) | undefined;
  /** The host's element; undefined where there is none. */
  #foreign: HTMLElement | undefined;

  protected override defaultHeader(): string {
    return msg('One more thing', { id: 'customHeader' });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#place();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#withdraw?.();
  }

  protected override willUpdate(): void {
    const { step, offer, subscription, customer } = this;
    const content = step ?? offer;
    const isNew = content !== undefined && content.tag !== this.#tag;
    if (isNew) {
      this.#tag = content.tag;
      this.#foreign = createForeign(content.tag, content.properties);
    }
    if (this.#foreign)
      Object.assign(this.#foreign, { customer, ...(step ? { step } : { offer, subscription }) });
    if (isNew) this.#place();
  }

  protected override renderBody(): TemplateResult {
    return this.#foreign
      ? html`<slot name="fw-custom" class=${this.header ? nothing : 'untitled'}></slot>`
      : html`<p>
          ${msg('This part could not be shown. You can go on without it.', { id: 'customMissing' })}
        </p>`;
  }

  protected override renderFooter(): TemplateResult | typeof nothing {
    if (this.#foreign) return nothing;
    return this.renderButton('primary-button', msg('Continue', { id: 'next' }), () =>
      this.step ? new SkipEvent() : new DeclineEvent(),
    );
  }

  #place(): void {
    this.#withdraw?.();
    this.#withdraw = this.#foreign && project(this.#foreign, this);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fw-custom-step': CustomStepElement;
  }
}
