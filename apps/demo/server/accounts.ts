import type { Mode } from '@fairwell/contract';
import {
  SandboxProvider,
  seedSandbox,
  StripeProvider,
  type BillingProvider,
  type Database,
  type StripeProviderOptions,
} from '@fairwell/service';
import type { Person, PersonGroup, WallTerms } from './api.ts';
import type { Case, CaseGroup } from './cases/case.ts';
import { casesAt, customerOf, sandboxData } from './cases/cases.ts';

/** What there is only where nobody is billed. */
export interface Sandbox {
  readonly provider: SandboxProvider;
  /** Puts everything back as it was at first, its days told from today. */
  readonly reset: () => Promise<void>;
}

/** Whose accounts the demo shows, and who bills them. */
export interface Accounts {
  readonly provider: BillingProvider;
  readonly mode: Mode;
  readonly groups: readonly PersonGroup[];
  /** The name of the flow that a customer gets. */
  flowOf(customerId: string): string;
  readonly sandbox?: Sandbox;
}

const usualFlow = 'default';
const usualTerms: WallTerms = { isPauseSoft: true, graceDays: 0, hasCardForm: true };

function personOf(each: Case): Person {
  const { shows, isSignedOut = false, walls } = each;
  return { customer: customerOf(each), shows, isSignedOut, walls: { ...usualTerms, ...walls } };
}

function hostedPage(customerId: string, returnUrl: string): string {
  const page = new URL('/hosted.html', returnUrl);
  page.search = new URLSearchParams({ customer: customerId, return: returnUrl }).toString();
  return page.href;
}

/** The invented customers, billed by nobody. They are put in place where there are none yet. */
export async function sandboxAccounts(database: Database): Promise<Accounts> {
  const provider = new SandboxProvider(database, { portalUrl: hostedPage });
  const groups: CaseGroup[] = casesAt(new Date());
  const flows = new Map(
    groups.flatMap(({ cases }) => cases.map((each) => [customerOf(each).id, each.flow])),
  );
  const reset = async (): Promise<void> => {
    const { query } = database;
    // What was done to a customer goes with them: an offer taken before would not be made again.
    await query.deleteFrom('actions').execute();
    await query.deleteFrom('sessions').execute();
    await query.deleteFrom('verifications').execute();
    await query.deleteFrom('sandbox_customers').execute();
    await seedSandbox(database, sandboxData(new Date()));
  };
  const present = await Promise.all([...flows.keys()].map((id) => provider.getCustomer(id)));
  if (present.includes(null)) await reset();
  return {
    provider,
    mode: 'sandbox',
    groups: groups.map(({ name, cases }) => ({ name, people: cases.map(personOf) })),
    flowOf: (customerId) => flows.get(customerId) ?? usualFlow,
    sandbox: { provider, reset },
  };
}

/** The key is a secret or a restricted one, of a sandbox or of test mode. */
export interface StripeAccess extends Pick<
  StripeProviderOptions,
  'secretKey' | 'publishableKey' | 'server'
> {
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
      const known = each.includes('@')
        ? await provider.findCustomersByEmail(each)
        : [(await provider.getCustomer(each)) ?? []].flat();
      if (known.length === 0) throw new Error(`Stripe has no customer ${each}.`);
      return known;
    }),
  );
  const byId = new Map(found.flat().map((customer) => [customer.id, customer]));
  const people = [...byId.values()].map((customer): Person => ({
    customer,
    shows: '',
    isSignedOut: false,
    walls: usualTerms,
  }));
  return {
    provider,
    mode: 'test',
    groups: [{ name: 'At Stripe', people }],
    flowOf: () => usualFlow,
  };
}
