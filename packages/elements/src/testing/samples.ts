import type {
  Coupon,
  Customer,
  FollowUp,
  PlanOption,
  Subscription,
  SurveyChoice,
} from '@fairwell/contract';

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

/** In the middle of the paid period of `monthly`. */
export const now = (): Date => new Date('2026-11-21T12:00:00.000Z');

export const trialing: Subscription = {
  ...monthly,
  status: {
    name: 'trial',
    trial: { start: '2026-11-14T09:00:00.000Z', end: '2026-11-28T09:00:00.000Z' },
  },
};

export const lite: PlanOption = {
  priceId: 'price_lite',
  nickname: 'Lite',
  tagline: 'For one project at a time',
  features: ['1 project', '2 GB of storage', 'Help by email'],
  price: {
    id: 'price_lite',
    name: 'lite-eur-2026',
    amount: { value: 600, currency: 'eur' },
    interval: 'month',
    intervalCount: 1,
  },
};

export const yearly: PlanOption = {
  priceId: 'price_year',
  nickname: 'Plus, yearly',
  tagline: 'All you have now, paid once a year',
  features: ['Unlimited projects', '50 GB of storage', 'Help within a day'],
  msrp: '€168.00',
  price: {
    id: 'price_year',
    amount: { value: 12000, currency: 'eur' },
    interval: 'year',
    intervalCount: 1,
  },
};

const options = [
  { id: 'cuts', label: 'We have to cut costs' },
  { id: 'worth', label: 'I don’t get enough out of it' },
  { id: 'cheaper', label: 'I found something cheaper' },
];

export const followUps = {
  freeform: { mode: 'freeform', question: 'What would make it better?' },
  required: {
    mode: 'freeform',
    question: 'What would make it better?',
    required: true,
    minLength: 20,
  },
  structured: { mode: 'structured', question: 'What is it about the price?', options },
  both: {
    mode: 'structured+freeform',
    question: 'What is it about the price?',
    label: 'Tell us about your situation',
    minLength: 10,
    options,
  },
} satisfies Record<string, FollowUp>;
