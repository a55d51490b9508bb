import type { Subscription } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import type { Change, PlannedStep } from '../billing/changes.js';
import type { BillingProvider, Capability } from '../billing/provider.js';
import type { WallAction, WallActionMap } from '../ledger/decisions.js';
import { inScope } from './scope.js';

export function requireCapability(
  { name, capabilities }: Pick<BillingProvider, 'name' | 'capabilities'>,
  needed: Capability,
): void {
  if (!capabilities.has(needed))
    throw new FairwellError('action_unsupported', `${name} cannot do this: ${needed}`);
}

/** What the wall is about: what has not ended, of the one subscription that is meant or of all. */
async function openSubscriptions(
  customerId: string,
  subscriptionId: string | undefined,
  provider: BillingProvider,
): Promise<Subscription[]> {
  const meant = inScope(await provider.listSubscriptions(customerId), subscriptionId);
  const open = meant.filter(({ status }) => status.name !== 'canceled');
  if (open.length === 0)
    throw new FairwellError('already_canceled', 'The subscription has ended already');
  return open;
}

/** A change to one subscription; one that is in place already counts as made. */
function step(subscription: Subscription, change: Change, isInPlace: boolean): PlannedStep {
  const planned = { subscriptionId: subscription.id, change };
  return isInPlace ? { ...planned, result: subscription } : planned;
}

type Plan<A extends WallAction> = (
  action: A,
  customerId: string,
  provider: BillingProvider,
) => Promise<PlannedStep[]>;

const plans: { [T in WallAction['type']]: Plan<WallActionMap[T]> } = {
  async wallResume({ subscriptionId }, customerId, provider) {
    requireCapability(provider, 'resume');
    const subscriptions = await openSubscriptions(customerId, subscriptionId, provider);
    return subscriptions.map((each) =>
      step(each, { type: 'resume' }, each.status.name !== 'paused'),
    );
  },

  async wallCancel({ subscriptionId }, customerId, provider) {
    requireCapability(provider, 'cancel');
    const subscriptions = await openSubscriptions(customerId, subscriptionId, provider);
    const paused = subscriptions.filter(({ status }) => status.name === 'paused');
    if (paused.length === 0)
      throw new FairwellError('forbidden', 'The wall is gone: nothing is paused any more');
    return paused.map((each) =>
      step(each, { type: 'cancel', at: 'periodEnd', reason: {} }, each.cancelAt !== undefined),
    );
  },

  async undoCancel({ subscriptionId }, customerId, provider) {
    requireCapability(provider, 'undoCancel');
    const subscriptions = await openSubscriptions(customerId, subscriptionId, provider);
    return subscriptions.map((each) =>
      step(each, { type: 'undoCancel' }, each.cancelAt === undefined),
    );
  },

  async wallPay({ subscriptionId, invoiceId, paymentMethodId }, customerId, provider) {
    requireCapability(provider, 'pay');
    const invoices = await provider.listInvoices(customerId);
    const invoice = invoices.find(({ id }) => id === invoiceId);
    const isMeant = subscriptionId === undefined || invoice?.subscriptionId === subscriptionId;
    if (!invoice || !isMeant)
      throw new FairwellError('invoice_unknown', 'The customer has no such invoice', {
        field: 'invoiceId',
      });
    const isPaid = invoice.state === 'paid';
    return [
      {
        invoiceId,
        ...(paymentMethodId !== undefined && { paymentMethodId }),
        ...(isPaid && { paid: true }),
      },
    ];
  },
};

function plan<T extends WallAction['type']>(
  type: T,
  action: WallActionMap[T],
  customerId: string,
  provider: BillingProvider,
): Promise<PlannedStep[]> {
  return plans[type](action, customerId, provider);
}

/**
 * What to do at the provider to carry out what was decided at a wall.
 * @throws {FairwellError} if it cannot be done, or not any more.
 */
export function planWallAction(
  action: WallAction,
  customerId: string,
  provider: BillingProvider,
): Promise<PlannedStep[]> {
  return plan(action.type, action, customerId, provider);
}
