import type { Customer, Flow, Subscription } from '@fairwell/contract';
import type { FlowHandlers, FlowOptions } from '@fairwell/core';

export const customer: Customer = { id: 'cus_1', firstName: 'Ada', email: 'ada@example.com' };

export const monthly: Subscription = {
  id: 'sub_1',
  start: '2026-01-10T09:00:00.000Z',
  status: {
    name: 'active',
    currentPeriod: { start: '2026-11-10T09:00:00.000Z', end: '2026-12-10T09:00:00.000Z' },
  },
  items: [
    {
      price: {
        id: 'price_plus',
        name: 'Plus',
        amount: { value: 1400, currency: 'eur' },
        interval: 'month',
        intervalCount: 1,
      },
    },
  ],
};

/** A survey, whose first choice is met with a discount, and the confirmation. */
export const flow: Flow = {
  id: 'default',
  steps: [
    {
      id: 'why',
      type: 'survey',
      header: 'Why are you leaving?',
      choices: [
        {
          id: 'budget',
          label: 'It costs too much',
          offer: {
            type: 'discount',
            header: 'Would 30% off help?',
            couponId: 'STAY30',
            coupon: { id: 'STAY30', percentOff: 30, duration: 'once' },
          },
        },
        { id: 'unused', label: 'I don’t use it enough' },
      ],
    },
    { id: 'sure', type: 'confirm', header: 'Cancel your plan?' },
  ],
};

/** The confirmation alone. */
export const confirmFlow: Flow = {
  id: 'short',
  steps: [{ id: 'sure', type: 'confirm', header: 'Cancel your plan?' }],
};

/** Options of the handlers mode; the handlers do nothing unless given. */
export function hostOptions(handlers: FlowHandlers = {}): FlowOptions {
  return {
    flow,
    customer,
    subscriptions: [monthly],
    handlers: { handleCancel: () => undefined, handleDiscount: () => undefined, ...handlers },
  };
}
