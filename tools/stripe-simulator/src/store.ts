import type Stripe from 'stripe';
import type { SimulatedEvent } from './events.ts';
import type { PendingLine } from './resources/invoice-lines.ts';

/** The one API version that is simulated: the SDK's own, so a newer SDK fails the typecheck here. */
export const apiVersion: Stripe.LatestApiVersion = '2026-10-28.endive';

/** Objects of one kind, in the order of their creation. They are replaced, never changed in place. */
export class Collection<T extends { id: string }> {
  readonly #objects = new Map<string, T>();

  get(id: string): T | undefined {
    return this.#objects.get(id);
  }

  put<U extends T>(object: U): U {
    this.#objects.set(object.id, object);
    return object;
  }

  all(): T[] {
    return [...this.#objects.values()];
  }
}

/** A request as it arrived, and what became of it. */
export interface ReceivedRequest {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** As it was sent: the body of a POST, else the query. */
  readonly params: string;
  readonly idempotencyKey: string | null;
  /** The HTTP status answered; null when none was, or not yet. */
  status: number | null;
}

/** Everything that the simulated account holds. References between objects are kept as ids. */
export class Store {
  readonly customers = new Collection<Stripe.Customer | Stripe.DeletedCustomer>();
  readonly products = new Collection<Stripe.Product>();
  readonly prices = new Collection<Stripe.Price>();
  readonly coupons = new Collection<Stripe.Coupon>();
  /** A deleted coupon cannot be retrieved or redeemed, but its discounts go on. */
  readonly deletedCoupons = new Set<string>();
  readonly promotionCodes = new Collection<Stripe.PromotionCode>();
  readonly discounts = new Collection<Stripe.Discount>();
  readonly subscriptions = new Collection<Stripe.Subscription>();
  readonly subscriptionSchedules = new Collection<Stripe.SubscriptionSchedule>();
  readonly invoices = new Collection<Stripe.Invoice>();
  readonly invoicePayments = new Collection<Stripe.InvoicePayment>();
  readonly paymentIntents = new Collection<Stripe.PaymentIntent>();
  readonly paymentMethods = new Collection<Stripe.PaymentMethod>();
  readonly setupIntents = new Collection<Stripe.SetupIntent>();
  /** Prorations that wait for the next invoice, by subscription. */
  readonly pendingLines = new Map<string, PendingLine[]>();

  readonly events: Stripe.Event[] = [];
  readonly requests: ReceivedRequest[] = [];
  /** The request that is being executed; null while the clock acts. */
  request: ReceivedRequest | null = null;

  readonly clock: () => Date;
  /** The instant the account has reached, in Unix seconds; `catchUp` moves it to the clock's. */
  now: number;
  #ids = 0;

  constructor(clock: () => Date) {
    this.clock = clock;
    this.now = this.clockNow();
  }

  clockNow(): number {
    return Math.floor(this.clock().getTime() / 1000);
  }

  /** A new id with Stripe's prefix: `sub_…`. The same calls give the same ids. */
  id(prefix: string): string {
    this.#ids += 1;
    return `${prefix}_sim${String(this.#ids).padStart(14, '0')}`;
  }

  emit(event: SimulatedEvent): void {
    this.events.push({
      id: this.id('evt'),
      object: 'event',
      api_version: apiVersion,
      created: this.now,
      livemode: false,
      pending_webhooks: 0,
      request: this.request && {
        id: this.request.id,
        idempotency_key: this.request.idempotencyKey,
      },
      ...event,
    });
  }
}
