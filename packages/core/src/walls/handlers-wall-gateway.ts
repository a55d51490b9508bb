import type {
  Amount,
  Customer,
  OverdueInvoice,
  PauseInForce,
  PaymentOverdue,
  Subscription,
} from '@fairwell/contract';
import { FairwellError } from '../errors.js';
import { discounted, periodPrice } from '../format/format.js';
import { isPageAddress } from './page-address.js';
import type { WallGateway } from './wall-gateway.js';
import { handledByHost, type WallHandlers } from './wall-handlers.js';

interface HandlersWallOptions {
  customer: Customer;
  /** What the customer has; a paused one raises the pause wall. */
  subscriptions?: readonly Subscription[] | undefined;
  /** The one subscription that is meant; all of the customer's where it is absent. */
  subscriptionId?: string | undefined;
  handlers: WallHandlers;
}

export interface HandlersPauseWallOptions extends HandlersWallOptions {
  now?: () => Date;
}

export interface HandlersFailedPaymentWallOptions extends HandlersWallOptions {
  /** What the customer owes; without it there is no wall. Its `hostedUrl` is where it is paid. */
  invoice?: OverdueInvoice | undefined;
}

function isInstant(value: string | undefined): value is string {
  return value !== undefined && !Number.isNaN(Date.parse(value));
}

function isAmount(amount: Amount | undefined): boolean {
  return Number.isFinite(amount?.value) && /^[a-z]{3}$/i.test(amount?.currency ?? '');
}

/** What the next renewal will charge; undefined where several discounts leave it open. */
function nextCharge(subscription: Subscription, now: Date): Amount | undefined {
  const price = periodPrice(subscription);
  const [discount, another] = (subscription.discounts ?? []).filter(
    ({ end }) => !end || new Date(end) > now,
  );
  if (!price || another || !isAmount(price)) return undefined;
  return discount ? discounted(price, discount.coupon) : price;
}

function pauseIn(subscriptions: readonly Subscription[], now: Date): PauseInForce | null {
  for (const subscription of subscriptions) {
    const { id, status } = subscription;
    if (status.name !== 'paused') continue;
    const charge = nextCharge(subscription, now);
    return {
      kind: 'pause',
      subscriptionId: id,
      since: status.pause.start,
      ...(isInstant(status.pause.end) && { resumesAt: status.pause.end }),
      ...(charge && { charge }),
    };
  }
  return null;
}

/** @throws {FairwellError} `invalid_request` naming what is wrong with the host's invoice. */
function assertPayable({ hostedUrl, amountDue }: OverdueInvoice): void {
  const [field, why] = !isPageAddress(hostedUrl)
    ? ['invoice.hostedUrl', 'is no address: without a service there is no other way to pay']
    : !isAmount(amountDue)
      ? ['invoice.amountDue', 'is no amount with a currency']
      : [];
  if (field) throw new FairwellError('invalid_request', `${field} ${why}.`, { field });
}

function meant({ subscriptions = [], subscriptionId }: HandlersWallOptions) {
  return subscriptionId ? subscriptions.filter(({ id }) => id === subscriptionId) : subscriptions;
}

/** The host says how things stand, and its handlers do what is done; no network. */
export function createHandlersPauseWallGateway(
  options: HandlersPauseWallOptions,
): WallGateway<PauseInForce> {
  const { customer, handlers, now = () => new Date() } = options;
  return {
    ...handledByHost(handlers),
    async check() {
      const subscriptions = meant(options);
      const wall = pauseIn(subscriptions, now());
      if (wall && !handlers.handleResume)
        throw new FairwellError(
          'handler_missing',
          'handlers.handleResume is missing: without a service nobody else can resume.',
          { field: 'handlers.handleResume' },
        );
      return { customer, subscriptions, wall };
    },
  };
}

/** The host says how things stand, and its handlers do what is done; no network. */
export function createHandlersFailedPaymentWallGateway(
  options: HandlersFailedPaymentWallOptions,
): WallGateway<PaymentOverdue> {
  const { customer, handlers, invoice, subscriptionId } = options;
  return {
    ...handledByHost(handlers),
    async check() {
      if (invoice) assertPayable(invoice);
      const wall: PaymentOverdue | null = invoice
        ? {
            kind: 'failedPayment',
            invoice,
            card: 'none',
            ...(subscriptionId && { subscriptionId }),
          }
        : null;
      return { customer, subscriptions: meant(options), wall };
    },
  };
}
