import type { BillingProvider } from '../../src/index.js';

type Method = Exclude<keyof BillingProvider, 'name' | 'capabilities'>;

/** Where a call goes wrong: before the provider did anything, or after it did it. */
type Fault = { when: 'before' | 'after'; fail: () => Promise<void> };

export interface FaultyProvider extends BillingProvider {
  /** The next call of a method ends in this error. */
  fail(method: Method, when: Fault['when'], error: Error): void;
  /** The next call of a method stands still. Answers with what lets it go on. */
  hold(method: Method, when: Fault['when']): { reached: Promise<void>; release: () => void };
  /** How often a method was called. */
  calls(method: Method): number;
}

function signal(): [given: Promise<void>, give: () => void] {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return [given, give];
}

/** A provider that breaks where it is told to. */
export function faulty(provider: BillingProvider): FaultyProvider {
  const faults = new Map<Method, Fault[]>();
  const counts = new Map<Method, number>();
  const add = (method: Method, fault: Fault): void => {
    faults.set(method, [...(faults.get(method) ?? []), fault]);
  };
  const call = async <T>(method: Method, work: () => Promise<T>): Promise<T> => {
    counts.set(method, (counts.get(method) ?? 0) + 1);
    const fault = faults.get(method)?.shift();
    if (fault?.when === 'before') await fault.fail();
    const result = await work();
    if (fault?.when === 'after') await fault.fail();
    return result;
  };
  return {
    name: provider.name,
    capabilities: provider.capabilities,
    getCustomer: (id) => call('getCustomer', () => provider.getCustomer(id)),
    findCustomersByEmail: (email) =>
      call('findCustomersByEmail', () => provider.findCustomersByEmail(email)),
    listSubscriptions: (id) => call('listSubscriptions', () => provider.listSubscriptions(id)),
    getCoupon: (id, currency) => call('getCoupon', () => provider.getCoupon(id, currency)),
    getPrice: (id) => call('getPrice', () => provider.getPrice(id)),
    apply: (request) => call('apply', () => provider.apply(request)),
    findApplied: (request) => call('findApplied', () => provider.findApplied(request)),
    revoke: (request) => call('revoke', () => provider.revoke(request)),
    listInvoices: (id) => call('listInvoices', () => provider.listInvoices(id)),
    pay: (request) => call('pay', () => provider.pay(request)),
    isPaid: (request) => call('isPaid', () => provider.isPaid(request)),
    setUpCard: (id) => call('setUpCard', () => provider.setUpCard(id)),
    openPortal: (id, returnUrl) => call('openPortal', () => provider.openPortal(id, returnUrl)),
    fail: (method, when, error) => add(method, { when, fail: () => Promise.reject(error) }),
    hold(method, when) {
      const [reached, reach] = signal();
      const [released, release] = signal();
      const fail = (): Promise<void> => {
        reach();
        return released;
      };
      add(method, { when, fail });
      return { reached, release };
    },
    calls: (method) => counts.get(method) ?? 0,
  };
}
