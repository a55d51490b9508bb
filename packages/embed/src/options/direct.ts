import type {
  BillingInterval,
  Customer,
  Metadata,
  Period,
  Subscription,
  SubscriptionItem,
  SubscriptionStatus,
} from '@fairwell/contract';

/** A date, or ISO 8601. */
type Day = Date | string;

interface DirectPeriod {
  start: Day;
  end: Day;
}

/** Anything; what is neither text, number nor truth is left out. */
export type Attributes = Readonly<Record<string, unknown>>;

/** A customer as a page that bills itself gives it. */
export interface DirectCustomer extends Omit<Customer, 'metadata'> {
  /** ISO 4217, of the prices that name none; `usd` where absent. */
  currency?: string | undefined;
  metadata?: Attributes | undefined;
}

interface DirectItem {
  id?: string | undefined;
  price: {
    id: string;
    name?: string | undefined;
    /** In the currency's smallest unit; the currency is the customer's where absent. */
    amount: { value: number; currency?: string | undefined };
    /** A month where absent. */
    interval?: BillingInterval | undefined;
    intervalCount?: number | undefined;
  };
  quantity?: number | undefined;
  product?: { id?: string | undefined; name?: string | undefined } | undefined;
}

type DirectStatus =
  | { name: 'active'; currentPeriod: DirectPeriod }
  | { name: 'trial'; trial: DirectPeriod; currentPeriod?: DirectPeriod | undefined }
  | {
      name: 'paused';
      pause: { start: Day; end?: Day | undefined };
      currentPeriod?: DirectPeriod | undefined;
    }
  | { name: 'canceled'; canceledAt: Day }
  | { name: 'unpaid'; currentPeriod?: DirectPeriod | undefined };

/** A subscription as a page that bills itself gives it. */
export interface DirectSubscription {
  id: string;
  start: Day;
  status: DirectStatus;
  items: readonly DirectItem[];
  metadata?: Attributes | undefined;
}

/** ISO 8601 UTC. What is no date stays as it is, and is told where the flow reads it. */
function instant(day: Day): string {
  const date = new Date(day);
  return Number.isNaN(date.getTime()) ? String(day) : date.toISOString();
}

function period({ start, end }: DirectPeriod): Period {
  return { start: instant(start), end: instant(end) };
}

function current({ currentPeriod }: { currentPeriod?: DirectPeriod | undefined }) {
  return currentPeriod && { currentPeriod: period(currentPeriod) };
}

function isFlat(value: unknown): value is Metadata[string] {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** What of them can be told a segment or merged into a text. */
export function flat(attributes: Attributes): Metadata {
  const entries = Object.entries(attributes).map(([name, value]): [string, unknown] => [
    name,
    value instanceof Date ? value.toISOString() : value,
  ]);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, Metadata[string]] => isFlat(entry[1])),
  );
}

function statusOf(status: DirectStatus): SubscriptionStatus {
  switch (status.name) {
    case 'active':
      return { name: 'active', currentPeriod: period(status.currentPeriod) };
    case 'trial':
      return { name: 'trial', trial: period(status.trial), ...current(status) };
    case 'paused': {
      const { start, end } = status.pause;
      const pause = { start: instant(start), ...(end && { end: instant(end) }) };
      return { name: 'paused', pause, ...current(status) };
    }
    case 'canceled':
      return { name: 'canceled', canceledAt: instant(status.canceledAt) };
    case 'unpaid':
      return { name: 'unpaid', ...current(status) };
  }
}

function itemOf({ price, ...item }: DirectItem, currency: string): SubscriptionItem {
  const { id, name, amount, interval = 'month', intervalCount = 1 } = price;
  const { id: itemId, quantity, product } = item;
  return {
    ...(itemId && { id: itemId }),
    price: {
      id,
      ...(name && { name }),
      amount: { value: amount.value, currency: amount.currency ?? currency },
      interval,
      intervalCount,
    },
    ...(quantity !== undefined && { quantity }),
    ...(product && { product }),
  };
}

/** The customer as the flow knows one; the currency goes into the prices. */
export function customerOf({ currency, metadata, ...customer }: DirectCustomer): Customer {
  return { ...customer, ...(metadata && { metadata: flat(metadata) }) };
}

function subscriptionOf(
  { id, start, status, items, metadata }: DirectSubscription,
  currency: string,
): Subscription {
  return {
    id,
    start: instant(start),
    status: statusOf(status),
    items: items.map((item) => itemOf(item, currency)),
    ...(metadata && { metadata: flat(metadata) }),
  };
}

/** The subscriptions as the flow knows them. One that cannot be read is told and left out. */
export function subscriptionsOf(
  subscriptions: readonly DirectSubscription[],
  { currency = 'usd' }: Pick<DirectCustomer, 'currency'>,
): Subscription[] {
  return subscriptions.flatMap((subscription, index) => {
    try {
      return subscriptionOf(subscription, currency);
    } catch (error) {
      console.error(`subscriptions[${index}] is left out, as it is none:`, error);
      return [];
    }
  });
}
