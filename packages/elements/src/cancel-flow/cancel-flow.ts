import { createGateway, FairwellError, type Page } from '@fairwell/core';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { FlowOptionsElement } from '../base/flow-options-element.js';
import { flag } from '../base/flag.js';
import { CloseEvent, ConfirmEvent } from '../events/intents.js';
import { ErrorEvent, OpenEvent } from '../events/observations.js';
import { msg } from '../localization/localization.js';
import type { Speech } from '../localization/wish.js';
import { ModalDialog } from '../modal/modal-dialog.js';
import { modalStyles } from '../modal/modal.styles.js';
import { closeIcon } from '../parts/icons.js';
import { stepParts } from '../parts/part-names.js';
import { buttonStyles } from '../styles/buttons.styles.js';
import { elementStyles } from '../styles/element.styles.js';
import { cancelFlowStyles } from './cancel-flow.styles.js';
import { FlowRun } from './flow-run.js';
import { listenForIntents } from './intents.js';
import { Stage } from './stage.js';
import { clearState } from './tab-storage.js';
import { isLoaded, load, preload, viewOf, type View } from './views.js';

/** In milliseconds: a flow that is open for so long without its options was not given any. */
const patience = 2000;

/**
 * @summary A whole cancel flow, as a modal dialog or in the page.
 * @tag fw-cancel-flow
 *
 * @slot brand-image - In place of the image of the flow's brand.
 * @slot confirm-extra - What a business adds to the confirmation, above its buttons.
 * @slot footer-note - A line at the very end.
 *
 * @fires {OpenEvent} fw-open - The flow was opened.
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
 * @csspart overlay - The ground under the panel of a modal.
 * @csspart modal - The panel.
 * @csspart brand-image - The image of the brand.
 * @csspart close-button - Leaves the flow.
 * @csspart text-button - Cancels at once.
 * @csspart secondary-button - Cancels at once, where a law asks for a button.
 * @csspart alert - Says that a part of the flow could not be loaded.
 * @csspart primary-button - Tries to load it again.
 * @csspart badge - Says that this is a preview.
 * @csspart step - The step on show; every part of every step is re-exported.
 *
 * @cssprop [--fw-modal-width=480px] - Width of the panel of a modal.
 * @cssprop [--fw-modal-padding=32px] - Space inside the panel.
 * @cssprop [--fw-modal-radius=16px] - Corner of the panel.
 * @cssprop [--fw-modal-shadow] - Shadow of the panel of a modal.
 * @cssprop [--fw-modal-border=none] - Border of the panel.
 * @cssprop [--fw-color-overlay] - The ground under the panel.
 * @cssprop [--fw-overlay-filter=none] - What the overlay does to the page under it.
 */
export class CancelFlowElement extends FlowOptionsElement {
  static override styles: CSSResultGroup = [
    elementStyles,
    buttonStyles,
    modalStyles,
    cancelFlowStyles,
  ];

  /** Is the flow on the screen. Setting it opens and closes, as `show()` and `hide()` do. */
  @property({ type: Boolean, converter: flag, reflect: true }) open = false;

  /** A dialog over the page, or a part of it. */
  @property({ reflect: true }) variant: 'modal' | 'inline' = 'modal';

  /** The code of a step could not be loaded. */
  @state() private failed = false;

  readonly #run = new FlowRun(this, () => (this.open = false));
  readonly #stage = new Stage(stepParts.join());
  readonly #modal = new ModalDialog(this, () => this.#requestClose());
  #isOpen = false;
  #isNewStep = false;
  #isUsed = false;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    listenForIntents(this, (type, detail) => {
      this.#isUsed = true;
      this.#run.carryOut(type, detail);
    });
  }

  /** The host's words go before the service's. */
  protected override get speech(): Speech {
    const { lang, messages } = super.speech;
    const { messages: fromService } = this.#run.state;
    return { lang, messages: fromService ? [fromService, ...messages] : messages };
  }

  /** Opens the flow. Each opening is a session of its own. */
  show(): void {
    this.open = true;
  }

  /** Opens the flow at its beginning, whatever was answered before; one that is open is closed first. */
  async restart(): Promise<void> {
    if (this.open) {
      this.hide();
      await this.updateComplete;
    }
    clearState();
    this.show();
  }

  /** Closes the flow, unless an action is in flight. */
  hide(): void {
    this.open = false;
  }

  /** Loads the code that the flow needs, before it is opened. */
  async preload(): Promise<void> {
    // For its code alone: each opening has one of its own.
    createGateway(this.flowOptions);
    await preload(this.flow);
  }

  /** Moves focus to the heading of the step on show. */
  override focus(options?: FocusOptions): void {
    this.#stage.element?.focus(options);
  }

  /** What is at hand is drawn once, at its first step, and not as loading before. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.open) await this.#begin();
    await super.scheduleUpdate();
  }

  /** Starts as soon as there is something to start with: properties may be set late. */
  async #begin(): Promise<void> {
    if (!this.#isOpen) {
      this.#isOpen = true;
      this.dispatchEvent(new OpenEvent());
    }
    if (this.#run.isGoingOn) return;
    if (!this.#isReady) this.#complainLater();
    else
      await Promise.race([
        this.#run.start({
          ...this.flowOptions,
          ...this.verification,
          locale: this.locale,
          locales: this.locales,
        }),
        new Promise((resolve) => setTimeout(resolve)),
      ]);
  }

  get #isReady(): boolean {
    return Boolean(this.serviceUrl || (this.flow && this.customer));
  }

  /** Properties may be set late; what is missing for long was forgotten. */
  #complainLater(): void {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => {
      const missing = this.flow ? 'customer' : 'serviceUrl, or flow and customer,';
      if (this.open && !this.#isReady)
        console.error(`<fw-cancel-flow> is open and has nothing to show: ${missing} is missing.`);
    }, patience);
  }

  protected override willUpdate(): void {
    // What is in flight stays on the screen.
    if (!this.open && !this.#run.close()) this.open = true;
    if (this.open) this.#setStage();
    else this.#clear();
  }

  protected override updated(): void {
    if (!this.open) return;
    // What it starts with may have come while this update was waited for.
    if (this.#isReady && !this.#run.isGoingOn) queueMicrotask(() => this.requestUpdate());
    this.#announce();
    const panel = this.renderRoot.querySelector<HTMLElement>('[part~="modal"]');
    panel?.style.setProperty('--fw-brand-accent', this.#run.state.flow?.brand?.accent ?? '');
    if (this.#isNewStep) void this.#introduce();
  }

  #clear(): void {
    this.#modal.close();
    this.#stage.clear();
    this.#isOpen = false;
    this.#isUsed = false;
    this.failed = false;
  }

  get #page(): Page {
    return this.#run.state.page ?? { kind: 'loading' };
  }

  #setStage(): void {
    const context = { ...this.#run.state, preview: this.preview };
    const view = this.#run.question ?? viewOf(this.#page, context);
    const isReady = isLoaded(view.tag);
    if (isReady) this.failed = false;
    else if (!this.failed) void this.#fetch(view.tag);
    // Until it is there, the step before stays.
    if (isReady) this.#isNewStep = this.#stage.show(view);
    else if (!this.#stage.element)
      this.#isNewStep = this.#stage.show(viewOf({ kind: 'loading' }, context));
  }

  async #fetch(tag: View['tag']): Promise<void> {
    try {
      await load(tag);
      this.requestUpdate();
    } catch (cause) {
      this.failed = true;
      const message = `The code of <${tag}> could not be loaded.`;
      this.dispatchEvent(new ErrorEvent(new FairwellError('network', message, { cause })));
    }
  }

  /** Brings the customer to a new step: with the keyboard, the eyes, or a screen reader. */
  async #introduce(): Promise<void> {
    const { element } = this.#stage;
    await element?.updateComplete;
    // In the page it takes the focus from nobody before it is used.
    if (element === this.#stage.element && (this.#isUsed || this.variant === 'modal'))
      element?.focus();
  }

  #requestClose(): void {
    if (this.#canClose) this.dispatchEvent(new CloseEvent());
  }

  get #canClose(): boolean {
    return this.#run.state.canClose;
  }

  /** Only now is the step in the page, whose language its heading may be told in. */
  #announce(): void {
    const heading = this.#stage.element?.heading ?? '';
    this.renderRoot.querySelector('dialog')?.setAttribute('aria-label', heading);
    const status = this.renderRoot.querySelector('[role="status"]');
    if (status && status.textContent !== heading) status.textContent = heading;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.open) return nothing;
    if (this.variant === 'inline') return this.#renderPanel();
    const { keydown, cancel, pointerdown, click } = this.#modal;
    return html`
      <dialog
        part="overlay"
        @keydown=${keydown}
        @cancel=${cancel}
        @pointerdown=${pointerdown}
        @click=${click}
      >
        ${this.#renderPanel()}
      </dialog>
    `;
  }

  #renderPanel(): TemplateResult {
    const imageUrl = this.#run.state.flow?.brand?.imageUrl;
    return html`
      <div part="modal">
        <button
          part="close-button"
          type="button"
          aria-label=${msg('Close', { id: 'close' })}
          ?disabled=${!this.#canClose}
          @click=${this.#requestClose}
        >
          ${closeIcon}
        </button>
        <slot name="brand-image">
          ${imageUrl ? html`<img part="brand-image" src=${imageUrl} alt="" />` : nothing}
        </slot>
        ${
          this.preview
            ? html`<p part="badge">${msg('Preview: nothing is changed', { id: 'preview' })}</p>`
            : nothing
        }
        ${this.failed ? this.#renderFailure() : this.#stage.element}
        ${this.#run.state.canCancelNow ? this.#renderCancelNow() : nothing}
        <slot name="footer-note"></slot>
        <p class="visually-hidden" role="status"></p>
      </div>
    `;
  }

  #renderFailure(): TemplateResult {
    return html`
      <p part="alert" role="alert">
        ${msg(
          'This could not be loaded. Check your connection and try again, or reload the page.',
          {
            id: 'loadingFailed',
          },
        )}
      </p>
      <button part="primary-button" type="button" @click=${() => (this.failed = false)}>
        ${msg('Try again', { id: 'retry' })}
      </button>
    `;
  }

  #renderCancelNow(): TemplateResult {
    const { prominentCancel } = this.#run.state;
    return html`
      <div class=${prominentCancel ? 'leave prominent' : 'leave'}>
        <button
          part=${prominentCancel ? 'secondary-button' : 'text-button'}
          type="button"
          @click=${() => this.dispatchEvent(new ConfirmEvent())}
        >
          ${msg('Cancel subscription now', { id: 'cancelNow' })}
        </button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fw-cancel-flow': CancelFlowElement;
  }
}
