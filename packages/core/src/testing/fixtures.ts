import type { Coupon, Customer, Flow, Subscription } from '@fairwell/contract';

export const now = new Date('2026-11-21T12:00:00.000Z');

export const customer: Customer = {
  id: 'cus_1',
  name: 'Ada Example',
  email: 'ada@example.com',
  metadata: { seats: 3 },
};

export const coupon: Coupon = {
  id: 'STAY30',
  percentOff: 30,
  duration: 'repeating',
  durationInMonths: 3,
};

export const monthly: Subscription = {
  id: 'sub_1',
  start: '2026-01-05T00:00:00.000Z',
  status: {
    name: 'active',
    currentPeriod: { start: '2026-11-05T00:00:00.000Z', end: '2026-12-05T00:00:00.000Z' },
  },
  items: [
    {
      price: {
        id: 'price_pro',
        name: 'Pro',
        amount: { value: 2999, currency: 'usd' },
        interval: 'month',
        intervalCount: 1,
      },
    },
  ],
};

export const trialing: Subscription = {
  ...monthly,
  status: {
    name: 'trial',
    trial: { start: '2026-11-10T00:00:00.000Z', end: '2026-11-24T00:00:00.000Z' },
  },
};

export const annual: Subscription = {
  ...monthly,
  items: [
    {
      price: {
        id: 'price_pro_year',
        amount: { value: 29900, currency: 'usd' },
        interval: 'year',
        intervalCount: 1,
      },
    },
  ],
};

const lite = {
  id: 'price_lite',
  amount: { value: 999, currency: 'usd' },
  interval: 'month' as const,
  intervalCount: 1,
};

/** One of everything. */
export const flow: Flow = {
  id: 'default',
  version: 1,
  steps: [
    {
      id: 'first',
      type: 'offer',
      header: 'A break, {{customer.firstName|friend}}?',
      offer: { type: 'pause', maxLength: 3, interval: 'month' },
    },
    {
      id: 'why',
      type: 'survey',
      choices: [
        {
          id: 'budget',
          label: 'Too expensive',
          offer: { type: 'discount', couponId: 'STAY30', coupon },
          followUp: {
            mode: 'structured+freeform',
            question: 'What changed?',
            options: [
              {
                id: 'lite',
                label: 'I need less',
                offer: {
                  type: 'planChange',
                  options: [{ priceId: 'price_lite', price: lite }, { priceId: 'price_gone' }],
                },
              },
              { id: 'cuts', label: 'Budget cuts' },
            ],
          },
        },
        {
          id: 'other',
          label: 'Something else',
          followUp: { mode: 'freeform', required: true, minLength: 10 },
        },
        { id: 'moved', label: 'I moved' },
      ],
    },
    { id: 'words', type: 'feedback', required: true, minLength: 5 },
    { id: 'sure', type: 'confirm', losses: ['Everything, {{customer.firstName}}'] },
  ],
};
