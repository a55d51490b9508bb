import type { Coupon, Price } from '@fairwell/contract';

/** What Sprigletter sells, in dollars a month unless a name says otherwise. */
export const box: Price = {
  id: 'price_box_month_usd',
  name: 'Seed Box',
  amount: { value: 1800, currency: 'usd' },
  interval: 'month',
  intervalCount: 1,
};
export const boxYearly: Price = {
  ...box,
  id: 'price_box_year_usd',
  amount: { value: 18000, currency: 'usd' },
  interval: 'year',
};
export const boxInEuros: Price = {
  ...box,
  id: 'price_box_month_eur',
  amount: { value: 1700, currency: 'eur' },
};
export const tools: Price = {
  ...box,
  id: 'price_tools_month_usd',
  name: 'Tool Loan',
  amount: { value: 700, currency: 'usd' },
};
const letter: Price = {
  ...box,
  id: 'price_letter_month_usd',
  name: 'Seed Letter',
  amount: { value: 900, currency: 'usd' },
};
const letterInEuros: Price = {
  ...letter,
  id: 'price_letter_month_eur',
  amount: { value: 850, currency: 'eur' },
};
const everyOther: Price = {
  ...box,
  id: 'price_box_two_months_usd',
  name: 'Seed Box, every other month',
  intervalCount: 2,
};

export const prices: readonly Price[] = [
  box,
  boxYearly,
  boxInEuros,
  tools,
  letter,
  letterInEuros,
  everyOther,
];

/** Given when they signed up: no flow offers it. */
export const welcome: Coupon = {
  id: 'WELCOME20',
  name: 'Welcome',
  percentOff: 20,
  duration: 'repeating',
  durationInMonths: 3,
};
export const stay: Coupon = {
  id: 'STAY30',
  name: 'Three months for less',
  percentOff: 30,
  duration: 'repeating',
  durationInMonths: 3,
};

export const coupons: readonly Coupon[] = [
  welcome,
  stay,
  { id: 'NEXT50', name: 'Half of the next box', percentOff: 50, duration: 'once' },
  { id: 'ALWAYS15', name: 'For as long as you stay', percentOff: 15, duration: 'forever' },
  {
    id: 'FIVEOFF',
    name: 'Five dollars for half a year',
    amountOff: 500,
    currency: 'usd',
    duration: 'repeating',
    durationInMonths: 6,
  },
];
