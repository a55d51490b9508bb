import type Stripe from 'stripe';
import { invalidRequest } from './errors.ts';
import { wholeList } from './lists.ts';
import type { Collection, Store } from './store.ts';
import { isKeyOf, isRecord } from './types.ts';

const maxDepth = 4;

/** What stands at a path instead of the id (or of nothing): `value` is what stands there now. */
type Expansion = (store: Store, value: unknown, ownerId: string) => unknown;

/** A property of the SDK's object, or a property of a hash inside it. */
type Path<T> = {
  [K in keyof T & string]:
    | K
    | (NonNullable<Exclude<T[K], string | unknown[]>> extends infer H extends object
        ? `${K}.${keyof H & string}`
        : never);
}[keyof T & string];

type Expansions<T> = { [P in Path<T>]?: Expansion };

function reference(pick: (store: Store) => Collection<{ id: string }>): Expansion {
  return (store, value) => {
    const one = (id: unknown) => (typeof id === 'string' ? (pick(store).get(id) ?? id) : id);
    return Array.isArray(value) ? value.map(one) : one(value);
  };
}

const customer = reference((store) => store.customers);
const product = reference((store) => store.products);
const price = reference((store) => store.prices);
const coupon = reference((store) => store.coupons);
const promotionCode = reference((store) => store.promotionCodes);
const discounts = reference((store) => store.discounts);
const subscription = reference((store) => store.subscriptions);
const schedule = reference((store) => store.subscriptionSchedules);
const invoice = reference((store) => store.invoices);
const paymentIntent = reference((store) => store.paymentIntents);
const paymentMethod = reference((store) => store.paymentMethods);
const setupIntent = reference((store) => store.setupIntents);

const byObject = {
  customer: {
    'invoice_settings.default_payment_method': paymentMethod,
    subscriptions: (store, _value, id) =>
      wholeList(
        `/v1/customers/${id}/subscriptions`,
        store.subscriptions
          .all()
          .filter((one) => one.customer === id && one.status !== 'canceled')
          .reverse(),
      ),
  } satisfies Expansions<Stripe.Customer>,
  product: { default_price: price } satisfies Expansions<Stripe.Product>,
  price: { product } satisfies Expansions<Stripe.Price>,
  plan: { product } satisfies Expansions<Stripe.Plan>,
  coupon: {
    applies_to: (store, _value, id) => store.coupons.get(id)?.applies_to,
    currency_options: (store, _value, id) => store.coupons.get(id)?.currency_options,
  } satisfies Expansions<Stripe.Coupon>,
  promotion_code: {
    customer,
    'promotion.coupon': coupon,
  } satisfies Expansions<Stripe.PromotionCode>,
  discount: {
    customer,
    promotion_code: promotionCode,
    'source.coupon': coupon,
  } satisfies Expansions<Stripe.Discount>,
  subscription: {
    customer,
    default_payment_method: paymentMethod,
    discounts,
    latest_invoice: invoice,
    pending_setup_intent: setupIntent,
    schedule,
  } satisfies Expansions<Stripe.Subscription>,
  subscription_item: { discounts } satisfies Expansions<Stripe.SubscriptionItem>,
  subscription_schedule: {
    customer,
    subscription,
  } satisfies Expansions<Stripe.SubscriptionSchedule>,
  invoice: {
    confirmation_secret: (store, _value, id) => confirmationSecret(store, id),
    customer,
    default_payment_method: paymentMethod,
    discounts,
    payments: (store, _value, id) =>
      wholeList(
        `/v1/invoice_payments?invoice=${id}`,
        store.invoicePayments.all().filter((payment) => payment.invoice === id),
      ),
  } satisfies Expansions<Stripe.Invoice>,
  invoice_payment: {
    invoice,
    'payment.payment_intent': paymentIntent,
  } satisfies Expansions<Stripe.InvoicePayment>,
  payment_intent: {
    customer,
    payment_method: paymentMethod,
  } satisfies Expansions<Stripe.PaymentIntent>,
  payment_method: { customer } satisfies Expansions<Stripe.PaymentMethod>,
  setup_intent: {
    customer,
    payment_method: paymentMethod,
  } satisfies Expansions<Stripe.SetupIntent>,
} satisfies Record<string, Record<string, Expansion>>;

function confirmationSecret(
  store: Store,
  invoiceId: string,
): Stripe.Invoice.ConfirmationSecret | null {
  const payment = store.invoicePayments.all().find((one) => one.invoice === invoiceId);
  const intentId = payment?.payment.payment_intent;
  const intent = typeof intentId === 'string' ? store.paymentIntents.get(intentId) : undefined;
  if (!intent?.client_secret) return null;
  return { client_secret: intent.client_secret, type: 'payment_intent' };
}

/** Stored with the object, but in an answer only when it is asked for. */
const onRequest: Record<string, readonly (keyof Stripe.Coupon)[]> = {
  coupon: ['applies_to', 'currency_options'],
};

/** The object as JSON carries it. */
function plain(value: unknown): unknown {
  if (value === undefined) return undefined;
  const text = JSON.stringify(value, (_name, inner: unknown) => {
    if (!isRecord(inner) || typeof inner['object'] !== 'string') return inner;
    const hidden: readonly string[] = onRequest[inner['object']] ?? [];
    return Object.fromEntries(Object.entries(inner).filter(([name]) => !hidden.includes(name)));
  });
  const parsed: unknown = JSON.parse(text);
  return parsed;
}

/**
 * The answer for an object: ids replaced by what they name along the `expand` paths.
 * Throws an `ApiError` (400) for a path that leads nowhere or deeper than four levels.
 */
export function expanded(store: Store, object: object, paths: readonly string[]): unknown {
  const root = plain(object);
  paths.forEach((path, index) => {
    const names = path.split('.');
    if (names.length > maxDepth) {
      const message = `You cannot expand more than ${maxDepth} levels of a property. Property: ${path}`;
      throw invalidRequest(message, `expand[${index}]`);
    }
    expandInto(store, root, names, () =>
      invalidRequest(`This property cannot be expanded (${path}).`, `expand[${index}]`),
    );
  });
  return root;
}

function expandInto(store: Store, node: unknown, names: string[], fail: () => Error): void {
  if (node === null || node === undefined || names.length === 0) return;
  if (Array.isArray(node)) {
    for (const one of node) expandInto(store, one, names, fail);
    return;
  }
  if (!isRecord(node)) throw fail();
  const found = expansionAt(node, names);
  const [name = '', ...rest] = names;
  if (!found) {
    if (rest.length === 0 || !(name in node)) throw fail();
    expandInto(store, node[name], rest, fail);
    return;
  }
  const holder = found.length === 1 ? node : node[name];
  const property = names[found.length - 1] ?? '';
  if (!isRecord(holder)) return;
  holder[property] = plain(found.expand(store, holder[property], String(node['id'])));
  expandInto(store, holder[property], names.slice(found.length), fail);
}

/** The expansion that a path begins with, and how many of its names it takes. */
function expansionAt(
  node: Record<string, unknown>,
  names: string[],
): { expand: Expansion; length: 1 | 2 } | undefined {
  const kind = node['object'];
  if (typeof kind !== 'string' || !isKeyOf(byObject, kind)) return undefined;
  const expansions: Record<string, Expansion | undefined> = byObject[kind];
  const [first = '', second = ''] = names;
  const single = expansions[first];
  if (single) return { expand: single, length: 1 };
  const double = expansions[`${first}.${second}`];
  return double && { expand: double, length: 2 };
}
