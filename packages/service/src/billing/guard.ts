import { spannedCall } from '../telemetry/spans.js';
import { ProviderError, type Effect } from './provider-error.js';
import type { BillingProvider } from './provider.js';

/** A provider all of whose errors are `ProviderError`s, whatever it throws, with a span around each call. */
export function guarded(provider: BillingProvider): BillingProvider {
  const guard = async <T>(
    method: Exclude<keyof BillingProvider, 'name' | 'capabilities'>,
    effect: Effect,
    work: () => Promise<T>,
  ): Promise<T> => {
    const attributes = { 'fairwell.provider': provider.name };
    try {
      return await spannedCall(`fairwell.provider.${method}`, attributes, work);
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
    getCustomer: (id) => guard('getCustomer', 'none', () => provider.getCustomer(id)),
    findCustomersByEmail: (email) =>
      guard('findCustomersByEmail', 'none', () => provider.findCustomersByEmail(email)),
    listSubscriptions: (id) =>
      guard('listSubscriptions', 'none', () => provider.listSubscriptions(id)),
    getCoupon: (id, currency) => guard('getCoupon', 'none', () => provider.getCoupon(id, currency)),
    getPrice: (id) => guard('getPrice', 'none', () => provider.getPrice(id)),
    apply: (request) => guard('apply', 'readable', () => provider.apply(request)),
    findApplied: (request) => guard('findApplied', 'none', () => provider.findApplied(request)),
    revoke: (request) => guard('revoke', 'none', () => provider.revoke(request)),
    listInvoices: (id) => guard('listInvoices', 'none', () => provider.listInvoices(id)),
    pay: (request) => guard('pay', 'readable', () => provider.pay(request)),
    isPaid: (request) => guard('isPaid', 'none', () => provider.isPaid(request)),
    setUpCard: (id) => guard('setUpCard', 'none', () => provider.setUpCard(id)),
    openPortal: (id, returnUrl) =>
      guard('openPortal', 'none', () => provider.openPortal(id, returnUrl)),
  };
}
