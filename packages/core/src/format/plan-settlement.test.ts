import type { Price } from '@fairwell/contract';
import { expect, it } from 'vitest';
import { monthly, trialing } from '../testing/fixtures.js';
import { planSettlement } from './plan-settlement.js';

const price = (value: number, interval: Price['interval'] = 'month'): Price => ({
  id: `${value}-${interval}`,
  amount: { value, currency: 'eur' },
  interval,
  intervalCount: 1,
});

const subscription = { ...monthly, items: [{ price: price(1400) }] };

it.each<[string, Price, boolean | undefined, string | undefined]>([
  ['a cheaper plan', price(600), true, 'creditedLater'],
  ['a dearer plan', price(2000), true, 'chargedLater'],
  ['a plan of the same price', price(1400), true, undefined],
  ['a plan of another rhythm', price(12000, 'year'), true, 'chargedNow'],
  ['a cheaper plan, not prorated', price(600), false, 'unprorated'],
  ['a plan of another rhythm, not prorated', price(12000, 'year'), false, undefined],
  ['a plan of which nobody knows', price(600), undefined, undefined],
])('%s', (_name, to, prorated, expected) => {
  expect(planSettlement(subscription, to, prorated)).toBe(expected);
});

it('says nothing while a trial lasts: nothing is paid yet', () => {
  const onTrial = { ...trialing, items: [{ price: price(1400) }] };
  expect(planSettlement(onTrial, price(600), true)).toBeUndefined();
});
