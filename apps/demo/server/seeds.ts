import type { Coupon, Price, Subscription } from '@fairwell/contract';
import { addDays, addMonths } from '@fairwell/core';
import type { SandboxData } from '@fairwell/service';

const monthly: Price = {
  id: 'price_box_month_usd',
  name: 'Seed Box',
  amount: { value: 1800, currency: 'usd' },
  interval: 'month',
  intervalCount: 1,
};
const yearly: Price = {
  ...monthly,
  id: 'price_box_year_usd',
  amount: { value: 18000, currency: 'usd' },
  interval: 'year',
};
const inEuros: Price = {
  ...monthly,
  id: 'price_box_month_eur',
  amount: { value: 1700, currency: 'eur' },
};
/** What flows/default.json offers in place of a box, in either currency. */
const letters: readonly Price[] = [
  {
    ...monthly,
    id: 'price_letter_month_usd',
    name: 'Seed Letter',
    amount: { value: 900, currency: 'usd' },
  },
  {
    ...monthly,
    id: 'price_letter_month_eur',
    name: 'Seed Letter',
    amount: { value: 850, currency: 'eur' },
  },
];

const welcome: Coupon = {
  id: 'WELCOME20',
  name: 'Welcome',
  percentOff: 20,
  duration: 'repeating',
  durationInMonths: 3,
};
/** What flows/default.json offers. */
const stay: Coupon = {
  id: 'STAY30',
  name: 'Three months for less',
  percentOff: 30,
  duration: 'repeating',
  durationInMonths: 3,
};

/** What the sandbox starts with, its dates told from `now` so that every customer is in mid-period. */
export function seeds(now: Date): SandboxData {
  const on = (days: number): string => addDays(now, days).toISOString();
  const monthsBefore = (date: Date, months: number): string =>
    addMonths(date, -months).toISOString();
  const renewal = addDays(now, 18);
  const welcomed = addMonths(renewal, -2);
  const annualRenewal = addDays(now, 40);

  const subscription = (
    name: string,
    price: Price,
    rest: Pick<Subscription, 'start' | 'status' | 'discounts'>,
  ): Subscription & { customerId: string } => ({
    id: `sub_${name}`,
    customerId: `cus_${name}`,
    items: [{ id: `si_${name}`, price, quantity: 1 }],
    ...rest,
  });
  const inMonth = {
    name: 'active',
    currentPeriod: { start: monthsBefore(renewal, 1), end: renewal.toISOString() },
  } as const;
  const trial = { start: on(-5), end: on(9) };

  return {
    customers: [
      { id: 'cus_monthly', name: 'Monthly customer', email: 'monthly@customers.example' },
      { id: 'cus_annual', name: 'Annual customer', email: 'annual@customers.example' },
      { id: 'cus_trial', name: 'Customer on trial', email: 'trial@customers.example' },
      {
        id: 'cus_discounted',
        name: 'Customer with a discount',
        email: 'discounted@customers.example',
      },
      { id: 'cus_euro', name: 'Customer in euros', email: 'euro@customers.example' },
    ],
    prices: [monthly, yearly, inEuros, ...letters],
    coupons: [welcome, stay],
    subscriptions: [
      subscription('monthly', monthly, { start: monthsBefore(renewal, 14), status: inMonth }),
      subscription('annual', yearly, {
        start: monthsBefore(annualRenewal, 24),
        status: {
          name: 'active',
          currentPeriod: {
            start: monthsBefore(annualRenewal, 12),
            end: annualRenewal.toISOString(),
          },
        },
      }),
      subscription('trial', monthly, {
        start: trial.start,
        status: { name: 'trial', trial, currentPeriod: trial },
      }),
      subscription('discounted', monthly, {
        start: welcomed.toISOString(),
        status: inMonth,
        discounts: [
          {
            coupon: welcome,
            start: welcomed.toISOString(),
            end: addMonths(welcomed, 3).toISOString(),
          },
        ],
      }),
      subscription('euro', inEuros, { start: monthsBefore(renewal, 4), status: inMonth }),
    ],
  };
}
