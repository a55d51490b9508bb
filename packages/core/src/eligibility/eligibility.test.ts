import type { Offer, OfferType, Subscription } from '@fairwell/contract';
import { describe, expect, it } from 'vitest';
import { annual, coupon, flow, monthly, now, trialing } from '../testing/fixtures.js';
import {
  defaultEligibilitySettings,
  ineligibility,
  type EligibilityContext,
  type Ineligibility,
} from './eligibility.js';
import { findOffer, offersOf } from '../flow/offers.js';
import { resolveFlow } from './resolve.js';

const everything = new Set<OfferType>([
  'discount',
  'pause',
  'planChange',
  'trialExtension',
  'contact',
  'redirect',
  'custom',
]);

function context(changes: Partial<EligibilityContext> = {}): EligibilityContext {
  return {
    subscriptions: [monthly],
    now,
    capabilities: everything,
    policy: { offers: true, prominentCancel: false },
    history: [],
    settings: defaultEligibilitySettings,
    ...changes,
  };
}

const discount: Offer = { type: 'discount', couponId: coupon.id, coupon };
const pause: Offer = { type: 'pause', maxLength: 3, interval: 'month' };
const extension: Offer = { type: 'trialExtension', days: 14 };
const current = {
  id: 'price_pro',
  amount: { value: 2999, currency: 'usd' },
  interval: 'month' as const,
  intervalCount: 1,
};
const price = { ...current, id: 'price_lite' };
const plan: Offer = { type: 'planChange', options: [{ priceId: price.id, price }] };
const canceling: Subscription = { ...monthly, cancelAt: '2026-12-05T00:00:00Z' };
const paused: Subscription = {
  ...monthly,
  status: { name: 'paused', pause: { start: '2026-11-01T00:00:00Z' } },
};
const amountOff = { id: 'FIVE', amountOff: 500, currency: 'EUR', duration: 'once' as const };

describe('an offer may be made', () => {
  it.each<[string, Offer, Partial<EligibilityContext>]>([
    ['a discount to a paying customer', discount, {}],
    ['a pause of a monthly plan', pause, {}],
    [
      'a pause of an annual plan where the business says so',
      pause,
      {
        subscriptions: [annual],
        settings: { ...defaultEligibilitySettings, pauseForAnnual: true },
      },
    ],
    ['a longer trial on a trial', extension, { subscriptions: [trialing] }],
    ['another plan', plan, {}],
    [
      'one invoice off during a trial',
      { ...discount, coupon: { id: 'C', percentOff: 50, duration: 'once' } },
      { subscriptions: [trialing] },
    ],
    [
      'a discount once the cooldown is over',
      discount,
      { history: [{ type: 'discount', acceptedAt: '2026-08-21T11:00:00Z' }] },
    ],
    [
      'a link to help without any handler',
      { type: 'contact', url: '/help' },
      { capabilities: new Set() },
    ],
    [
      'a link elsewhere',
      { type: 'redirect', label: 'Look', url: '/x' },
      { capabilities: new Set() },
    ],
  ])('%s', (_name, offer, changes) => {
    expect(ineligibility(offer, context(changes))).toBeNull();
  });
});

describe('an offer may not be made', () => {
  it.each<[Ineligibility, string, Offer, Partial<EligibilityContext>]>([
    [
      'compliance',
      'where the law forbids offers',
      pause,
      { policy: { offers: false, prominentCancel: true } },
    ],
    ['unsupported', 'when nobody can carry it out', pause, { capabilities: new Set(['discount']) }],
    ['unsupported', 'to talk to nobody', { type: 'contact' }, { capabilities: new Set() }],
    ['no_subscription', 'without a subscription', discount, { subscriptions: [] }],
    ['canceling', 'once a cancel is scheduled', discount, { subscriptions: [canceling] }],
    ['coupon_unknown', 'for a coupon that is gone', { type: 'discount', couponId: 'GONE' }, {}],
    ['coupon_currency', 'in another currency', { ...discount, coupon: amountOff }, {}],
    ['trialing', 'for months that cost nothing yet', discount, { subscriptions: [trialing] }],
    [
      'cooldown',
      'too soon after the last discount',
      discount,
      { history: [{ type: 'discount', acceptedAt: '2026-08-22T12:00:00Z' }] },
    ],
    ['not_monthly', 'to pause a year', pause, { subscriptions: [annual] }],
    ['not_monthly', 'when one of several is annual', pause, { subscriptions: [monthly, annual] }],
    ['paused', 'to pause twice', pause, { subscriptions: [paused] }],
    [
      'cooldown',
      'too soon after the end of the last pause',
      pause,
      {
        history: [
          { type: 'pause', acceptedAt: '2026-06-01T00:00:00Z', resumedAt: '2026-09-01T00:00:00Z' },
        ],
      },
    ],
    [
      'no_plan',
      'to move to the plan they have',
      { type: 'planChange', options: [{ priceId: 'price_pro', price: current }] },
      {},
    ],
    [
      'no_plan',
      'to move to another currency',
      {
        type: 'planChange',
        options: [{ priceId: 'e', price: { ...price, amount: { value: 1, currency: 'eur' } } }],
      },
      {},
    ],
    ['not_on_trial', 'to extend what is no trial', extension, {}],
    [
      'used_before',
      'to extend a trial twice',
      extension,
      {
        subscriptions: [trialing],
        history: [{ type: 'trialExtension', acceptedAt: '2020-01-01T00:00:00Z' }],
      },
    ],
  ])('%s: %s', (reason, _name, offer, changes) => {
    expect(ineligibility(offer, context(changes))).toBe(reason);
  });
});

describe('resolveFlow', () => {
  it('takes out what may not be offered and leaves the questions', () => {
    const resolved = resolveFlow(flow, context({ capabilities: new Set(['planChange']) }));
    expect(resolved.steps.map(({ id }) => id)).toEqual(['why', 'words', 'sure']);
    expect(offersOf(resolved).map(({ id }) => id)).toEqual(['why/budget/lite']);
  });

  it('leaves only the plans that can be switched to', () => {
    const offer = findOffer(resolveFlow(flow, context()), 'why/budget/lite');
    expect(offer?.type === 'planChange' && offer.options.map(({ priceId }) => priceId)).toEqual([
      'price_lite',
    ]);
  });

  it('changes nothing in the flow it was given', () => {
    const before = structuredClone(flow);
    resolveFlow(flow, context({ capabilities: new Set() }));
    expect(flow).toEqual(before);
  });
});
