import type { CardSetup } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import type {
  LoadStripe,
  StripeAppearance,
  StripeElements,
  StripeError,
  StripeJs,
  StripePaymentElement,
} from './stripe.js';

/** Stripe says in the customer's language what is wrong with a card. */
function refusal({ message }: StripeError): FairwellError {
  return new FairwellError('payment_declined', message ?? 'Stripe.js gave no reason.', {
    customerMessage: message,
  });
}

/** Has the customer confirm a payment with their bank, in a window that Stripe puts into the page. */
export async function askBank(stripe: StripeJs, clientSecret: string): Promise<void> {
  const { error } = await stripe.handleNextAction({ clientSecret });
  if (error) throw refusal(error);
}

/**
 * Stripe's form for a card. It stands in the page's own tree, in a slot of `host`: Stripe.js does not
 * work in a shadow root.
 */
export class CardForm {
  readonly #container = document.createElement('div');
  #stripe: StripeJs | undefined;
  #elements: StripeElements | undefined;
  #payment: StripePaymentElement | undefined;
  #isGone = false;

  constructor(host: HTMLElement) {
    this.#container.slot = 'card';
    host.append(this.#container);
  }

  /** Resolves when the customer can type; rejects where the form cannot be shown. */
  async show(
    { publishableKey, clientSecret }: CardSetup,
    loadStripe: LoadStripe,
    locale: string,
    appearance: StripeAppearance,
  ): Promise<void> {
    const stripe = await loadStripe(publishableKey, locale);
    if (this.#isGone) return;
    this.#stripe = stripe;
    this.#elements = stripe.elements({ clientSecret, appearance });
    const payment = this.#elements.create('payment');
    this.#payment = payment;
    await new Promise<void>((resolve, reject) => {
      payment.on('ready', resolve);
      payment.on('loaderror', ({ error }) => reject(new Error(error.message)));
      payment.mount(this.#container);
    });
  }

  /**
   * Makes a payment method of what was typed.
   * @returns its id.
   * @throws {FairwellError} `payment_declined`, with Stripe's words as `customerMessage`.
   */
  async confirm(): Promise<string> {
    const [stripe, elements] = [this.#stripe, this.#elements];
    if (!stripe || !elements) throw refusal({});
    const { error, setupIntent } = await stripe.confirmSetup({
      elements,
      redirect: 'if_required',
      confirmParams: { return_url: location.href },
    });
    const method = setupIntent?.payment_method;
    const id = typeof method === 'string' ? method : method?.id;
    if (error || !id) throw refusal(error ?? {});
    return id;
  }

  remove(): void {
    this.#isGone = true;
    this.#payment?.destroy();
    this.#container.remove();
  }
}
