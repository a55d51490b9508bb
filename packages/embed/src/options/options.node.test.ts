import { afterEach, describe, expect, it, vi } from 'vitest';
import { customerOf, subscriptionsOf, type DirectSubscription } from './direct.js';
import { translateMessages } from './phrases.js';

const jan = new Date('2025-01-01T00:00:00.000Z');
const feb = new Date('2025-02-01T00:00:00.000Z');
const iso = { start: jan.toISOString(), end: feb.toISOString() };
const days = { start: jan, end: feb };

const active: DirectSubscription = {
  id: 'sub_1',
  start: jan,
  status: { name: 'active', currentPeriod: days },
  items: [{ price: { id: 'price_1', amount: { value: 2999, currency: 'usd' } } }],
};

function statusOf(status: DirectSubscription['status']): unknown {
  return subscriptionsOf([{ ...active, status }], {})[0]?.status;
}

describe('a subscription that the page gives', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('has dates as text, and a month where nothing else is said', () => {
    expect(subscriptionsOf([active], {})).toEqual([
      {
        id: 'sub_1',
        start: iso.start,
        status: { name: 'active', currentPeriod: iso },
        items: [
          {
            price: {
              id: 'price_1',
              amount: { value: 2999, currency: 'usd' },
              interval: 'month',
              intervalCount: 1,
            },
          },
        ],
      },
    ]);
  });

  it.each<[DirectSubscription['status'], unknown]>([
    [
      { name: 'trial', trial: days },
      { name: 'trial', trial: iso },
    ],
    [
      { name: 'paused', pause: { start: jan }, currentPeriod: days },
      { name: 'paused', pause: { start: iso.start }, currentPeriod: iso },
    ],
    [
      { name: 'paused', pause: days },
      { name: 'paused', pause: iso },
    ],
    [
      { name: 'canceled', canceledAt: iso.start },
      { name: 'canceled', canceledAt: iso.start },
    ],
    [{ name: 'unpaid' }, { name: 'unpaid' }],
  ])('may be %o', (given, expected) => {
    expect(statusOf(given)).toEqual(expected);
  });

  it('costs in the currency of the customer, where the price names none', () => {
    const price = {
      id: 'p',
      name: 'Team',
      amount: { value: 1500 },
      interval: 'year',
      intervalCount: 2,
    } as const;
    const item = { id: 'si', price, quantity: 10, product: { name: 'Team' } };
    const currencyFor = (customer: { currency?: string }) =>
      subscriptionsOf([{ ...active, items: [item] }], customer)[0]?.items[0];
    expect(currencyFor({ currency: 'gbp' })).toEqual({
      ...item,
      price: { ...price, amount: { value: 1500, currency: 'gbp' } },
    });
    expect(currencyFor({})?.price.amount.currency).toBe('usd');
  });

  it('is left out, and named, where it is none', () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = JSON.parse('{"id":"sub_2"}') as DirectSubscription;
    expect(subscriptionsOf([active, broken], {})).toHaveLength(1);
    expect(String(error.mock.calls[0]?.[0])).toContain('subscriptions[1]');
  });

  it('keeps of its metadata what is text, number or truth', () => {
    const metadata = { team: 7, tags: ['a'], none: null, renewed: jan };
    expect(subscriptionsOf([{ ...active, metadata }], {})[0]?.metadata).toEqual({
      team: 7,
      renewed: iso.start,
    });
    expect(customerOf({ id: 'cus', currency: 'gbp', metadata })).toEqual({
      id: 'cus',
      metadata: { team: 7, renewed: iso.start },
    });
  });
});

describe('words', () => {
  const translated = (given: Record<string, string>) => {
    const untaken: string[] = [];
    return [translateMessages(given, (name) => untaken.push(name)), untaken];
  };

  it.each([
    ['that mean the same stay', { next: 'Weiter' }, { next: 'Weiter' }],
    ['of ours stay', { pausedSince: 'Seit {start}' }, { pausedSince: 'Seit {start}' }],
    [
      'that end where a value follows get its place',
      { discountValidUntil: 'Gültig bis ' },
      { discountValidUntil: 'Gültig bis {date}' },
    ],
    [
      'that have a place for the value keep it',
      { discountValidUntil: 'Bis {date} gültig' },
      { discountValidUntil: 'Bis {date} gültig' },
    ],
    [
      'for a number get it before them',
      { day: 'Tag | Tage', year: 'Jahr' },
      {
        'day.one': '{count} Tag',
        'day.other': '{count} Tage',
        'year.one': '{count} Jahr',
        'year.other': '{count} Jahr',
      },
    ],
    [
      'of a sentence that was written for ours are taken',
      { discountOff: '{reduction} weniger' },
      { discountOff: '{reduction} weniger' },
    ],
  ])('%s', (_what, given, expected) => {
    expect(translated(given)).toEqual([expected, []]);
  });

  it('that are pieces of a sentence are not taken, and named', () => {
    expect(translated({ discountOff: 'weniger', next: 'Weiter' })).toEqual([
      { next: 'Weiter' },
      ['discountOff'],
    ]);
  });
});
