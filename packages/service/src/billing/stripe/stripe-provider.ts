import type { CardSetup, Coupon, Customer, Price, Subscription } from '@fairwell/contract';
import Stripe from 'stripe';
import type { Change, ChangeMap, ChangeRequest, ChangeType, PaymentRequest } from '../changes.js';
import type { Invoice } from '../invoices.js';
import { NeverMade, ProviderError } from '../provider-error.js';
import type { BillingProvider, Capability } from '../provider.js';
import type { IncomingWebhooks } from '../../webhooks-in/provider-event.js';
import { isKeyUsed, isReplayed, reading, readingOne, writing } from './errors.js';
import { feedbackFor } from './feedback.js';
import { createHttpClient } from './http-client.js';
import {
  actionMark,
  hasEnded,
  isRunning,
  pauseStartMark,
  toCoupon,
  toCustomer,
  toPrice,
  toSeconds,
  toSubscription,
} from './mapping.js';
import { StripePayments } from './payments.js';
import { StripeWebhooks } from './webhooks.js';

export interface StripeProviderOptions {
  /** Of the mode that the provider is for. */
  secretKey: string;
  /** Of the same account and mode: lets a page take a new card. Without it that happens at Stripe's portal. */
  publishableKey?: string | undefined;
  /** Of the endpoint that Stripe sends webhooks to; several while one is replaced. Without any, none are taken in. */
  webhookSecrets?: readonly string[] | undefined;
  /** Where Stripe's API is, if not at Stripe. */
  server?: { host: string; port: number; protocol: 'http' | 'https' } | undefined;
  /** Milliseconds to wait for an answer to a question (asked twice) and to a change (asked once). */
  timeouts?: { read: number; write: number } | undefined;
}

type Update = Stripe.SubscriptionUpdateParams;

const withCoupons = ['discounts.source.coupon'];

function details({
  reason,
}: ChangeMap['cancel']): Stripe.SubscriptionUpdateParams.CancellationDetails {
  return {
    ...(reason.choiceId !== undefined && { feedback: feedbackFor(reason.choiceId) }),
    ...(reason.comment !== undefined && { comment: reason.comment }),
  };
}

const pauseBehaviors: Record<
  ChangeMap['pause']['invoices'],
  Stripe.SubscriptionUpdateParams.PauseCollection.Behavior
> = { markUncollectible: 'mark_uncollectible', void: 'void', keepAsDraft: 'keep_as_draft' };

function rejected(message: string): ProviderError {
  return new ProviderError('provider_rejected', message, 'none');
}

/** What an update of the subscription has to say to make a change. An immediate cancel is not an update. */
const updates: {
  [T in ChangeType]: (change: ChangeMap[T], subscription: Stripe.Subscription) => Update;
} = {
  cancel: (change) => ({ cancel_at_period_end: true, cancellation_details: details(change) }),
  undoCancel: (_change, { cancel_at_period_end }) =>
    cancel_at_period_end ? { cancel_at_period_end: false } : { cancel_at: '' },
  discount({ couponId, stack }, { discounts }) {
    const kept = stack ? discounts.map((each) => (typeof each === 'string' ? each : each.id)) : [];
    // What is given takes the place of what is there, so what is to stay is given again.
    return { discounts: [...kept.map((discount) => ({ discount })), { coupon: couponId }] };
  },
  pause: ({ startsAt, resumesAt, invoices }) => ({
    pause_collection: { behavior: pauseBehaviors[invoices], resumes_at: toSeconds(resumesAt) },
    metadata: { [pauseStartMark]: startsAt },
  }),
  resume(_change, { status }) {
    if (status === 'paused') throw rejected('The subscription was paused at Stripe in another way');
    return { pause_collection: '', metadata: { [pauseStartMark]: '' } };
  },
  planChange({ priceId, prorate }, { items }) {
    const [item, another] = items.data;
    if (!item || another) throw rejected('Only a subscription to one plan can change it');
    return {
      items: [{ id: item.id, price: priceId }],
      proration_behavior: prorate ? 'create_prorations' : 'none',
      // A plan whose first invoice is not paid is not changed to.
      payment_behavior: 'error_if_incomplete',
    };
  },
  trialExtension: ({ trialEnd }) => ({
    trial_end: toSeconds(trialEnd),
    proration_behavior: 'none',
  }),
};

function updateFor<T extends ChangeType>(
  type: T,
  change: ChangeMap[T],
  subscription: Stripe.Subscription,
): Update {
  return updates[type](change, subscription);
}

/** A schedule governs these, and has to let go of the subscription before they can be changed. */
function isGoverned({ type }: Change): boolean {
  return type !== 'pause' && type !== 'resume';
}

/** What is not running has no paid period whose end could be waited for. */
function endsAtOnce({ at }: ChangeMap['cancel'], subscription: Stripe.Subscription): boolean {
  return at === 'immediately' || !isRunning(subscription);
}

/** Stripe, by its official SDK. */
export class StripeProvider implements BillingProvider {
  readonly name = 'stripe';
  readonly capabilities: ReadonlySet<Capability>;
  readonly webhooks: IncomingWebhooks | undefined;
  readonly #stripe: Stripe;
  readonly #payments: StripePayments;
  readonly #writeTimeout: number;

  constructor({
    secretKey,
    publishableKey,
    webhookSecrets = [],
    server,
    timeouts = { read: 4_000, write: 12_000 },
  }: StripeProviderOptions) {
    this.#writeTimeout = timeouts.write;
    this.#stripe = new Stripe(secretKey, {
      ...server,
      httpClient: createHttpClient(),
      timeout: timeouts.read,
      maxNetworkRetries: 1,
      telemetry: false,
      appInfo: { name: 'Fairwell' },
    });
    this.webhooks =
      webhookSecrets.length > 0 ? new StripeWebhooks(this.#stripe, webhookSecrets) : undefined;
    this.#payments = new StripePayments({
      stripe: this.#stripe,
      publishableKey,
      once: (key) => this.#once(key),
      write: (request, work) => this.#write(request, work),
    });
    this.capabilities = new Set<Capability>([
      ...Object.keys(updates).filter(isChange),
      'invoices',
      'pay',
      'portal',
      ...(publishableKey === undefined ? [] : (['cardSetup'] as const)),
    ]);
  }

  async getCustomer(id: string): Promise<Customer | null> {
    const customer = await readingOne(() => this.#stripe.customers.retrieve(id));
    return !customer || customer.deleted ? null : toCustomer(customer);
  }

  async findCustomersByEmail(email: string): Promise<Customer[]> {
    const { data } = await reading(() => this.#stripe.customers.list({ email, limit: 10 }));
    return data.map(toCustomer);
  }

  async listSubscriptions(customer: string): Promise<Subscription[]> {
    const expand = withCoupons.map((path) => `data.${path}`);
    const subscriptions = await readingOne(() =>
      this.#stripe.subscriptions
        .list({ customer, status: 'all', limit: 100, expand })
        .autoPagingToArray({ limit: 1000 }),
    );
    return this.#toSubscriptions(subscriptions ?? []);
  }

  async getCoupon(id: string, currency?: string): Promise<Coupon | null> {
    const coupon = await readingOne(() =>
      this.#stripe.coupons.retrieve(id, { expand: ['currency_options'] }),
    );
    return coupon?.valid ? toCoupon(coupon, currency) : null;
  }

  async getPrice(id: string): Promise<Price | null> {
    const price = await readingOne(() => this.#stripe.prices.retrieve(id, { expand: ['product'] }));
    if (!price?.active) return null;
    const { product } = price;
    const name = typeof product === 'object' && !product.deleted ? product.name : undefined;
    return toPrice(price, name);
  }

  async apply(request: ChangeRequest): Promise<Subscription> {
    const { change, key } = request;
    const subscription = await this.#retrieve(request);
    if (!subscription)
      throw new ProviderError('subscription_unknown', 'The subscription is gone', 'none');
    if (hasEnded(subscription)) {
      if (change.type === 'cancel') return this.#toSubscription(subscription);
      throw new ProviderError('already_canceled', 'The subscription has ended', 'none');
    }
    const { schedule } = subscription;
    if (schedule && isGoverned(change)) {
      const id = typeof schedule === 'string' ? schedule : schedule.id;
      await writing(() =>
        this.#stripe.subscriptionSchedules.release(id, {}, this.#once(`${key}-release`)),
      );
    }
    return this.#toSubscription(
      change.type === 'cancel' && endsAtOnce(change, subscription)
        ? await this.#cancelNow(request, change)
        : await this.#update(request, updateFor(change.type, change, subscription)),
    );
  }

  async findApplied(request: ChangeRequest): Promise<Subscription | null> {
    const subscription = await this.#retrieve(request);
    if (!subscription) return null;
    const isDone =
      subscription.metadata[actionMark] === request.reference ||
      (request.change.type === 'cancel' && hasEnded(subscription));
    return isDone ? this.#toSubscription(subscription) : null;
  }

  /**
   * A key that Stripe has not seen is used up by a request that changes nothing; used for anything
   * else it is refused from then on. (https://docs.stripe.com/api/idempotent_requests)
   */
  async revoke(request: ChangeRequest | PaymentRequest): Promise<boolean> {
    // Ending a subscription at once is a DELETE, which Stripe takes without a key.
    if ('change' in request && request.change.type === 'cancel') {
      const subscription = await this.#retrieve(request);
      if (subscription && endsAtOnce(request.change, subscription)) return false;
    }
    const { customerId, key } = request;
    return reading(async () => {
      try {
        await this.#stripe.customers.update(customerId, {}, this.#once(key));
        return true;
      } catch (error) {
        if (isKeyUsed(error)) return false;
        // Stripe broke down over it, and answers the same for ever: the key is used up all the same.
        if (isReplayed(error)) return true;
        throw error;
      }
    });
  }

  async listInvoices(customerId: string): Promise<Invoice[]> {
    return this.#payments.list(customerId);
  }

  async pay(request: PaymentRequest): Promise<void> {
    return this.#payments.pay(request);
  }

  async isPaid(request: PaymentRequest): Promise<boolean> {
    return this.#payments.isPaid(request);
  }

  async setUpCard(customerId: string): Promise<CardSetup> {
    return this.#payments.setUpCard(customerId);
  }

  async openPortal(customerId: string, returnUrl: string): Promise<string> {
    return this.#payments.openPortal(customerId, returnUrl);
  }

  async #update(request: ChangeRequest, params: Update): Promise<Stripe.Subscription> {
    const { subscriptionId, reference, key } = request;
    // In the same request as the change, so that the mark is there exactly if the change is.
    const metadata = { ...params.metadata, [actionMark]: reference };
    return this.#write(request, () =>
      this.#stripe.subscriptions.update(
        subscriptionId,
        { ...params, metadata, expand: withCoupons },
        this.#once(key),
      ),
    );
  }

  /** A DELETE has no idempotency key; that the subscription has ended is what shows that it was done. */
  async #cancelNow(
    request: ChangeRequest,
    change: ChangeMap['cancel'],
  ): Promise<Stripe.Subscription> {
    try {
      return await writing(() =>
        this.#stripe.subscriptions.cancel(
          request.subscriptionId,
          { cancellation_details: details(change), expand: withCoupons },
          { timeout: this.#writeTimeout, maxNetworkRetries: 0 },
        ),
      );
    } catch (error) {
      // That it cannot be read either says nothing of what was done.
      const now = await this.#retrieve(request).catch(() => null);
      if (now && hasEnded(now)) return now;
      throw error;
    }
  }

  /** A request under its key. Where that was called back, it is certain that nothing is done. */
  #write<T>(request: ChangeRequest | PaymentRequest, work: () => Promise<T>): Promise<T> {
    return writing(async () => {
      try {
        return await work();
      } catch (error) {
        if (isKeyUsed(error) && (await this.revoke(request).catch(() => false)))
          throw new NeverMade('This was called back');
        throw error;
      }
    });
  }

  #once(idempotencyKey: string): Stripe.RequestOptions {
    return { idempotencyKey, timeout: this.#writeTimeout, maxNetworkRetries: 0 };
  }

  /** Null for one that does not exist or is somebody else's. */
  async #retrieve({
    subscriptionId,
    customerId,
  }: ChangeRequest): Promise<Stripe.Subscription | null> {
    const subscription = await readingOne(() =>
      this.#stripe.subscriptions.retrieve(subscriptionId, { expand: withCoupons }),
    );
    if (!subscription) return null;
    const { customer } = subscription;
    const owner = typeof customer === 'string' ? customer : customer.id;
    return owner === customerId ? subscription : null;
  }

  async #toSubscription(subscription: Stripe.Subscription): Promise<Subscription> {
    return toSubscription(subscription, await this.#productNames([subscription]));
  }

  async #toSubscriptions(subscriptions: readonly Stripe.Subscription[]): Promise<Subscription[]> {
    const names = await this.#productNames(subscriptions);
    return subscriptions.map((subscription) => toSubscription(subscription, names));
  }

  /** The names of plans that have none of their own. They are for showing, so one that cannot be read is left out. */
  async #productNames(subscriptions: readonly Stripe.Subscription[]): Promise<Map<string, string>> {
    const ids = subscriptions
      .flatMap(({ items }) => items.data)
      .filter(({ price }) => price.nickname === null)
      .map(({ price: { product } }) => (typeof product === 'string' ? product : product.id));
    const products = await Promise.all(
      [...new Set(ids)].map((id) => this.#stripe.products.retrieve(id).catch(() => null)),
    );
    return new Map(products.flatMap((product) => (product ? [[product.id, product.name]] : [])));
  }
}

function isChange(name: string): name is ChangeType {
  return Object.hasOwn(updates, name);
}
