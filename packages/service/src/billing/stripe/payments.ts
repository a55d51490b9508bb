import type { CardSetup } from '@fairwell/contract';
import Stripe from 'stripe';
import type { PaymentRequest } from '../changes.js';
import type { Invoice } from '../invoices.js';
import { ApprovalRequired, ProviderError } from '../provider-error.js';
import { reading, readingOne } from './errors.js';
import { hasEnded, toInstant } from './mapping.js';

export interface StripePaymentsOptions {
  stripe: Stripe;
  publishableKey: string | undefined;
  /** The options of a request that is made once under a key. */
  once: (key: string) => Stripe.RequestOptions;
  /** Carries a request under its key out. */
  write: <T>(request: PaymentRequest, work: () => Promise<T>) => Promise<T>;
}

const states: Partial<Record<string, Invoice['state']>> = {
  open: 'open',
  paid: 'paid',
  uncollectible: 'uncollectible',
} satisfies Partial<Record<Stripe.Invoice.Status, Invoice['state']>>;

function idOf(reference: string | { id: string } | null | undefined): string | undefined {
  return typeof reference === 'string' ? reference : reference?.id;
}

function subscriptionOf({ parent }: Stripe.Invoice): string | undefined {
  return idOf(parent?.subscription_details?.subscription);
}

/** Drafts and void invoices ask for nothing. */
function toInvoice(invoice: Stripe.Invoice): Invoice[] {
  const { id, status, created, currency, amount_remaining, attempted } = invoice;
  const state = states[status ?? ''];
  if (!state) return [];
  const due = invoice.due_date ?? invoice.status_transitions.finalized_at ?? created;
  return [
    {
      id,
      subscriptionId: subscriptionOf(invoice),
      state,
      amountDue: { value: amount_remaining, currency },
      createdAt: toInstant(created),
      dueAt: toInstant(due),
      attempted,
      hostedUrl: invoice.hosted_invoice_url ?? undefined,
    },
  ];
}

/** @param invoices The latest first. */
function latestOfEach(invoices: readonly Invoice[]): Invoice[] {
  const seen = new Set<string | undefined>();
  return invoices.filter(({ subscriptionId }) => {
    const isFirst = !seen.has(subscriptionId);
    seen.add(subscriptionId);
    return isFirst;
  });
}

function intentsOf({ payments }: Stripe.Invoice): Stripe.PaymentIntent[] {
  return (payments?.data ?? []).flatMap(({ payment: { payment_intent: intent } }) =>
    typeof intent === 'object' ? intent : [],
  );
}

function asksForApproval(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeCardError &&
    error.code === 'invoice_payment_intent_requires_action'
  );
}

/** What is owed at Stripe, and how it is paid. */
export class StripePayments {
  readonly #stripe: Stripe;
  readonly #publishableKey: string | undefined;
  readonly #once: StripePaymentsOptions['once'];
  readonly #write: StripePaymentsOptions['write'];

  constructor({ stripe, publishableKey, once, write }: StripePaymentsOptions) {
    this.#write = write;
    this.#stripe = stripe;
    this.#publishableKey = publishableKey;
    this.#once = once;
  }

  async list(customer: string): Promise<Invoice[]> {
    const page = await readingOne(() => this.#stripe.invoices.list({ customer, limit: 100 }));
    const invoices = (page?.data ?? []).sort((a, b) => b.created - a.created).flatMap(toInvoice);
    await Promise.all(
      latestOfEach(invoices).map(async (latest) => {
        // A bank debit takes days, and nobody owes anything meanwhile.
        if (latest.state === 'open' && (await this.#isProcessing(latest.id)))
          latest.state = 'processing';
      }),
    );
    return invoices;
  }

  async pay(request: PaymentRequest): Promise<void> {
    const { customerId, invoiceId, paymentMethodId, key } = request;
    const invoice = await this.#retrieve(invoiceId);
    if (!invoice || idOf(invoice.customer) !== customerId)
      throw new ProviderError('invoice_unknown', 'The customer has no such invoice', 'none');
    if (invoice.status === 'paid') return;
    if (paymentMethodId !== undefined)
      await this.#makeDefault(paymentMethodId, customerId, subscriptionOf(invoice), key);
    const isPaid = await this.#write(request, () => this.#collect(invoiceId, paymentMethodId, key));
    if (!isPaid) await this.#explain(invoiceId);
  }

  async isPaid({ customerId, invoiceId }: PaymentRequest): Promise<boolean> {
    const invoice = await this.#retrieve(invoiceId);
    return invoice?.status === 'paid' && idOf(invoice.customer) === customerId;
  }

  async setUpCard(customer: string): Promise<CardSetup> {
    const { client_secret: clientSecret } = await reading(() =>
      this.#stripe.setupIntents.create({
        customer,
        usage: 'off_session',
        // What leads away from the page would not come back to the wall.
        automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
      }),
    );
    if (clientSecret === null || this.#publishableKey === undefined)
      throw new ProviderError('action_unsupported', 'No card can be taken in the page', 'none');
    return { publishableKey: this.#publishableKey, clientSecret };
  }

  async openPortal(customer: string, returnUrl: string): Promise<string> {
    const { url } = await reading(() =>
      this.#stripe.billingPortal.sessions.create({
        customer,
        return_url: returnUrl,
        flow_data: {
          type: 'payment_method_update',
          after_completion: { type: 'redirect', redirect: { return_url: returnUrl } },
        },
      }),
    );
    return url;
  }

  async #retrieve(id: string, expand: string[] = []): Promise<Stripe.Invoice | null> {
    return readingOne(() => this.#stripe.invoices.retrieve(id, { expand }));
  }

  async #isProcessing(id: string): Promise<boolean> {
    const invoice = await this.#retrieve(id, ['payments.data.payment.payment_intent']);
    return !!invoice && intentsOf(invoice).some(({ status }) => status === 'processing');
  }

  /**
   * The subscription's own card wins over the customer's, so it is set on both. No money has moved
   * if that fails: hence `reading`.
   */
  async #makeDefault(
    card: string,
    customerId: string,
    subscriptionId: string | undefined,
    key: string,
  ): Promise<void> {
    const method = await readingOne(() => this.#stripe.paymentMethods.retrieve(card));
    if (idOf(method?.customer) !== customerId)
      throw new ProviderError('invalid_request', 'This is no card of the customer', 'none', {
        field: 'paymentMethodId',
      });
    await reading(() =>
      this.#stripe.customers.update(
        customerId,
        { invoice_settings: { default_payment_method: card } },
        this.#once(`${key}-customer`),
      ),
    );
    if (subscriptionId === undefined) return;
    const subscription = await readingOne(() =>
      this.#stripe.subscriptions.retrieve(subscriptionId),
    );
    if (!subscription || hasEnded(subscription)) return;
    await reading(() =>
      this.#stripe.subscriptions.update(
        subscriptionId,
        { default_payment_method: card },
        this.#once(`${key}-subscription`),
      ),
    );
  }

  async #collect(id: string, card: string | undefined, key: string): Promise<boolean> {
    try {
      const { status } = await this.#stripe.invoices.pay(
        id,
        { off_session: false, ...(card !== undefined && { payment_method: card }) },
        this.#once(key),
      );
      return status === 'paid';
    } catch (error) {
      if (asksForApproval(error)) return false;
      throw error;
    }
  }

  /** Why a payment that was not refused did not go through either. */
  async #explain(id: string): Promise<never> {
    const invoice = await this.#retrieve(id, [
      'confirmation_secret',
      'payments.data.payment.payment_intent',
    ]).catch(() => null);
    const clientSecret = invoice?.confirmation_secret?.client_secret;
    const waits =
      !!invoice && intentsOf(invoice).some(({ status }) => status === 'requires_action');
    if (!waits || clientSecret === undefined)
      throw new ProviderError('outcome_unknown', 'The payment is still on its way', 'open');
    if (this.#publishableKey === undefined)
      throw new ProviderError(
        'payment_declined',
        'The bank asks for the customer, and without a publishable key no page can let them answer',
        'none',
      );
    throw new ApprovalRequired({ publishableKey: this.#publishableKey, clientSecret });
  }
}
