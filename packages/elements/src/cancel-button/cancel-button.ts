import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { FlowOptionsElement } from '../base/flow-options-element.js';
import type { CancelFlowElement } from '../cancel-flow/cancel-flow.js';
import { cancelButtonStyles } from './cancel-button.styles.js';

/**
 * @summary Opens a cancel flow. Around a link, it works without script: the link then leads where it leads.
 * @tag fw-cancel-button
 *
 * @slot - The link or button to press.
 * @slot brand-image - For the flow: in place of the image of its brand.
 * @slot confirm-extra - For the flow: what a business adds to the confirmation.
 * @slot footer-note - For the flow: a line at its very end.
 *
 * @fires {OpenEvent} fw-open - The flow was opened. Like the following, it comes from the flow and passes through here.
 * @fires {StepChangeEvent} fw-step-change - Another page is shown; `detail.page` and `detail.previous`.
 * @fires {OutcomeEvent<'cancel'>} fw-cancel - The subscription was cancelled; `detail.outcome` and `detail.customer`, as in the following.
 * @fires {OutcomeEvent<'discount'>} fw-discount - A discount was applied.
 * @fires {OutcomeEvent<'pause'>} fw-pause - The subscription was paused.
 * @fires {OutcomeEvent<'planChange'>} fw-plan-change - The plan was changed.
 * @fires {OutcomeEvent<'trialExtension'>} fw-trial-extension - The trial was extended.
 * @fires {OutcomeEvent<'contact'>} fw-contact - The customer asked for support.
 * @fires {OutcomeEvent<'redirect'>} fw-redirect - The customer took an offer that leads to another page.
 * @fires {OutcomeEvent<'custom'>} fw-custom - The customer took a custom offer.
 * @fires {ErrorEvent} fw-error - Something failed; `detail.error` says what.
 * @fires {ClosedEvent} fw-closed - The flow is over and off the screen; `detail.result` says how it ended.
 * @fires {AcceptEvent} fw-accept - An offer is about to be taken. Can be vetoed.
 * @fires {ConfirmEvent} fw-confirm - The subscription is about to be cancelled. Can be vetoed.
 * @fires {CloseEvent} fw-close - The customer asks to leave. Can be vetoed.
 *
 * @csspart secondary-button - The button, where no content is given. Every part of the flow is re-exported.
 */
export class CancelButtonElement extends FlowOptionsElement {
  static override styles: CSSResultGroup = cancelButtonStyles;

  /** Made when it is needed for the first time; its code is loaded until then. */
  @state() private cancelFlow: CancelFlowElement | undefined;

  #passing = false;

  constructor() {
    super();
    this.addEventListener('pointerenter', this.#preload);
    this.addEventListener('focusin', this.#preload);
  }

  /** Opens the flow, as pressing does. Rejects where its code cannot be loaded. */
  async show(): Promise<void> {
    const cancelFlow = await this.#prepare();
    cancelFlow.show();
  }

  /** Closes the flow, unless an action is in flight. */
  hide(): void {
    this.cancelFlow?.hide();
  }

  /** The flow, set up as this is now. */
  async #prepare(): Promise<CancelFlowElement> {
    if (!this.cancelFlow) {
      const { createWithin } = await import('./create-within.js');
      this.cancelFlow ??= createWithin();
      await this.updateComplete;
    }
    return Object.assign(this.cancelFlow, this.flowOptions, this.verification, {
      theme: this.theme,
    });
  }

  /** Where nothing is given to press, the code of the flow brings a button. */
  readonly #fill = (): void => {
    if (this.renderRoot.querySelector('slot')?.assignedNodes().length === 0) this.#preload();
  };

  protected override firstUpdated(): void {
    this.#fill();
  }

  /** At the first sign of interest. What fails here is asked for again when it is pressed. */
  readonly #preload = (): void => {
    this.#prepare()
      .then((cancelFlow) => cancelFlow.preload())
      .catch(() => undefined);
  };

  async #press(event: MouseEvent): Promise<void> {
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (this.#passing || elsewhere || event.defaultPrevented) return;
    event.preventDefault();
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    try {
      await this.show();
    } catch (error) {
      if (!link) throw error;
      this.#pass(link);
    }
  }

  /** Lets the link do what it does without us. */
  #pass(link: HTMLAnchorElement): void {
    this.#passing = true;
    link.click();
    this.#passing = false;
  }

  /* eslint-disable lit-a11y/click-events-have-key-events -- What is in the slot is a link or a button: a key presses it too. */
  protected override render(): TemplateResult {
    return html`
      <slot @click=${this.#press} @slotchange=${this.#fill}>
        <fw-own-button exportparts="secondary-button"></fw-own-button>
      </slot>
      ${this.cancelFlow}
    `;
  }
  /* eslint-enable lit-a11y/click-events-have-key-events */
}

declare global {
  interface HTMLElementTagNameMap {
    'fw-cancel-button': CancelButtonElement;
  }
}
