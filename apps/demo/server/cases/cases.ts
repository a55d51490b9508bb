import type { Customer } from '@fairwell/contract';
import { Calendar, coupons, prices } from '@fairwell-tools/sprigletter';
import type { Invoice, SandboxData } from '@fairwell/service';
import type { Case, CaseGroup } from './case.ts';
import { wholeFlows } from './whole-flows.ts';
import { discounts, otherOffers, pauses } from './offers.ts';
import { steps } from './steps.ts';
import { subscriptions } from './subscriptions.ts';
import { walls } from './walls.ts';

const groups = [wholeFlows, discounts, pauses, otherOffers, steps, subscriptions, walls];

/** Everybody there is, as they are now. */
export function casesAt(now: Date): CaseGroup[] {
  const calendar = new Calendar(now);
  return groups.map((group) => group(calendar));
}

export function customerOf({ id, name }: Case): Customer {
  return { id: `cus_${id}`, name, email: `${id.replaceAll('_', '-')}@customers.example` };
}

/** What was paid for the period that runs. */
function paidInvoices({ id, subscriptions, invoices = [] }: Case): Invoice[] {
  return subscriptions.flatMap(({ id: subscriptionId, status, items }, index): Invoice[] => {
    const [item] = items;
    if (status.name !== 'active' || !item || invoices.length > 0) return [];
    const { start } = status.currentPeriod;
    return [
      {
        id: `in_${id}_${index + 1}`,
        subscriptionId,
        state: 'paid',
        amountDue: { ...item.price.amount, value: 0 },
        createdAt: start,
        dueAt: start,
        attempted: true,
      },
    ];
  });
}

/** What the sandbox starts with. */
export function sandboxData(now: Date): SandboxData {
  const cases = casesAt(now).flatMap((group) => group.cases);
  const ofCustomer = <T>(of: (each: Case) => readonly T[]): (T & { customerId: string })[] =>
    cases.flatMap((each) => of(each).map((item) => ({ ...item, customerId: customerOf(each).id })));
  return {
    customers: cases.map(customerOf),
    prices,
    coupons,
    subscriptions: ofCustomer((each) => each.subscriptions),
    invoices: ofCustomer((each) => [...(each.invoices ?? []), ...paidInvoices(each)]),
  };
}
