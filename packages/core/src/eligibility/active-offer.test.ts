import type { Discount, Subscription } from '@fairwell/contract';
import { describe, expect, it } from 'vitest';
import { createCancelFlow } from '../machine/cancel-flow.js';
import { coupon, flow, monthly, now } from '../testing/fixtures.js';
import { ScriptedGateway } from '../testing/scripted-gateway.js';
import { activeOffer } from './active-offer.js';

const discount: Discount = {
  coupon,
  start: '2026-11-01T00:00:00Z',
  end: '2027-02-01T00:00:00Z',
};
const discounted: Subscription = { ...monthly, discounts: [discount] };
const paused: Subscription = {
  ...monthly,
  status: {
    name: 'paused',
    pause: { start: '2026-11-01T00:00:00Z', end: '2027-01-01T00:00:00Z' },
  },
};

describe('activeOffer', () => {
  it('is a discount that the flow gave and that still lasts', () => {
    expect(activeOffer(flow, [discounted], now)).toEqual({ type: 'discount', discount });
  });

  it('is a pause', () => {
    expect(activeOffer(flow, [paused], now)).toEqual({
      type: 'pause',
      since: '2026-11-01T00:00:00Z',
      resumesAt: '2027-01-01T00:00:00Z',
    });
  });

  it('is no discount from elsewhere, none that is over, and none that the host passes by', () => {
    const elsewhere = { ...discount, coupon: { ...coupon, id: 'SUMMER' } };
    const over = { ...discount, end: '2026-11-20T00:00:00Z' };
    for (const discounts of [[elsewhere], [over], []])
      expect(activeOffer(flow, [{ ...monthly, discounts }], now)).toBeUndefined();
    expect(
      activeOffer(flow, [discounted], now, { bypassDiscountAppliedScreen: true }),
    ).toBeUndefined();
    expect(activeOffer(flow, [paused], now, { bypassPauseAppliedScreen: true })).toBeUndefined();
  });
});

describe('a flow with an offer in force', () => {
  it('begins with it, and goes on to the first step', async () => {
    const gateway = new ScriptedGateway(flow, [discounted]);
    gateway.session.activeOffer = { type: 'discount', discount };
    const machine = createCancelFlow({ gateway, now: () => now });
    await machine.start();
    expect(machine.state).toMatchObject({
      canCancelNow: true,
      canGoBack: false,
      page: { kind: 'activeOffer', activeOffer: { type: 'discount' } },
    });
    machine.next();
    expect(machine.state.page).toMatchObject({ kind: 'offer', offerId: 'first' });
    machine.back();
    expect(machine.state.page?.kind).toBe('activeOffer');
  });
});
