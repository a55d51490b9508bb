import type { CardSetup, OverdueInvoice, PaymentOverdue } from '@fairwell/contract';
import {
  FairwellError,
  createFailedPaymentWall,
  createFailedPaymentWallGateway,
  formatMoney,
  type BankRequest,
  type FailedPaymentWall,
  type FailedPaymentWallRules,
  type WallState,
} from '@fairwell/core';
import { html, nothing, type CSSResultGroup } from 'lit';
import { property, state } from 'lit/decorators.js';
import { flag } from '../base/flag.js';
import { tabStorage } from '../cancel-flow/tab-storage.js';
import { msg, str } from '../localization/localization.js';
import { WallElement, type Content, type WallView } from '../wall/wall-element.js';
import { appearanceOf } from './appearance.js';
import { askBank, CardForm } from './card-form.js';
import { failedPaymentWallStyles } from './failed-payment-wall.styles.js';
import {
  bankFailedWords,
  canceledWords,
  cancelWords,
  dueWords,
  formFailedWords,
  graceWords,
  hostedLabel,
  overdueHeading,
} from './payment-words.js';
import { createStripeLoader, type LoadStripe } from './stripe.js';

const loadStripe = createStripeLoader();

/**
 * @summary Stands before the page while a payment is overdue, until the customer has paid it.
 * @tag fw-failed-payment-wall
 *
 * A hard wall keeps the page out of reach of pointer, keyboard and screen reader, and comes back when
 * it is taken out of the page; `hide()` takes it down. A check that fails shuts nobody out. While a
 * bank asks the customer to confirm, and after they asked for support, the wall covers the page
 * without being modal: only then can what the bank or the host opens be reached.
 *
 * With Stripe a new card is taken in the page, by Stripe.js, which is loaded from js.stripe.com when the
 * customer asks for it. Where it cannot be loaded, or the wall stands in somebody's shadow root, where
 * Stripe.js does not work, the provider's own page takes its place.
 *
 * @fires {WallActivatedEvent} fw-failed-payment-wall-activated - The wall stands before the customer.
 * @fires {UpdatePaymentInformationEvent} fw-update-payment-information - The overdue invoice was paid; `detail.customer`.
 * @fires {OutcomeEvent<'cancel'>} fw-cancel - The subscription was cancelled; `detail.outcome` and `detail.customer`.
 * @fires {WallCloseEvent} fw-failed-payment-wall-close - The customer stepped past the wall.
 * @fires {ErrorEvent} fw-error - Something failed; `detail.error` says what, and `detail.type` is one of FAILED_PAYMENT_WALL_INITIALIZATION_ERROR, FAILED_PAYMENT_WALL_UPDATE_CARD_ERROR and FAILED_PAYMENT_WALL_CANCEL_ERROR.
 *
 * @csspart overlay - The ground under the panel.
 * @csspart modal - The panel; also `failed-payment-wall`.
 * @csspart failed-payment-wall - The panel.
 * @csspart close-button - Steps past the wall, or closes the notice that it has fallen.
 * @csspart header - Back button and heading.
 * @csspart back-button - Leads back to the overview.
 * @csspart heading - What is the matter.
 * @csspart body - What is due and since when, or the form for a card.
 * @csspart price - What is due.
 * @csspart notice - What has come of it; also the notice that the payment went through.
 * @csspart alert - Why the last press failed.
 * @csspart footer - The buttons.
 * @csspart primary-button - The best way to pay.
 * @csspart secondary-button - Tries the saved card again.
 * @csspart danger-button - Cancels.
 * @csspart text-button - Asks for support, cancels, logs out, or steps past the wall.
 *
 * @cssprop [--fw-modal-width=480px] - Width of the panel.
 * @cssprop [--fw-modal-padding=32px] - Space inside the panel.
 * @cssprop [--fw-modal-radius=16px] - Corner of the panel.
 * @cssprop [--fw-modal-shadow] - Shadow of the panel.
 * @cssprop [--fw-modal-border=none] - Border of the panel.
 * @cssprop [--fw-color-overlay] - The ground under the panel.
 * @cssprop [--fw-wall-overlay-filter=blur(8px)] - What the overlay does to the page under it.
 */
export class FailedPaymentWallElement extends WallElement<FailedPaymentWall> {
  static override styles: CSSResultGroup = [WallElement.styles, failedPaymentWallStyles];

  /** What is overdue, where no service knows. Its `hostedUrl` is where it is paid. */
  @property({ attribute: false }) invoice?: OverdueInvoice | undefined;

  /** For so many days from when the invoice was due the customer can step past the wall. */
  @property({ type: Number, attribute: 'grace-period-days' }) gracePeriodDays = 0;

  /** Only an invoice that was tried and failed raises the wall. */
  @property({ type: Boolean, converter: flag, attribute: 'ignore-invoices-without-attempt' })
  ignoreInvoicesWithoutAttempt = false;

  /**
   * The host's own rule: `true` leaves the wall as the other options have it, `false` lets the
   * customer in, `'soft'` and `'hard'` go before the other options.
   */
  @property({ attribute: false })
  shouldShowFailedPaymentWall?: FailedPaymentWallRules['shouldShowFailedPaymentWall'];

  /** Makes Stripe.js ready; from js.stripe.com where the host does not see to it. */
  @property({ attribute: false }) loadStripe: LoadStripe = loadStripe;

  /** The customer can type. */
  @state() private canType = false;

  #form: CardForm | undefined;
  #hasFollowed = false;

  constructor() {
    super('failedPayment', 'failed-payment-wall');
  }

  protected override get request() {
    const { softWall, gracePeriodDays, ignoreInvoicesWithoutAttempt, invoice } = this;
    return {
      ...this.hostOptions,
      invoice,
      softWall,
      gracePeriodDays,
      ignoreInvoicesWithoutAttempt,
    };
  }

  protected override createWall(): FailedPaymentWall {
    const { softWall, gracePeriodDays, ...request } = this.request;
    const { ignoreInvoicesWithoutAttempt } = request;
    return createFailedPaymentWall({
      gateway: createFailedPaymentWallGateway({ ...request, handlers: this.handlers }),
      storage: tabStorage(),
      softWall,
      gracePeriodDays,
      ignoreInvoicesWithoutAttempt,
      shouldShowFailedPaymentWall: (invoice, customer) =>
        this.shouldShowFailedPaymentWall?.(invoice, customer) ?? true,
      confirmWithBank: (request) => this.#askBank(request),
    });
  }

  protected override willUpdate(): void {
    super.willUpdate();
    const page = this.state?.page;
    if (page?.kind !== 'card') this.#closeForm();
    else if (this.isConnected) this.#form ??= this.#openForm(page.setup);
  }

  protected override updated(): void {
    super.updated();
    const leads = this.state?.page.kind === 'hosted';
    if (leads && !this.#hasFollowed) this.#part('primary-button').click();
    this.#hasFollowed = leads;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#closeForm();
  }

  protected override viewOf(state: WallState<PaymentOverdue>): WallView {
    const { wall, page, hardFrom, canceled } = state;
    if (!wall) return { heading: '', body: nothing, buttons: nothing };
    if (page.kind === 'card') return this.#cardView(wall.invoice);
    if (page.kind === 'hosted') return this.#hostedView(page.url);
    const { invoice } = wall;
    return {
      heading: overdueHeading(invoice),
      body: html`
        <div class="due">
          <p part="price">${this.#amount(invoice)}</p>
          <p class="since">${dueWords(invoice, this.locale)}</p>
        </div>
        ${hardFrom ? html`<p>${graceWords(hardFrom, this.locale)}</p>` : nothing}
        ${
          canceled
            ? html`<p part="notice">${canceledWords(canceled.endsAt, this.locale)}</p>`
            : nothing
        }
      `,
      buttons: this.#overviewButtons(wall),
    };
  }

  protected override settledWords(): [title: string, text: string] {
    return [
      msg('Thank you.', { id: 'invoicePaidTitle' }),
      msg('Your payment went through.', { id: 'invoicePaidMessage' }),
    ];
  }

  protected override cancelWords(endsAt: string | undefined): string {
    return cancelWords(endsAt, this.locale);
  }

  protected override errorWords(failure: NonNullable<WallState['error']>): string {
    const isBlocked = failure.action === 'card' && !this.state?.can.has('card');
    return isBlocked ? formFailedWords() : super.errorWords(failure);
  }

  #amount({ amountDue }: OverdueInvoice): string {
    return formatMoney(amountDue, this.locale);
  }

  /** The best way to pay comes first; which one that is depends on what the provider can do. */
  #overviewButtons({ card }: PaymentOverdue): Content {
    const { can, error } = this.state ?? {};
    const hasForm = can?.has('card') ?? false;
    const hosted = this.renderButton(
      hasForm ? 'secondary-button' : 'primary-button',
      'hosted',
      hostedLabel(card),
      () => this.wall?.openHosted(location.href),
    );
    return html`
      ${this.renderButton(
        'primary-button',
        'card',
        msg('Pay with another card', { id: 'updateBilling' }),
        () => this.wall?.changeCard(),
      )}
      ${hasForm ? nothing : hosted}
      ${this.renderButton(
        hasForm || can?.has('hosted') ? 'secondary-button' : 'primary-button',
        'pay',
        msg('Try my saved card again', { id: 'retrySavedCard' }),
        () => this.wall?.pay(),
      )}
      ${hasForm && error ? hosted : nothing}
      <div class="ways-out">
        ${this.renderButton(
          'text-button',
          'support',
          msg('Contact support', { id: 'contactSupport' }),
          () => this.wall?.requestSupport(),
        )}
        ${this.renderButton(
          'text-button',
          'cancel',
          msg('Cancel subscription', { id: 'cancelSubscription' }),
          () => this.wall?.askToCancel(),
        )}
        ${this.renderButton('text-button', 'logOut', msg('Log out', { id: 'logout' }), () =>
          this.wall?.logOut(),
        )}
      </div>
    `;
  }

  #cardView(invoice: OverdueInvoice): WallView {
    const amount = this.#amount(invoice);
    return {
      heading: msg('Pay with another card', { id: 'updateBilling' }),
      body: html`
        <p>
          ${msg(str`${amount} is charged to it now, and it takes the place of your saved card.`, {
            id: 'newCardCharged',
          })}
        </p>
        <slot name="card"></slot>
        ${this.canType ? nothing : html`<p class="since">${msg('Loading…', { id: 'loading' })}</p>`}
      `,
      buttons: this.renderButton(
        'primary-button',
        'pay',
        msg(str`Pay ${amount}`, { id: 'payNow' }),
        () => this.wall?.pay(() => this.#confirmCard()),
        this.canType,
      ),
    };
  }

  #hostedView(url: string): WallView {
    return {
      heading: msg('On to the secure page', { id: 'hostedPage' }),
      body: html`<p>
        ${msg('Our payment provider takes your card there, and brings you back here.', {
          id: 'hostedPageDescription',
        })}
      </p>`,
      buttons: html`<a part="primary-button" href=${url}>${msg('Continue', { id: 'next' })}</a>`,
    };
  }

  #openForm(setup: CardSetup): CardForm {
    const form = new CardForm(this);
    const appearance = appearanceOf(this.#part('modal'), this.#part('primary-button'));
    form
      .show(setup, this.loadStripe, this.locale, appearance)
      .then(() => (this.canType = this.#form === form))
      .catch((cause: unknown) => {
        if (this.#form === form) this.wall?.cardFormFailed(cause);
      });
    return form;
  }

  #closeForm(): void {
    this.#form?.remove();
    this.#form = undefined;
    this.canType = false;
  }

  async #askBank({ publishableKey, clientSecret }: BankRequest): Promise<void> {
    const stripe = await this.loadStripe(publishableKey, this.locale).catch((cause: unknown) => {
      throw new FairwellError('action_unsupported', 'Stripe.js could not be loaded.', {
        customerMessage: bankFailedWords(),
        cause,
      });
    });
    // The bank's window is out of reach beside a modal.
    await this.updateComplete;
    await askBank(stripe, clientSecret);
  }

  async #confirmCard(): Promise<string> {
    // The form may ask the bank by itself, whose window is out of reach beside a modal.
    await this.updateComplete;
    if (!this.#form) throw new Error('There is no form.');
    return this.#form.confirm();
  }

  #part(name: string): HTMLElement {
    const part = this.renderRoot.querySelector<HTMLElement>(`[part~="${name}"]`);
    if (!part) throw new Error(`The wall shows no ${name}.`);
    return part;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fw-failed-payment-wall': FailedPaymentWallElement;
  }
}
