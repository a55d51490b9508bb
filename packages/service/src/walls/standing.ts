import type {
  Amount,
  OverdueInvoice,
  PauseInForce,
  PaymentOverdue,
  Subscription,
} from '@fairwell/contract';
import { addDays, discounted, periodPrice } from '@fairwell/core';
import type { Invoice } from '../billing/invoices.js';
import type { BillingProvider } from '../billing/provider.js';

/** An invoice that fell due longer ago raises no wall. */
const oldestInDays = 60;

/** A pause that waits for the end of the paid period does not count before, nor one that is over. */
function isPausedAt({ status }: Subscription, now: Date): boolean {
  if (status.name !== 'paused') return false;
  const { start, end } = status.pause;
  return new Date(start) <= now && (end === undefined || new Date(end) > now);
}

function givesAccess({ status }: Subscription, now: Date): boolean {
  const waits = status.name === 'paused' && new Date(status.pause.start) > now;
  return status.name === 'active' || status.name === 'trial' || waits;
}

/** What the next renewal charges before tax; undefined where several discounts leave it open. */
function nextCharge(subscription: Subscription): Amount | undefined {
  const { status, discounts = [] } = subscription;
  const price = periodPrice(subscription);
  const renewal = 'currentPeriod' in status ? status.currentPeriod?.end : undefined;
  const [discount, another] = discounts.filter(
    ({ end }) => !end || !renewal || new Date(end) > new Date(renewal),
  );
  if (!price || another) return undefined;
  return discount ? discounted(price, discount.coupon) : price;
}

/** Undefined where one is not known, or none is left that would be renewed. */
function sumOfCharges(subscriptions: readonly Subscription[]): Amount | undefined {
  const renewed = subscriptions.filter(({ cancelAt }) => cancelAt === undefined);
  const charges = renewed.flatMap((each) => nextCharge(each) ?? []);
  const [first] = charges;
  const isKnown =
    charges.length === renewed.length &&
    charges.every(({ currency }) => currency === first?.currency);
  if (!first || !isKnown) return undefined;
  return { ...first, value: charges.reduce((sum, { value }) => sum + value, 0) };
}

/**
 * The pause that keeps a customer out. One subscription that runs lets them in; of several that
 * are paused the first is named, and resuming resumes and charges all of them.
 */
export function pauseInForce(
  subscriptions: readonly Subscription[],
  now: Date,
): PauseInForce | null {
  const paused = subscriptions.filter((each) => isPausedAt(each, now));
  const [first] = paused;
  if (first?.status.name !== 'paused' || subscriptions.some((each) => givesAccess(each, now)))
    return null;
  const { start, end } = first.status.pause;
  const charge = sumOfCharges(paused);
  return {
    kind: 'pause',
    subscriptionId: first.id,
    since: start,
    ...(end !== undefined && { resumesAt: end }),
    ...(charge && { charge }),
  };
}

/**
 * The invoice for which a wall stands: the latest open one of the last 60 days, unless the very
 * latest is paid.
 * @param invoices The latest first.
 */
export function overdueInvoice(
  invoices: readonly Invoice[],
  { onlyAttempted, now }: { onlyAttempted: boolean; now: Date },
): Invoice | null {
  const [latest] = invoices;
  if (latest?.state === 'paid' || latest?.state === 'processing') return null;
  const oldest = addDays(now, -oldestInDays);
  const isOverdue = ({ state, dueAt, attempted }: Invoice): boolean => {
    const due = new Date(dueAt);
    return state === 'open' && due <= now && due >= oldest && (attempted || !onlyAttempted);
  };
  return invoices.find(isOverdue) ?? null;
}

function shown({ id, amountDue, dueAt, attempted, hostedUrl }: Invoice): OverdueInvoice {
  return {
    id,
    amountDue,
    since: dueAt,
    attempted,
    ...(hostedUrl !== undefined && { hostedUrl }),
  };
}

export function paymentOverdue(
  invoice: Invoice,
  { capabilities }: Pick<BillingProvider, 'capabilities'>,
): PaymentOverdue {
  const { subscriptionId } = invoice;
  const portal = capabilities.has('portal');
  const hosted = portal ? 'hosted' : 'none';
  return {
    kind: 'failedPayment',
    ...(subscriptionId !== undefined && { subscriptionId }),
    invoice: shown(invoice),
    card: capabilities.has('cardSetup') ? 'inPage' : hosted,
    portal,
  };
}
