import type { Mode } from '@fairwell/contract';
import {
  SandboxProvider,
  seedSandbox,
  StripeProvider,
  type BillingProvider,
  type Database,
  type StripeProviderOptions,
} from '@fairwell/service';
import { seeds } from './seeds.ts';

/** Whose accounts the demo shows, and who bills them. */
export interface Accounts {
  readonly provider: BillingProvider;
  readonly mode: Mode;
  readonly customerIds: readonly string[];
  /** Puts everything back as it was at first; absent where that is not ours to do. */
  readonly reset?: () => Promise<void>;
}

/** The invented customers, billed by nobody. They are put in place where there are none yet. */
export async function sandboxAccounts(database: Database): Promise<Accounts> {
  const provider = new SandboxProvider(database);
  const customerIds = (seeds(new Date()).customers ?? []).map(({ id }) => id);
  const reset = async (): Promise<void> => {
    // What was done to a customer goes with them: an offer taken before would not be made again.
    await database.query.deleteFrom('sessions').execute();
    await database.query.deleteFrom('sandbox_customers').execute();
    await seedSandbox(database, seeds(new Date()));
  };
  const present = await Promise.all(customerIds.map((id) => provider.getCustomer(id)));
  if (present.includes(null)) await reset();
  return { provider, mode: 'sandbox', customerIds, reset };
}

/** The key is a secret or a restricted one, of a sandbox or of test mode. */
export interface StripeAccess extends Pick<StripeProviderOptions, 'secretKey' | 'server'> {
  /** Ids or e-mail addresses of customers, at least one. */
  customers: readonly string[];
}

/**
 * Customers that are at Stripe.
 * @throws if the key is for live payments, or Stripe does not know one of the customers.
 */
export async function stripeAccounts({ customers, ...access }: StripeAccess): Promise<Accounts> {
  // Whoever opens the page can act for any of the customers.
  if (!/^[rs]k_test_/.test(access.secretKey))
    throw new Error('The demo runs on a test key of Stripe (sk_test_… or rk_test_…) alone.');
  if (customers.length === 0)
    throw new Error(
      'Say in STRIPE_CUSTOMERS whose accounts to show: ids or e-mail addresses, with commas between.',
    );
  const provider = new StripeProvider(access);
  const found = await Promise.all(
    customers.map(async (each) => {
      const ids = each.includes('@')
        ? (await provider.findCustomersByEmail(each)).map(({ id }) => id)
        : [(await provider.getCustomer(each))?.id ?? []].flat();
      if (ids.length === 0) throw new Error(`Stripe has no customer ${each}.`);
      return ids;
    }),
  );
  return { provider, mode: 'test', customerIds: [...new Set(found.flat())] };
}
