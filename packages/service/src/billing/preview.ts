import { ProviderError } from './provider-error.js';
import type { BillingProvider } from './provider.js';
import { changed, currencyOf, fetchCatalogue } from './transitions.js';

function refuse(): Promise<never> {
  return Promise.reject(
    new ProviderError('action_unsupported', 'Nothing is paid in a preview', 'none'),
  );
}

/** Reads from a provider and changes nothing there: a change is answered with what it would have come to. */
export function previewOf(provider: BillingProvider, now: () => Date): BillingProvider {
  return {
    name: provider.name,
    capabilities: provider.capabilities,
    getCustomer: (id) => provider.getCustomer(id),
    findCustomersByEmail: (email) => provider.findCustomersByEmail(email),
    listSubscriptions: (customerId) => provider.listSubscriptions(customerId),
    getCoupon: (id, currency) => provider.getCoupon(id, currency),
    getPrice: (id) => provider.getPrice(id),
    async apply({ customerId, subscriptionId, change }) {
      const subscriptions = await provider.listSubscriptions(customerId);
      const subscription = subscriptions.find(({ id }) => id === subscriptionId);
      if (!subscription)
        throw new ProviderError('subscription_unknown', 'The subscription is gone', 'none');
      const catalogue = await fetchCatalogue(change, provider, currencyOf([subscription]));
      return changed(subscription, change, now(), catalogue);
    },
    findApplied: () => Promise.resolve(null),
    revoke: () => Promise.resolve(true),
    listInvoices: (customerId) => provider.listInvoices(customerId),
    pay: refuse,
    isPaid: () => Promise.resolve(false),
    setUpCard: refuse,
    openPortal: refuse,
  };
}
