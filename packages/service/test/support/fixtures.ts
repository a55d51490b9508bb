import type { Coupon, Flow, Price } from '@fairwell/contract';
import type { SandboxData } from '../../src/index.js';

export const appId = 'app_test';
export const secret = 'the first secret of the test suite';
export const apiKey = 'the API key of the test suite';
export const brandKey = 'the private key of the brand';
/** The middle of every fixture's first month. */
export const start = new Date('2026-11-15T12:00:00.000Z');

const period = { start: '2026-11-01T00:00:00.000Z', end: '2026-12-01T00:00:00.000Z' };

const price = (id: string, name: string, value: number, currency = 'usd'): Price => ({
  id,
  name,
  amount: { value, currency },
  interval: 'month',
  intervalCount: 1,
});
export const standard = price('price_standard', 'Standard', 2900);
export const lite = price('price_lite', 'Lite', 900);
export const liteEuro = price('price_lite_eur', 'Lite', 900, 'eur');
export const annual: Price = {
  ...price('price_annual', 'Annual', 29_000),
  interval: 'year',
};

export const thirtyOff: Coupon = {
  id: 'SAVE30',
  name: '30% off for 3 months',
  percentOff: 30,
  duration: 'repeating',
  durationInMonths: 3,
};
const fiveOff: Coupon = { id: 'FIVE', amountOff: 500, currency: 'usd', duration: 'once' };

export const sandboxData = {
  customers: [
    {
      id: 'cus_monthly',
      name: 'Robin Vale',
      email: 'robin@example.com',
      metadata: { team: 'blue', note: 'internal' },
    },
    { id: 'cus_trial', email: 'trial@example.com' },
    { id: 'cus_two', email: 'two@example.com' },
    { id: 'cus_none' },
    { id: 'cus_euro' },
    { id: 'cus_annual' },
    { id: 'cus_ending' },
  ],
  prices: [standard, lite, liteEuro, annual],
  coupons: [thirtyOff, fiveOff],
  subscriptions: [
    {
      id: 'sub_monthly',
      customerId: 'cus_monthly',
      start: period.start,
      status: { name: 'active', currentPeriod: period },
      items: [{ price: standard }],
    },
    {
      id: 'sub_trial',
      customerId: 'cus_trial',
      start: period.start,
      status: {
        name: 'trial',
        trial: { start: '2026-11-10T00:00:00.000Z', end: '2026-11-24T00:00:00.000Z' },
      },
      items: [{ price: standard }],
    },
    ...['sub_first', 'sub_second'].map((id) => ({
      id,
      customerId: 'cus_two',
      start: period.start,
      status: { name: 'active', currentPeriod: period } as const,
      items: [{ price: standard }],
    })),
    {
      id: 'sub_euro',
      customerId: 'cus_euro',
      start: period.start,
      status: { name: 'active', currentPeriod: period },
      items: [
        { price: { ...standard, id: 'price_eur', amount: { value: 2700, currency: 'eur' } } },
      ],
    },
    {
      id: 'sub_annual',
      customerId: 'cus_annual',
      start: period.start,
      status: {
        name: 'active',
        currentPeriod: { start: period.start, end: '2027-11-01T00:00:00.000Z' },
      },
      items: [{ price: annual }],
    },
    {
      id: 'sub_ending',
      customerId: 'cus_ending',
      start: period.start,
      status: { name: 'active', currentPeriod: period },
      items: [{ price: standard }],
      cancelAt: period.end,
    },
  ],
} satisfies SandboxData;

export const flow: Flow = {
  id: 'everyone',
  version: 3,
  steps: [
    {
      id: 'why',
      type: 'survey',
      header: 'Why, {{customer.firstName|friend}} of team {{customer.metadata.team}}?',
      choices: [
        {
          id: 'too_expensive',
          label: 'It costs too much',
          offer: { type: 'discount', couponId: 'SAVE30' },
        },
        {
          id: 'unused',
          label: 'I do not use it',
          offer: { type: 'pause', maxLength: 3, interval: 'month' },
          followUp: { mode: 'freeform', question: 'What would help?' },
        },
        {
          id: 'later',
          label: 'I come back on a day I know',
          offer: {
            type: 'pause',
            maxLength: 3,
            interval: 'month',
            datePicker: true,
            startAt: 'periodEnd',
          },
        },
        {
          id: 'smaller',
          label: 'I need less',
          offer: {
            type: 'planChange',
            options: [
              { priceId: 'price_lite', nickname: 'Lite' },
              { priceId: 'price_standard' },
              { priceId: 'price_lite_eur' },
              { priceId: 'price_gone' },
            ],
          },
        },
        { id: 'trial', label: 'I had no time', offer: { type: 'trialExtension', days: 7 } },
        {
          id: 'help',
          label: 'Something is broken',
          offer: { type: 'contact', url: 'https://example.com/help' },
        },
        {
          id: 'other_tool',
          label: 'I use something else',
          offer: { type: 'redirect', label: 'Compare', url: 'https://example.com/compare' },
        },
        {
          id: 'five',
          label: 'It is a little too much',
          offer: { type: 'discount', couponId: 'FIVE' },
        },
        { id: 'gone', label: 'Another', offer: { type: 'discount', couponId: 'GONE' } },
      ],
    },
    { id: 'words', type: 'feedback' },
    { id: 'sure', type: 'confirm' },
  ],
};
