import type {
  Coupon,
  Flow,
  FollowUp,
  Offer,
  Step,
  Subscription,
  SurveyChoice,
} from '@fairwell/contract';
import fc from 'fast-check';
import { annual, coupon, monthly, trialing } from './fixtures.js';

const sentence = fc.string({ minLength: 1, maxLength: 40 });
const copy = {
  header: fc.option(sentence, { nil: undefined }),
  description: fc.option(sentence, { nil: undefined }),
};
const limits = { required: fc.boolean(), minLength: fc.integer({ min: 0, max: 30 }) };

const price = fc.record({
  id: fc.constantFrom('price_lite', 'price_team', 'price_pro'),
  amount: fc.record({
    value: fc.integer({ min: 0, max: 100_000 }),
    currency: fc.constantFrom('usd', 'EUR', 'jpy'),
  }),
  interval: fc.constantFrom('month' as const, 'year' as const),
  intervalCount: fc.integer({ min: 1, max: 6 }),
});

/** Several tiers of discount, of every kind and duration. */
const anyCoupon: fc.Arbitrary<Coupon> = fc.constantFrom<Coupon>(
  coupon,
  { id: 'ONCE100', percentOff: 100, duration: 'once' },
  { id: 'FIVE', amountOff: 500, currency: 'usd', duration: 'forever' },
  { id: 'YEN', amountOff: 1, currency: 'JPY', duration: 'repeating', durationInMonths: 1 },
);

export const offer: fc.Arbitrary<Offer> = fc.oneof(
  fc.record({ type: fc.constant('discount' as const), ...copy, coupon: anyCoupon }).map((each) => ({
    ...each,
    couponId: each.coupon.id,
  })),
  fc.record({
    type: fc.constant('pause' as const),
    ...copy,
    maxLength: fc.integer({ min: 1, max: 12 }),
    interval: fc.constantFrom('month' as const, 'week' as const),
    datePicker: fc.boolean(),
    startAt: fc.constantFrom('now' as const, 'periodEnd' as const),
  }),
  fc.record({
    type: fc.constant('planChange' as const),
    ...copy,
    options: fc.uniqueArray(
      price.map((each) => ({ priceId: each.id, price: each })),
      { minLength: 1, maxLength: 3, selector: ({ priceId }) => priceId },
    ),
  }),
  fc.record({
    type: fc.constant('trialExtension' as const),
    ...copy,
    days: fc.integer({ min: 1, max: 365 }),
  }),
  fc.record({
    type: fc.constant('contact' as const),
    ...copy,
    url: fc.option(fc.constant('https://help.example.com'), { nil: undefined }),
  }),
  fc.record({
    type: fc.constant('redirect' as const),
    ...copy,
    label: sentence,
    url: fc.webUrl(),
  }),
  fc.record({ type: fc.constant('custom' as const), ...copy, tag: fc.constant('acme-offer') }),
);

const optionalOffer = fc.option(offer, { nil: null });

function named<T>(items: T[]): (T & { id: string })[] {
  return items.map((item, index) => ({ ...item, id: `n${index}` }));
}

function namedList<T>(item: fc.Arbitrary<T>, maxLength: number) {
  return fc.array(item, { minLength: 1, maxLength }).map(named);
}

const options = namedList(fc.record({ label: sentence, offer: optionalOffer }), 3);
const followUp: fc.Arbitrary<FollowUp> = fc.oneof(
  fc.record({ mode: fc.constant('freeform' as const), ...limits }),
  fc.record({ mode: fc.constant('structured' as const), options }),
  fc.record({ mode: fc.constant('structured+freeform' as const), options, ...limits }),
);
const choice: fc.Arbitrary<Omit<SurveyChoice, 'id'>> = fc.record({
  label: sentence,
  offer: optionalOffer,
  followUp: fc.option(followUp, { nil: null }),
});

type Unnamed<S> = S extends Step ? Omit<S, 'id'> : never;
const step: fc.Arbitrary<Unnamed<Step>> = fc.oneof(
  fc.record({ type: fc.constant('offer' as const), ...copy, offer }),
  fc.record({
    type: fc.constant('survey' as const),
    ...copy,
    randomize: fc.boolean(),
    choices: namedList(choice, 4),
  }),
  fc.record({ type: fc.constant('feedback' as const), ...copy, ...limits }),
  fc.record({ type: fc.constant('custom' as const), ...copy, tag: fc.constant('acme-nps') }),
);
const confirm: fc.Arbitrary<Unnamed<Step>> = fc.record({
  type: fc.constant('confirm' as const),
  ...copy,
  acknowledgement: fc.option(sentence, { nil: undefined }),
  losses: fc.array(sentence, { maxLength: 3 }),
});

/** Any flow that its author may write. */
export const anyFlow: fc.Arbitrary<Flow> = fc
  .tuple(fc.array(step, { maxLength: 4 }), fc.option(confirm, { nil: null }))
  .filter(([steps, last]) => steps.length > 0 || last !== null)
  .map(([steps, last]) => ({ id: 'any', steps: named(last ? [...steps, last] : steps) }));

const paused: Subscription = {
  ...monthly,
  status: { name: 'paused', pause: { start: '2026-11-05T00:00:00.000Z' } },
};
const unpaid: Subscription = { ...monthly, status: { name: 'unpaid' } };
const discounted: Subscription = {
  ...monthly,
  discounts: [{ coupon, start: '2026-11-05T00:00:00.000Z' }],
};

/** What a customer may have when they come to leave. */
export const anySubscriptions: fc.Arbitrary<Subscription[]> = fc.array(
  fc.constantFrom(monthly, annual, trialing, paused, unpaid, discounted),
  { maxLength: 2 },
);
