import type Stripe from 'stripe';
import { followPayment, invoicePeriod } from './billing.ts';
import { addDays, periodEnd } from './calendar.ts';
import { catchUp } from './clock.ts';
import { createCoupon } from './resources/coupons.ts';
import { createCustomer, setDefaultMethod } from './resources/customers.ts';
import type { CustomerInput } from './resources/customers.ts';
import { applyDiscounts, planDiscounts } from './resources/discounts.ts';
import { subscriptionOf } from './resources/invoices.ts';
import { requireActivePrice, requireCustomer, requireSubscription } from './resources/lookup.ts';
import { createPaymentMethod } from './resources/payment-methods.ts';
import type { TestCardId } from './resources/payment-methods.ts';
import { succeed } from './resources/payments.ts';
import { createPrice, recurrence } from './resources/prices.ts';
import type { PriceInput } from './resources/prices.ts';
import { createProduct } from './resources/products.ts';
import type { ProductInput } from './resources/products.ts';
import { createPromotionCode } from './resources/promotion-codes.ts';
import type { PromotionCodeInput } from './resources/promotion-codes.ts';
import { createSchedule } from './resources/schedule-objects.ts';
import type { PhaseInput } from './resources/schedule-objects.ts';
import { confirmSetup } from './resources/setup-intents.ts';
import { cancelNow } from './resources/subscription-cancel.ts';
import {
  changeSubscription,
  createSubscription,
  currentPeriod,
} from './resources/subscriptions.ts';
import type { SubscriptionStatus } from './resources/subscriptions.ts';
import { Store } from './store.ts';

export interface CustomerSeed extends CustomerInput {
  /** The default card; `pm_card_visa` when left out, null for none. */
  readonly card?: TestCardId | null;
}

export interface SubscriptionSeed {
  readonly id?: string;
  /** A customer's id; left out, a customer is made. */
  readonly customer?: string;
  /** A price's id. */
  readonly price: string;
  readonly quantity?: number;
  /** A coupon's id. It is redeemed now, after the first invoice. */
  readonly coupon?: string;
  readonly metadata?: Stripe.Metadata;
  /** Start of the first period, Unix seconds; now when left out. What became due since then happens. */
  readonly start?: number;
  readonly trialDays?: number;
  /**
   * What the first payment and `trialDays` lead to when left out. `past_due`, `unpaid` and `incomplete`
   * come with a card of the subscription's own that is declined, and an open invoice.
   */
  readonly status?: Exclude<SubscriptionStatus, 'trialing'>;
}

export interface ScheduleSeed {
  /** A subscription's id. */
  readonly subscription: string;
  /** The price that takes over at the end of the current period; left out, there is no such phase. */
  readonly nextPrice?: string;
  /** `release` when left out; `cancel` ends the subscription with the last phase. */
  readonly endBehavior?: 'cancel' | 'release';
}

const unpaidStatuses: ReadonlySet<SubscriptionStatus> = new Set([
  'incomplete',
  'past_due',
  'unpaid',
]);

/** The simulated account: what it holds, and builders to fill it. The builders throw on unknown ids. */
export class SimulatorState extends Store {
  /** Lets what is due by the clock happen. Every request does so by itself. */
  catchUp(): void {
    catchUp(this);
  }

  seedProduct(seed: ProductInput): Stripe.Product {
    return createProduct(this, seed);
  }

  seedPrice(seed: PriceInput): Stripe.Price {
    return createPrice(this, seed);
  }

  seedCoupon(seed: Stripe.CouponCreateParams): Stripe.Coupon {
    this.catchUp();
    return createCoupon(this, seed);
  }

  seedPromotionCode(seed: PromotionCodeInput): Stripe.PromotionCode {
    this.catchUp();
    return createPromotionCode(this, seed);
  }

  seedCustomer(seed: CustomerSeed = {}): Stripe.Customer {
    this.catchUp();
    const { card = 'pm_card_visa', ...input } = seed;
    const customer = createCustomer(this, input);
    if (card === null) return customer;
    return setDefaultMethod(this, customer.id, this.seedPaymentMethod(customer.id, card).id);
  }

  /** A test card, attached to a customer. */
  seedPaymentMethod(customer: string, card: TestCardId): Stripe.PaymentMethod {
    return createPaymentMethod(this, card, requireCustomer(this, customer).id);
  }

  seedSubscription(seed: SubscriptionSeed): Stripe.Subscription {
    this.catchUp();
    const { status } = seed;
    const customer = seed.customer ?? this.seedCustomer().id;
    const start = seed.start ?? this.now;
    const { id } = createSubscription(this, {
      ...(seed.id !== undefined && { id: seed.id }),
      customer: requireCustomer(this, customer).id,
      price: requireActivePrice(this, seed.price, 'price'),
      quantity: seed.quantity ?? 1,
      start,
      trialEnd: seed.trialDays === undefined ? null : addDays(start, seed.trialDays),
      metadata: seed.metadata ?? {},
    });
    if (status !== undefined && unpaidStatuses.has(status)) {
      const card = this.seedPaymentMethod(customer, 'pm_card_chargeCustomerFail');
      changeSubscription(this, id, { default_payment_method: card.id });
    }
    invoicePeriod(this, id, 'subscription_create');
    this.catchUp();
    if (seed.coupon !== undefined) this.#redeem(id, seed.coupon);
    if (status === 'canceled') return cancelNow(this, requireSubscription(this, id), {});
    return changeSubscription(this, id, status === undefined ? {} : { status });
  }

  #redeem(id: string, coupon: string): void {
    const subscription = requireSubscription(this, id);
    const entries = planDiscounts(this, subscription, [{ coupon }]) ?? [];
    changeSubscription(this, id, { discounts: applyDiscounts(this, subscription, entries) });
  }

  /** Attaches a schedule that governs the subscription from its current period on. */
  seedSchedule(seed: ScheduleSeed): Stripe.SubscriptionSchedule {
    this.catchUp();
    const subscription = requireSubscription(this, seed.subscription);
    const period = currentPeriod(subscription);
    const [item] = subscription.items.data;
    if (!item) throw new Error(`The subscription ${subscription.id} has no item`);
    const phases: PhaseInput[] = [];
    if (seed.nextPrice !== undefined) {
      const next = requireActivePrice(this, seed.nextPrice, 'nextPrice');
      const end = periodEnd(period.end, recurrence(next), period.end);
      phases.push({ price: next.id, period: { start: period.end, end } });
    }
    const endBehavior = seed.endBehavior ?? 'release';
    const schedule = createSchedule(this, {
      subscription,
      phases: [{ price: item.price.id, period }, ...phases],
      endBehavior,
    });
    changeSubscription(this, subscription.id, {
      schedule: schedule.id,
      ...(endBehavior === 'cancel' && { cancel_at: phases[0]?.period.end ?? period.end }),
    });
    return schedule;
  }

  /** What the customer does in the browser: authenticates the payment that this secret is for. */
  authenticatePayment(clientSecret: string): Stripe.Invoice {
    this.catchUp();
    const intent = this.paymentIntents.all().find((one) => one.client_secret === clientSecret);
    const payment = this.invoicePayments
      .all()
      .find((one) => one.payment.payment_intent === intent?.id);
    if (!payment || intent?.status !== 'requires_action') {
      throw new Error('No payment with this secret waits to be authenticated');
    }
    const invoice = succeed(this, payment, null);
    followPayment(this, subscriptionOf(invoice), 'paid');
    return invoice;
  }

  /** What the customer does in the browser: gives a card to the setup that this secret is for. */
  completeSetup(clientSecret: string, card: TestCardId): Stripe.SetupIntent {
    this.catchUp();
    const intent = this.setupIntents.all().find((one) => one.client_secret === clientSecret);
    if (!intent) throw new Error('There is no setup with this secret');
    return confirmSetup(this, intent, createPaymentMethod(this, card, null));
  }
}
