import type { SessionResult } from '@fairwell/contract';
import { describe, expect, it } from 'vitest';
import { figuresOf, type SessionGroup } from './figures.js';

const group = (
  result: SessionResult,
  count: number,
  { presented = '', reactivated = false } = {},
): SessionGroup => ({ result, count, presented, reactivated });

describe('the save rate', () => {
  it('is of all sessions that count, those that bounced aside', () => {
    // Of 400 sessions in a week 10 bounced, which are not asked for here.
    const { sessions, canceled, saved, saveRate } = figuresOf(
      [group('cancel', 200), group('pause', 50), group('discount', 50), group('abort', 90)],
      [],
    );
    expect({ sessions, canceled, saved }).toEqual({ sessions: 390, canceled: 200, saved: 190 });
    expect(saveRate).toBeCloseTo(0.4871, 3);
  });

  it('is unknown where nobody came', () => {
    expect(figuresOf([], [])).toEqual({
      sessions: 0,
      canceled: 0,
      saved: 0,
      saveRate: null,
      offers: [],
      reactivated: 0,
      reactivationRate: null,
      boostedRevenue: [],
    });
  });
});

describe('the reactivation rate', () => {
  it('is of those who were saved', () => {
    const { saveRate, reactivated, reactivationRate } = figuresOf(
      [
        group('cancel', 50),
        group('abort', 30),
        group('discount', 12, { reactivated: true }),
        group('abort', 8, { reactivated: true }),
      ],
      [],
    );
    expect({ saveRate, reactivated, reactivationRate }).toEqual({
      saveRate: 0.5,
      reactivated: 20,
      reactivationRate: 0.4,
    });
  });

  it('leaves out who cancelled after all', () => {
    const { reactivated } = figuresOf([group('cancel', 3, { reactivated: true })], []);
    expect(reactivated).toBe(0);
  });
});

describe('boosted revenue', () => {
  it('is for each who was reactivated the middle of all of it', () => {
    const payments = { currency: 'usd', amount: 1_500_000, sessions: 30 };
    expect(figuresOf([], [payments]).boostedRevenue).toEqual([
      { currency: 'usd', amount: 1_500_000, reactivated: 30, average: 50_000 },
    ]);
  });
});

it('tells of each offer how many who saw it accepted it', () => {
  const { offers } = figuresOf(
    [
      group('pause', 10, { presented: 'DISCOUNT,PAUSE' }),
      group('abort', 30, { presented: 'PAUSE' }),
      group('plan_change', 5, { presented: 'PLAN_CHANGE' }),
      // The event that would have told that it was shown did not arrive.
      group('contact', 1),
    ],
    [],
  );
  expect(offers).toEqual([
    { offerType: 'DISCOUNT', presented: 10, accepted: 0, acceptanceRate: 0 },
    { offerType: 'PAUSE', presented: 40, accepted: 10, acceptanceRate: 0.25 },
    { offerType: 'PLAN_CHANGE', presented: 5, accepted: 5, acceptanceRate: 1 },
    { offerType: 'CONTACT', presented: 1, accepted: 1, acceptanceRate: 1 },
  ]);
});
