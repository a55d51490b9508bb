import type { KyselyPlugin } from 'kysely';
import type { BillingProvider, Database } from '../../src/index.js';

/**
 * One life of a service. It can be killed at any of the points that it passes: before and after each
 * statement to the database, each call of the provider, and each request over the network. From
 * then on it reaches nothing any more, as a process that is gone.
 */
export class Process {
  #left: number | undefined;
  #isDead = false;

  /** @param points How many it passes from now on before it is killed; undefined if it lives on. */
  killAfter(points: number | undefined): void {
    this.#left = points;
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** True if the process dies here. */
  pass(): boolean {
    if (this.#isDead || this.#left === undefined) return false;
    this.#isDead = this.#left === 0;
    this.#left -= 1;
    return this.#isDead;
  }

  /** @throws if the process is dead, or dies here. */
  require(): void {
    this.pass();
    if (this.#isDead) throw new Error('The process was killed');
  }
}

/** The database as a process reaches it. Closing it leaves the data open for the next one. */
export function databaseOf(database: Database, process: Process): Database {
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      process.require();
      return node;
    },
    transformResult({ result }) {
      process.require();
      return Promise.resolve(result);
    },
  };
  return {
    ...database,
    query: database.query.withPlugin(plugin),
    close: () => Promise.resolve(),
  };
}

export type Method = Exclude<keyof BillingProvider, 'name' | 'capabilities'>;
/** What happens around a call of the provider. */
export type Around = <T>(method: Method, call: () => Promise<T>) => Promise<T>;

/** A provider with something around each of its calls. */
export function wrapped(provider: BillingProvider, around: Around): BillingProvider {
  return {
    name: provider.name,
    capabilities: provider.capabilities,
    getCustomer: (id) => around('getCustomer', () => provider.getCustomer(id)),
    findCustomersByEmail: (email) =>
      around('findCustomersByEmail', () => provider.findCustomersByEmail(email)),
    listSubscriptions: (id) => around('listSubscriptions', () => provider.listSubscriptions(id)),
    getCoupon: (id, currency) => around('getCoupon', () => provider.getCoupon(id, currency)),
    getPrice: (id) => around('getPrice', () => provider.getPrice(id)),
    apply: (request) => around('apply', () => provider.apply(request)),
    findApplied: (request) => around('findApplied', () => provider.findApplied(request)),
    revoke: (request) => around('revoke', () => provider.revoke(request)),
    listInvoices: (id) => around('listInvoices', () => provider.listInvoices(id)),
    pay: (request) => around('pay', () => provider.pay(request)),
    isPaid: (request) => around('isPaid', () => provider.isPaid(request)),
    setUpCard: (id) => around('setUpCard', () => provider.setUpCard(id)),
    openPortal: (id, url) => around('openPortal', () => provider.openPortal(id, url)),
  };
}

/** The provider as a process reaches it. */
export function providerOf(provider: BillingProvider, process: Process): BillingProvider {
  return wrapped(provider, async (_method, call) => {
    process.require();
    const result = await call();
    process.require();
    return result;
  });
}
