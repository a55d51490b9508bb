import type { SessionResult } from '@fairwell/contract';
import { describe, expect, it } from 'vitest';
import { bouncedAmong } from './relevance.js';

/** Sessions as `[hour they began, result]`; answers with which of them bounced. */
function bounced(...sessions: [hour: number, result: SessionResult][]): number[] {
  const ids = bouncedAmong(
    sessions.map(([hour, result], index) => ({
      id: String(index),
      startedAt: new Date(Date.UTC(2026, 10, 1) + hour * 3_600_000),
      result,
    })),
  );
  return [...ids].map(Number).sort();
}

describe('a session bounces', () => {
  it('when the customer left, and came back to cancel', () => {
    expect(bounced([9, 'abort'], [9.1, 'cancel'])).toEqual([0]);
  });

  it('when the customer paused, and cancels within 24 hours', () => {
    expect(bounced([0, 'pause'], [24, 'cancel'])).toEqual([0]);
    expect(bounced([0, 'pause'], [24.01, 'cancel'])).toEqual([]);
  });

  it('when the customer looked in again after a decision', () => {
    expect(bounced([0, 'discount'], [3, 'abort'])).toEqual([1]);
    expect(bounced([0, 'cancel'], [3, 'discount'])).toEqual([1]);
  });

  it('when a later one says the same', () => {
    expect(bounced([0, 'abort'], [3, 'abort'], [5, 'abort'])).toEqual([0, 1]);
  });

  it('never for one that itself bounced', () => {
    // The last stands for the second, and is too far from the first.
    expect(bounced([0, 'abort'], [20, 'abort'], [40, 'abort'])).toEqual([1]);
  });
});
