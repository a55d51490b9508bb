import type { Customer, Subscription } from '@fairwell/contract';
import type { BillingProvider } from '../billing/provider.js';

function latestStart(subscriptions: readonly Subscription[]): string {
  const open = subscriptions.filter(({ status }) => status.name !== 'canceled');
  return (
    open
      .map(({ start }) => start)
      .sort()
      .at(-1) ?? ''
  );
}

/**
 * The customer with this address. Of several, the one whose subscription began last and has not
 * ended. Providers may tell upper from lower case, people do not: both are asked for.
 */
export async function findCustomer(
  email: string,
  provider: BillingProvider,
): Promise<Customer | undefined> {
  const spellings = [...new Set([email, email.toLowerCase()])];
  const lists = await Promise.all(spellings.map((each) => provider.findCustomersByEmail(each)));
  const customers = [...new Map(lists.flat().map((each) => [each.id, each])).values()];
  if (customers.length <= 1) return customers[0];
  const candidates = await Promise.all(
    customers.map(async (customer) => ({
      customer,
      began: latestStart(await provider.listSubscriptions(customer.id)),
    })),
  );
  return candidates.sort((a, b) => (a.began < b.began ? 1 : -1))[0]?.customer;
}
