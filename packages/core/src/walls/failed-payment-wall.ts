import type { Customer, PaymentOverdue, PayRequest } from '@fairwell/contract';
import { asFairwellError, FairwellError, prospectsAfter } from '../errors.js';
import { isPageAddress } from './page-address.js';
import { WallMachine, type WallMachineOptions } from './wall-machine.js';
import { paymentStanding, type FailedPaymentWallRules, type Standing } from './wall-rules.js';
import type { BankRequest, FailedPaymentWall, WallActionType } from './wall-state.js';

export interface FailedPaymentWallOptions
  extends WallMachineOptions<PaymentOverdue>, FailedPaymentWallRules {
  /** Has the customer confirm a payment with their bank. Without it such a payment fails. */
  confirmWithBank?: ((request: BankRequest) => Promise<void>) | undefined;
}

/** Has the provider a page that takes a new card. */
function hasPortal({ card, portal = false }: PaymentOverdue): boolean {
  return card === 'hosted' || (card === 'inPage' && portal);
}

class FailedPaymentWallMachine extends WallMachine<PaymentOverdue> implements FailedPaymentWall {
  readonly #options: FailedPaymentWallOptions;
  /** The new card, until it is known what came of it. */
  #paymentMethodId: string | undefined;
  #hasNoForm = false;

  constructor(options: FailedPaymentWallOptions) {
    super('failedPayment', options, {
      check: 'FAILED_PAYMENT_WALL_INITIALIZATION_ERROR',
      pay: 'FAILED_PAYMENT_WALL_UPDATE_CARD_ERROR',
      card: 'FAILED_PAYMENT_WALL_UPDATE_CARD_ERROR',
      hosted: 'FAILED_PAYMENT_WALL_UPDATE_CARD_ERROR',
      cancel: 'FAILED_PAYMENT_WALL_CANCEL_ERROR',
    });
    this.#options = options;
  }

  async changeCard(): Promise<void> {
    const { setUpCard } = this.gateway;
    if (!setUpCard || !this.state.can.has('card')) return;
    await this.act('card', async () => this.show({ kind: 'card', setup: await setUpCard() }));
  }

  cardFormFailed(cause: unknown): void {
    if (this.state.page.kind !== 'card') return;
    this.#hasNoForm = true;
    this.show({ kind: 'overview' });
    this.fail(
      'card',
      new FairwellError('network', 'The card form could not be loaded.', { cause }),
    );
  }

  async pay(confirmCard?: () => Promise<string>): Promise<void> {
    const { wall, can } = this.state;
    if (!wall || !can.has('pay')) return;
    const { id } = wall.invoice;
    await this.act('pay', async () => {
      if (!confirmCard) return this.#charge(id);
      this.#paymentMethodId = undefined;
      // The form may ask the bank by itself.
      this.wait('pay', true);
      this.#paymentMethodId = await confirmCard();
      this.wait('pay', false);
      // A form is good for one card, and this one has been used.
      await this.#charge(id).finally(() => this.show({ kind: 'overview' }));
    });
  }

  async openHosted(returnUrl: string): Promise<void> {
    const { wall, can } = this.state;
    if (!wall || !can.has('hosted')) return;
    await this.act('hosted', async () => {
      const { openPortal } = this.gateway;
      const url =
        openPortal && hasPortal(wall) ? await openPortal(returnUrl) : wall.invoice.hostedUrl;
      if (!isPageAddress(url))
        throw new FairwellError('action_unsupported', 'The address of the page is none.');
      this.outdate();
      this.show({ kind: 'hosted', url });
    });
  }

  protected override standing(
    { invoice }: PaymentOverdue,
    customer: Customer,
    now: Date,
  ): Standing | null {
    return paymentStanding(invoice, customer, this.#options, now);
  }

  protected override possible(wall: PaymentOverdue): WallActionType[] {
    const { card, invoice } = wall;
    const { pay, setUpCard, openPortal, cancel, logOut, requestSupport } = this.gateway;
    const all = {
      pay,
      card: setUpCard && card === 'inPage' && !this.#hasNoForm,
      hosted: invoice.hostedUrl || (openPortal && hasPortal(wall)),
      cancel,
      logOut,
      support: requestSupport,
    };
    return (['pay', 'card', 'hosted', 'cancel', 'logOut', 'support'] as const).filter(
      (action) => all[action],
    );
  }

  async #charge(invoiceId: string, afterBank = false): Promise<void> {
    const answer = await this.#send({
      invoiceId,
      ...(this.#paymentMethodId && { paymentMethodId: this.#paymentMethodId }),
    });
    if (answer.status === 'paid') {
      this.#paid();
      return;
    }
    const { confirmWithBank } = this.#options;
    if (!confirmWithBank || afterBank)
      throw new FairwellError('payment_declined', 'The bank was not asked, or did not agree.');
    this.wait('pay', true);
    await confirmWithBank(answer);
    this.wait('pay', false);
    await this.#charge(invoiceId, true);
  }

  async #send(request: Omit<PayRequest, 'key'>) {
    const { pay } = this.gateway;
    if (!pay) throw new FairwellError('action_unsupported', 'Nobody can charge here.');
    try {
      return await this.decide(JSON.stringify(request), (key) => pay({ ...request, key }));
    } catch (thrown) {
      const error = asFairwellError(thrown);
      if (prospectsAfter(error.code).settled) this.#paymentMethodId = undefined;
      throw error;
    }
  }

  #paid(): void {
    const { customer } = this.state;
    this.outdate();
    this.lower();
    this.finish('pay', {});
    if (customer) this.emit({ type: 'pay', customer });
  }
}

/** A failed-payment wall without a screen, ready to `check`. */
export function createFailedPaymentWall(options: FailedPaymentWallOptions): FailedPaymentWall {
  return new FailedPaymentWallMachine(options);
}
