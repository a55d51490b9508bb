import type { Action, Subscription } from '@fairwell/contract';
import { addDays } from '@fairwell/core';
import type { Settings } from '../../src/index.js';
import type { Seeded, Standing } from './account.js';
import type { Random } from './random.js';

/** What a customer sends, and where. */
export type Request =
  | { way: 'session'; action: Action }
  | { way: 'wall'; kind: 'pause' | 'failedPayment'; path: 'resume' | 'pay'; body: object }
  | { way: 'undo' };

/** One kind of action, and how it shows at the provider that it was done. */
export interface Case {
  standing: Standing;
  /** Is it for all of a customer's subscriptions. */
  many: boolean;
  settings?: (random: Random) => Partial<Settings>;
  request: (seeded: Seeded, random: Random) => Request;
  /** How often it shows on a subscription that it was done; undefined where that does not show there. */
  shows?: (subscription: Subscription, before: Subscription) => number;
  /** Decided twice, it is done twice. */
  adds?: true;
}

const offer = (action: Action): Case['request'] => {
  return () => ({ way: 'session', action });
};

const pay = (card: (random: Random) => 'good' | 'bad' | undefined): Case['request'] => {
  return ({ invoiceIds: [invoiceId], cards }, random) => {
    const chosen = card(random);
    return {
      way: 'wall',
      kind: 'failedPayment',
      path: 'pay',
      body: { invoiceId, ...(chosen && { paymentMethodId: cards[chosen] }) },
    };
  };
};

export const cases = {
  cancel: {
    standing: 'active',
    many: true,
    settings: (random) => ({ cancelAt: random.pick(['periodEnd', 'immediately']) }),
    request: offer({ type: 'cancel' }),
    shows: ({ status, cancelAt }) => Number(status.name === 'canceled' || cancelAt !== undefined),
  },
  'undo cancel': {
    standing: 'canceling',
    many: true,
    request: () => ({ way: 'undo' }),
    shows: ({ cancelAt }) => Number(cancelAt === undefined),
  },
  pause: {
    standing: 'active',
    many: true,
    settings: (random) => ({ pauseInvoices: random.pick(['markUncollectible', 'void']) }),
    request: offer({ type: 'pause', offerId: 'why/unused', interval: 'month', length: 2 }),
    shows: ({ status }) => Number(status.name === 'paused'),
  },
  resume: {
    standing: 'paused',
    many: true,
    request: () => ({ way: 'wall', kind: 'pause', path: 'resume', body: {} }),
    shows: ({ status }) => Number(status.name === 'active'),
  },
  discount: {
    standing: 'active',
    many: true,
    settings: (random) =>
      random.chance(0.5) ? {} : { stackCoupons: true, discountCooldownMonths: 0 },
    request: offer({ type: 'discount', offerId: 'why/too_expensive', couponId: 'SAVE30' }),
    shows: ({ discounts = [] }) => discounts.length,
    adds: true,
  },
  'plan change': {
    standing: 'active',
    many: true,
    settings: (random) => ({ prorate: random.chance(0.5) }),
    request: offer({ type: 'planChange', offerId: 'why/smaller', priceId: 'price_lite' }),
    shows: ({ items }) => Number(items[0]?.price.id === 'price_lite'),
  },
  'trial extension': {
    standing: 'trial',
    many: false,
    request: offer({ type: 'trialExtension', offerId: 'why/trial', days: 7 }),
    shows({ status }, before) {
      if (status.name !== 'trial' || before.status.name !== 'trial') return 0;
      const start = new Date(before.status.trial.end);
      const weeks = [0, 1, 2, 3].map((count) => addDays(start, 7 * count).toISOString());
      return weeks.indexOf(new Date(status.trial.end).toISOString());
    },
    adds: true,
  },
  'pay invoice': {
    standing: 'overdue',
    many: false,
    request: pay((random) => (random.chance(0.15) ? 'bad' : 'good')),
  },
  'new card': {
    standing: 'overdue',
    many: false,
    request: pay(() => 'good'),
  },
} satisfies Record<string, Case>;

export type CaseName = keyof typeof cases;
export const caseNames = Object.keys(cases).filter((name): name is CaseName => name in cases);
