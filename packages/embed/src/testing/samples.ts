import type { Flow } from '@fairwell/contract';
import type { DirectCustomer, DirectSubscription } from '../options/direct.js';
import type { InitOptions } from '../options/documented.js';

export const customer: DirectCustomer = { id: 'cus_1', email: 'ada@example.com' };

export const monthly: DirectSubscription = {
  id: 'sub_1',
  start: new Date('2026-01-10T09:00:00.000Z'),
  status: {
    name: 'active',
    currentPeriod: {
      start: new Date('2026-11-10T09:00:00.000Z'),
      end: new Date('2026-12-10T09:00:00.000Z'),
    },
  },
  items: [{ price: { id: 'price_plus', name: 'Plus', amount: { value: 1400, currency: 'eur' } } }],
};

/** The confirmation alone. */
export const confirmFlow: Flow = {
  id: 'short',
  steps: [{ id: 'sure', type: 'confirm', header: 'Cancel your plan?' }],
};

/** Options of a page that bills itself; the handlers do nothing unless given. */
export function direct(options: InitOptions = {}): InitOptions {
  return {
    provider: 'direct',
    flow: confirmFlow,
    customer,
    subscriptions: [monthly],
    handleCancel: () => undefined,
    ...options,
  };
}
