import type { Subscription } from '@fairwell/contract';
import { Calendar, coupons, monthly, overdue, paused, prices } from '@fairwell-tools/sprigletter';
import { seedSandbox, type Database, type Invoice } from '@fairwell/service';
import type { Account, Standing } from '@fairwell-examples/account';

/** What a customer begins with. */
export const beginnings = ['active', 'paused', 'overdue'] as const;
export type Beginning = (typeof beginnings)[number];

interface Billing {
  subscriptions: readonly Subscription[];
  invoices?: readonly Invoice[];
}

const billingOf: Record<Beginning, (id: string, calendar: Calendar) => Billing> = {
  active: (id, calendar) => ({ subscriptions: [monthly(id, calendar)] }),
  paused: (id, calendar) => ({ subscriptions: [paused(id, calendar)] }),
  overdue: (id, calendar) => overdue(id, 12, calendar),
};

/**
 * Puts a new customer into the sandbox, so that no two visits have anything in common.
 * @returns their id.
 */
export async function addCustomer(database: Database, beginning: Beginning): Promise<string> {
  const id = crypto.randomUUID().replaceAll('-', '');
  const customerId = `cus_${id}`;
  const { subscriptions, invoices = [] } = billingOf[beginning](id, new Calendar(new Date()));
  await seedSandbox(database, {
    prices,
    coupons,
    customers: [{ id: customerId, name: 'Ada', email: `${id}@customers.example` }],
    subscriptions: subscriptions.map((each) => ({ ...each, customerId })),
    invoices: invoices.map((each) => ({ ...each, customerId })),
  });
  return customerId;
}

function standingOf({ status, cancelAt, discounts = [] }: Subscription): Standing {
  if (cancelAt !== undefined) return 'ending';
  if (status.name === 'paused') return 'paused';
  if (status.name === 'unpaid') return 'overdue';
  return discounts.length > 0 ? 'discounted' : 'active';
}

/** What the page says of a customer. */
export function accountOf(subscription: Subscription): Account {
  const [item] = subscription.items;
  return { plan: item?.price.name ?? '', standing: standingOf(subscription) };
}
