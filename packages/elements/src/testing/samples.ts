import type { Coupon, Customer, Subscription, SurveyChoice } from '@fairwell/contract';

/** Data that tests and stories share. */
export const choices: readonly SurveyChoice[] = [
  { id: 'budget', label: 'It costs too much' },
  { id: 'unused', label: 'I don’t use it enough' },
  { id: 'missing', label: 'Something I need is missing' },
  { id: 'other', label: 'Another reason' },
];

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

export const threeMonths: Coupon = {
  id: 'STAY30',
  percentOff: 30,
  duration: 'repeating',
  durationInMonths: 3,
};
