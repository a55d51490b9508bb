import type { AnyWall, Wall, WallActionType, WallHandlers, WallState } from '@fairwell/core';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { flag } from '../base/flag.js';
import { HostOptionsElement } from '../base/host-options-element.js';
import { errorWords } from '../error-step/error-words.js';
import { msg } from '../localization/localization.js';
import { ModalDialog } from '../modal/modal-dialog.js';
import { ModalGuard } from '../modal/modal-guard.js';
import { modalStyles } from '../modal/modal.styles.js';
import { backIcon, closeIcon } from '../parts/icons.js';
import { buttonStyles } from '../styles/buttons.styles.js';
import { elementStyles } from '../styles/element.styles.js';
import { stepStyles } from '../styles/step.styles.js';
import { tellFault, WallRun } from './wall-run.js';
import { progressWords, slowWords } from './wall-words.js';
import { wallStyles } from './wall.styles.js';

export type Content = TemplateResult | typeof nothing;
type ButtonPart = 'primary-button' | 'secondary-button' | 'danger-button' | 'text-button';

/** What a wall shows on one of its pages. */
export interface WallView {
  heading: string;
  body: Content;
  buttons: Content;
}

/** What both walls share: the check, the modal, and what every wall can show. */
export abstract class WallElement<M extends AnyWall<Wall>> extends HostOptionsElement {
  static override styles: CSSResultGroup = [
    elementStyles,
    buttonStyles,
    stepStyles,
    modalStyles,
    wallStyles,
  ];

  /** The host's own doing. A handler given for an action does it in place of the service. */
  @property({ attribute: false }) handlers?: WallHandlers | undefined;

  /** Can the customer step past the wall. */
  @property({ type: Boolean, converter: flag, attribute: 'soft-wall' }) softWall = false;

  /** Ask the billing provider anew, in place of what is known from the last minute. */
  @property({ type: Boolean, converter: flag, attribute: 'force-check' }) forceCheck = false;

  readonly #kind: string;
  readonly #run: WallRun<M>;
  readonly #modal = new ModalDialog(this, () => this.wall?.close());
  #isModal = false;
  /** The host was asked for support, and what it opens has to be reachable. */
  #hasCompany = false;
  /** What was brought before the customer last. */
  #news: unknown;

  constructor(kind: Wall['kind'], part: string) {
    super();
    this.#kind = part;
    this.#run = new WallRun(this, kind);
    new ModalGuard(
      this,
      () => this.state?.status === 'standing' && !this.state.soft,
      () => this.#isModal,
    );
  }

  /**
   * Asks whether the wall stands, and shows it. Done without being called as soon as the element
   * knows whom to ask about, and again when that changes.
   * @returns whether it stands; a check that fails lets the customer in.
   */
  check({ force = this.forceCheck }: { force?: boolean } = {}): Promise<boolean> {
    return this.#tried(
      () => this.#run.check(this.#question, () => this.createWall(), force),
      Promise.resolve(false),
    );
  }

  /** What cannot be asked or shown, because a property is not what it should be, shuts nobody out. */
  #tried<T>(run: () => T, instead: T): T {
    try {
      return run();
    } catch (error) {
      if (this.wall) this.hide();
      tellFault(this, error);
      return instead;
    }
  }

  /**
   * Takes the wall down until it is checked again. Only so is the host rid of it: a hard wall that is
   * taken out of the page comes back.
   */
  hide(): void {
    this.#run.drop();
  }

  /** Moves focus to the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#heading')?.focus(options);
  }

  /** What is asked; functions in it may change without another check. */
  protected abstract get request(): object;
  protected abstract createWall(): M;
  protected abstract viewOf(state: M['state']): WallView;
  /** What the customer is told once the matter is settled. */
  protected abstract settledWords(message: string | undefined): [title: string, text: string];
  /** What cancelling means. */
  protected abstract cancelWords(endsAt: string | undefined): string;

  protected get wall(): M | undefined {
    return this.#run.machine;
  }

  protected get state(): M['state'] | undefined {
    return this.#run.state;
  }

  get #question(): string {
    return JSON.stringify([this.request, Object.keys(this.handlers ?? {})]);
  }

  protected override willUpdate(): void {
    const { status, inFlight, done } = this.state ?? {};
    const stands = status === 'standing';
    this.#hasCompany =
      stands && (this.#hasCompany || inFlight?.action === 'support' || done?.action === 'support');
    this.#isModal = stands && !inFlight?.atBank && !this.#hasCompany;
    // Before the dialog is rendered away: then the focus goes back to where it was.
    if (!this.#isModal) this.#modal.close();
  }

  protected override updated(): void {
    queueMicrotask(() => this.#ask());
    this.#introduce();
  }

  /** As soon as there is somebody to ask about: properties may be set late. */
  #ask(): void {
    const isReady = this.serviceUrl ? this.session || this.customerId : this.customer;
    if (isReady && this.#tried(() => !this.#run.isAsked(this.#question), false)) void this.check();
  }

  /** Brings what is new before the customer: a page, or why something failed. */
  #introduce(): void {
    const { status, page, inFlight, error } = this.state ?? {};
    const news = status === 'standing' && !inFlight ? (error ?? page) : undefined;
    if (news === this.#news) return;
    this.#news = news;
    const { activeElement, body } = document;
    const isElsewhere = !this.#isModal && activeElement !== this && activeElement !== body;
    if (!news || isElsewhere) return;
    if (error) this.renderRoot.querySelector<HTMLElement>('[part="alert"]')?.focus();
    else this.focus();
  }

  protected override render(): Content {
    return this.#tried(() => this.#render(), nothing);
  }

  #render(): Content {
    const { state } = this;
    const { settled } = this.#run;
    const [title, text] = settled ? this.settledWords(settled.message) : [];
    return html`
      ${state?.status === 'standing' ? this.#renderOverlay(state) : nothing}
      ${
        settled
          ? html`<div part="notice" class="settled">
              <div>
                <strong>${title}</strong>
                <p>${text}</p>
              </div>
              ${this.#renderClose(true, () => this.hide())}
            </div>`
          : nothing
      }
      <p class="visually-hidden" role="status">${title} ${text}</p>
    `;
  }

  #renderOverlay(state: WallState): Content {
    const panel = this.#renderPanel(state);
    // Somebody else's window can be reached only beside what is not modal.
    if (!this.#isModal) return html`<div part="overlay">${panel}</div>`;
    const { keydown, cancel, pointerdown, click } = this.#modal;
    return html`
      <dialog
        part="overlay"
        aria-labelledby="heading"
        @keydown=${keydown}
        @cancel=${cancel}
        @pointerdown=${pointerdown}
        @click=${click}
      >
        ${panel}
      </dialog>
    `;
  }

  #renderPanel(state: WallState): Content {
    const { page, soft, canClose, inFlight, error, done } = state;
    const { heading, body, buttons } =
      page.kind === 'cancel' ? this.#cancelView(page.endsAt) : this.viewOf(state);
    const news = inFlight ? inFlight.slow && slowWords() : done?.message;
    return html`
      <section part="modal ${this.#kind}" aria-labelledby="heading" aria-busy=${inFlight !== null}>
        ${soft || canClose ? this.#renderClose(canClose, () => this.wall?.close()) : nothing}
        <div part="header">
          ${
            page.kind === 'overview'
              ? nothing
              : html`<button
                  part="back-button"
                  type="button"
                  ?disabled=${inFlight}
                  @click=${() => this.wall?.back()}
                >
                  ${backIcon} ${msg('Back', { id: 'back' })}
                </button>`
          }
          <h2 part="heading" id="heading" tabindex="-1">${heading}</h2>
        </div>
        <div part="body">
          ${body}
          ${
            error
              ? html`<p part="alert" role="alert" tabindex="-1">${this.errorWords(error)}</p>`
              : nothing
          }
          ${news ? html`<p part="notice">${news}</p>` : nothing}
        </div>
        <div part="footer">
          ${buttons}
          ${
            canClose
              ? html`<button part="text-button" type="button" @click=${() => this.wall?.close()}>
                  ${msg('Continue for now', { id: 'wallContinue' })}
                </button>`
              : nothing
          }
        </div>
        <p class="visually-hidden" role="status">
          ${inFlight ? progressWords[inFlight.action]() : nothing} ${news}
        </p>
      </section>
    `;
  }

  #renderClose(canClose: boolean, close: () => void): Content {
    return html`<button
      part="close-button"
      type="button"
      aria-label=${msg('Close', { id: 'close' })}
      ?disabled=${!canClose}
      @click=${close}
    >
      ${closeIcon}
    </button>`;
  }

  #cancelView(endsAt: string | undefined): WallView {
    return {
      heading: msg('Cancel your subscription?', { id: 'finalConfirmation' }),
      body: html`<p>${this.cancelWords(endsAt)}</p>`,
      buttons: html`
        ${this.renderButton(
          'danger-button',
          'cancel',
          msg('Cancel subscription', { id: 'confirmAndCancel' }),
          () => this.wall?.cancel(),
        )}
        <button
          part="secondary-button"
          type="button"
          ?disabled=${this.state?.inFlight}
          @click=${() => this.wall?.back()}
        >
          ${msg('Keep my subscription', { id: 'nevermind' })}
        </button>
      `,
    };
  }

  protected errorWords({ error }: NonNullable<WallState['error']>): string {
    return error.customerMessage || errorWords[error.code]();
  }

  /** A button for something that can be done here; it says so while it is being done. */
  protected renderButton(
    part: ButtonPart,
    action: WallActionType,
    label: string,
    press: () => unknown,
    isReady = true,
  ): Content {
    const { inFlight, can } = this.state ?? {};
    if (!can?.has(action)) return nothing;
    return html`<button
      part=${part}
      type="button"
      ?disabled=${inFlight || !isReady}
      @click=${press}
    >
      ${inFlight?.action === action ? progressWords[action]() : label}
    </button>`;
  }
}
