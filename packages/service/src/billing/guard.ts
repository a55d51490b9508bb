import { ProviderError, type Effect } from './provider-error.js';
import type { BillingProvider } from './provider.js';

/** A provider all of whose errors are `ProviderError`s, whatever it throws. */
export function guarded(provider: BillingProvider): BillingProvider {
  const guard = async <T>(effect: Effect, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      if (cause instanceof ProviderError) throw cause;
      throw new ProviderError(
        'provider_unavailable',
        `${provider.name} gave no usable answer`,
        effect,
        { cause },
      );
    }
  };
  return {
    name: provider.name,
    capabilities: provider.capabilities,
    getCustomer: (id) => guard('none', () => provider.getCustomer(id)),
    findCustomersByEmail: (email) => guard('none', () => provider.findCustomersByEmail(email)),
    listSubscriptions: (id) => guard('none', () => provider.listSubscriptions(id)),
    getCoupon: (id, currency) => guard('none', () => provider.getCoupon(id, currency)),
    getPrice: (id) => guard('none', () => provider.getPrice(id)),
    apply: (request) => guard('readable', () => provider.apply(request)),
    findApplied: (request) => guard('none', () => provider.findApplied(request)),
    revoke: (request) => guard('none', () => provider.revoke(request)),
    listInvoices: (id) => guard('none', () => provider.listInvoices(id)),
    pay: (request) => guard('readable', () => provider.pay(request)),
    isPaid: (request) => guard('none', () => provider.isPaid(request)),
    setUpCard: (id) => guard('none', () => provider.setUpCard(id)),
    openPortal: (id, returnUrl) => guard('none', () => provider.openPortal(id, returnUrl)),
  };
}
