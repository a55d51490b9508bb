import { Condition, type ListOperand, type NumberOperand } from '@fairwell/contract';
import fc from 'fast-check';
import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { matchesSegment, type Candidate } from './matches.js';

const now = new Date('2026-11-15T12:00:00.000Z');

const candidate: Candidate = {
  customer: { id: 'cus_1', metadata: { country: 'FR', seats: '12', beta: true } },
  subscriptions: [
    {
      id: 'sub_1',
      start: '2026-10-16T12:00:00.000Z',
      status: {
        name: 'active',
        currentPeriod: { start: '2026-11-01T00:00:00.000Z', end: '2026-12-01T00:00:00.000Z' },
      },
      items: [
        {
          price: {
            id: 'price_pro',
            amount: { value: 2900, currency: 'usd' },
            interval: 'month',
            intervalCount: 3,
          },
          product: { id: 'prod_pro' },
        },
      ],
      metadata: { seats: 40, campaign: 'spring' },
    },
  ],
  attributes: { language: 'fr', videosCreated: 28 },
  now,
};

const matches = (condition: Condition, of = candidate) =>
  matchesSegment({ conditions: [condition] }, of);

describe('a condition', () => {
  it.each<[Condition, boolean]>([
    [{ type: 'plan', operand: 'includes', value: ['price_pro'] }, true],
    [{ type: 'plan', operand: 'includes', value: ['price_lite', 'prod_pro'] }, true],
    [{ type: 'plan', operand: 'excludes', value: ['prod_pro'] }, false],
    [{ type: 'price', operand: 'moreThan', value: 2899, currency: 'USD' }, true],
    [{ type: 'price', operand: 'moreThan', value: 2900, currency: 'usd' }, false],
    [{ type: 'price', operand: 'atLeast', value: 2900, currency: 'usd' }, true],
    // An amount says nothing in another currency.
    [{ type: 'price', operand: 'atLeast', value: 0, currency: 'eur' }, false],
    [{ type: 'subscriptionAge', operand: 'equals', value: 30 }, true],
    [{ type: 'subscriptionAge', operand: 'lessThan', value: 30 }, false],
    [{ type: 'subscriptionAge', operand: 'atMost', value: 30 }, true],
    [{ type: 'subscriptionStart', operand: 'before', value: '2026-10-16T12:00:00.001Z' }, true],
    [{ type: 'subscriptionStart', operand: 'before', value: '2026-10-16T12:00:00.000Z' }, false],
    [{ type: 'subscriptionStart', operand: 'after', value: '2026-10-16T12:00:00.000Z' }, true],
    [{ type: 'billingInterval', operand: 'includes', value: ['quarter'] }, true],
    [{ type: 'billingInterval', operand: 'includes', value: ['month', 'year'] }, false],
    [{ type: 'status', operand: 'includes', value: ['active'] }, true],
    [{ type: 'status', operand: 'excludes', value: ['trial', 'unpaid'] }, true],
    [{ type: 'textAttribute', name: 'language', operand: 'includes', value: ['fr', 'it'] }, true],
    [{ type: 'textAttribute', name: 'language', operand: 'includes', value: ['FR'] }, false],
    [{ type: 'textAttribute', name: 'beta', operand: 'includes', value: ['true'] }, true],
    [{ type: 'textAttribute', name: 'campaign', operand: 'includes', value: ['spring'] }, true],
    [{ type: 'textAttribute', name: 'nothing', operand: 'includes', value: ['x'] }, false],
    [{ type: 'textAttribute', name: 'nothing', operand: 'excludes', value: ['x'] }, true],
    [{ type: 'numberAttribute', name: 'videosCreated', operand: 'moreThan', value: 20 }, true],
    // The customer's is found before the subscription's, and a number may be kept as text.
    [{ type: 'numberAttribute', name: 'seats', operand: 'equals', value: 12 }, true],
    [
      {
        type: 'numberAttribute',
        name: 'seats',
        from: 'subscription',
        operand: 'equals',
        value: 40,
      },
      true,
    ],
    [
      {
        type: 'numberAttribute',
        name: 'videosCreated',
        from: 'customer',
        operand: 'atLeast',
        value: 0,
      },
      false,
    ],
    [{ type: 'numberAttribute', name: 'language', operand: 'lessThan', value: 99 }, false],
    [{ type: 'numberAttribute', name: 'toString', operand: 'lessThan', value: 99 }, false],
  ])('%j: %s', (condition, expected) => {
    expect(matches(condition)).toBe(expected);
  });

  it('about the rhythm of billing knows a year by twelve months', () => {
    const [subscription] = candidate.subscriptions;
    const [item] = subscription?.items ?? [];
    if (!subscription || !item) throw new Error('No item');
    const items = [{ price: { ...item.price, intervalCount: 12 } }];
    const yearly = { ...candidate, subscriptions: [{ ...subscription, items }] };
    expect(matches({ type: 'billingInterval', operand: 'includes', value: ['year'] }, yearly)).toBe(
      true,
    );
  });
});

/** Names that an object has without anybody giving them to it are among them. */
const name = fc.constantFrom('plan', 'seats', 'language', '__proto__', 'constructor', 'toString');
const metadata = fc.dictionary(
  name,
  fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.integer({ min: -3, max: 3 }).map(String)),
);
const instant = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const period = fc.record({ start: instant, end: instant });
const id = fc.constantFrom('price_lite', 'price_pro', 'prod_pro');
const currency = fc.constantFrom('usd', 'EUR', 'eur');

const subscription = fc.record({
  id: fc.constant('sub_1'),
  start: instant,
  status: fc.oneof(
    fc.record({ name: fc.constant('active' as const), currentPeriod: period }),
    fc.record({ name: fc.constant('trial' as const), trial: period }),
    fc.record({ name: fc.constant('unpaid' as const) }),
  ),
  items: fc.array(
    fc.record({
      price: fc.record({
        id,
        amount: fc.record({ value: fc.integer({ min: 0, max: 5 }), currency }),
        interval: fc.constantFrom(
          'day' as const,
          'week' as const,
          'month' as const,
          'year' as const,
        ),
        intervalCount: fc.constantFrom(1, 3, 12),
      }),
    }),
    { maxLength: 2 },
  ),
  metadata,
});
const someone: fc.Arbitrary<Candidate> = fc.record({
  customer: fc.record({ id: fc.constant('cus_1'), metadata }),
  subscriptions: fc.array(subscription, { maxLength: 3 }),
  attributes: metadata,
  now: fc.constant(now),
});

const listOperand = fc.constantFrom<ListOperand>('includes', 'excludes');
const numberOperand = fc.constantFrom<NumberOperand>(
  'equals',
  'moreThan',
  'atLeast',
  'lessThan',
  'atMost',
);
const attribute = {
  name,
  from: fc.constantFrom(
    undefined,
    'session' as const,
    'customer' as const,
    'subscription' as const,
  ),
};
const small = fc.integer({ min: 0, max: 5 });
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    type: fc.constant('plan' as const),
    operand: listOperand,
    value: fc.array(id, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('price' as const),
    operand: numberOperand,
    value: small,
    currency,
  }),
  fc.record({
    type: fc.constant('subscriptionAge' as const),
    operand: numberOperand,
    value: fc.integer({ min: 0, max: 36_500 }),
  }),
  fc.record({
    type: fc.constant('subscriptionStart' as const),
    operand: fc.constantFrom('before' as const, 'after' as const),
    value: instant,
  }),
  fc.record({
    type: fc.constant('billingInterval' as const),
    operand: listOperand,
    value: fc.array(fc.constantFrom('week' as const, 'quarter' as const, 'year' as const), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  fc.record({
    type: fc.constant('status' as const),
    operand: listOperand,
    value: fc.array(fc.constantFrom('trial' as const, 'active' as const), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
  fc.record({
    type: fc.constant('textAttribute' as const),
    ...attribute,
    operand: listOperand,
    value: fc.array(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('numberAttribute' as const),
    ...attribute,
    operand: numberOperand,
    value: small,
  }),
);
const conditions = fc.array(condition, { minLength: 1, maxLength: 4 });

describe('segments, whatever they ask of whomever', () => {
  it('are understood by the contract', () => {
    fc.assert(fc.property(condition, (each) => Check(Condition, each)));
  });

  it('never throw, nor care for the order of their conditions', () => {
    fc.assert(
      fc.property(conditions, someone, (each, of) => {
        const reversed = { conditions: each.toReversed() };
        expect(matchesSegment(reversed, of)).toBe(matchesSegment({ conditions: each }, of));
      }),
    );
  });

  it('have fewer people in them with every condition', () => {
    fc.assert(
      fc.property(conditions, condition, someone, (each, more, of) => {
        if (matchesSegment({ conditions: [...each, more] }, of))
          expect(matchesSegment({ conditions: each }, of)).toBe(true);
      }),
    );
  });

  it('are not left by somebody who gets another subscription', () => {
    fc.assert(
      fc.property(conditions, someone, subscription, (each, of, another) => {
        const after = { ...of, subscriptions: [...of.subscriptions, another] };
        if (matchesSegment({ conditions: each }, of))
          expect(matchesSegment({ conditions: each }, after)).toBe(true);
      }),
    );
  });

  it('exclude exactly those that they would include', () => {
    fc.assert(
      fc.property(condition, subscription, someone, (each, one, of) => {
        if (each.operand !== 'includes' && each.operand !== 'excludes') return;
        const who = { ...of, subscriptions: [one] };
        const other = each.operand === 'includes' ? 'excludes' : 'includes';
        expect(matches({ ...each, operand: other }, who)).toBe(!matches(each, who));
      }),
    );
  });

  it('put a number that is known below, at or above another, and one that is not nowhere', () => {
    fc.assert(
      fc.property(name, fc.option(fc.double({ noNaN: true })), small, (name, actual, value) => {
        const who = { ...candidate, attributes: actual === null ? {} : { [name]: actual } };
        const is = (operand: NumberOperand) =>
          matches({ type: 'numberAttribute', name, from: 'session', operand, value }, who);
        const isKnown = Object.hasOwn(who.attributes, name);
        expect([is('lessThan'), is('equals'), is('moreThan')].filter(Boolean)).toHaveLength(
          isKnown ? 1 : 0,
        );
        expect(is('atLeast')).toBe(is('equals') || is('moreThan'));
        expect(is('atMost')).toBe(is('equals') || is('lessThan'));
      }),
    );
  });
});
