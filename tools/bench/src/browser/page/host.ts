import type { Customer, Flow, Subscription } from '@fairwell/contract';
import type { FlowHandlers } from '@fairwell/core';

const flow: Flow = {
  id: 'bench',
  steps: [
    {
      id: 'why',
      type: 'survey',
      header: 'Why are you leaving, {{customer.firstName|there}}?',
      description: 'Your answer helps us to get **better**.',
      choices: [
        {
          id: 'budget',
          label: 'It costs too much',
          offer: {
            type: 'discount',
            couponId: 'STAY30',
            coupon: {
              id: 'STAY30',
              percentOff: 30,
              duration: 'repeating',
              durationInMonths: 3,
            },
          },
        },
        { id: 'unused', label: 'I do not use it enough' },
        { id: 'missing', label: 'Something I need is missing' },
        { id: 'other', label: 'Another reason' },
      ],
    },
    { id: 'words', type: 'feedback' },
    { id: 'sure', type: 'confirm', losses: ['12 saved reports', 'Priority support'] },
  ],
};

const customer: Customer = { id: 'cus_1', firstName: 'Robin', email: 'robin@example.com' };

const subscriptions: readonly Subscription[] = [
  {
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
  },
];

const handlers: FlowHandlers = {
  handleCancel: () => undefined,
  handleDiscount: () => undefined,
};

export const host = { flow, customer, subscriptions, handlers };
