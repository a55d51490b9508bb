import { describe, expect, it, vi } from 'vitest';
import { offersOf } from '../flow/offers.js';
import { annual, coupon, customer, flow, monthly, now, trialing } from '../testing/fixtures.js';
import type { FlowHandlers } from './handlers.js';
import { createHandlersGateway, type HandlersGatewayOptions } from './handlers-gateway.js';

function gateway(handlers: FlowHandlers, options: Partial<HandlersGatewayOptions> = {}) {
  return createHandlersGateway({
    flow,
    customer,
    subscriptions: [monthly],
    handlers,
    now: () => now,
    ...options,
  });
}

const discount = { type: 'discount', offerId: 'why/budget', couponId: 'STAY30' } as const;

describe('what is offered', () => {
  it('is what the host can carry out', async () => {
    const { flow: resolved } = await gateway({
      handleCancel: () => undefined,
      handleDiscount: () => undefined,
    }).start();
    expect(offersOf(resolved).map(({ id }) => id)).toEqual(['why/budget']);
  });

  it('leaves a pause out for a yearly plan', async () => {
    const { flow: resolved } = await gateway(
      { handleCancel: () => undefined, handlePause: () => undefined },
      { subscriptions: [annual] },
    ).start();
    expect(offersOf(resolved)).toEqual([]);
  });
});

describe('starting', () => {
  it('refuses a malformed flow, a missing handler, and what is cancelled already', async () => {
    const malformed = { ...flow, steps: [] };
    await expect(gateway({}, { flow: malformed }).start()).rejects.toMatchObject({
      code: 'invalid_flow',
      field: 'steps',
    });
    await expect(gateway({}).start()).rejects.toMatchObject({
      code: 'handler_missing',
      field: 'handlers.handleCancel',
    });
    await expect(
      gateway(
        { handleCancel: () => undefined },
        { subscriptions: [{ ...monthly, cancelAt: '2026-12-05T00:00:00Z' }] },
      ).start(),
    ).rejects.toMatchObject({ code: 'already_canceled' });
  });
});

describe('acting', () => {
  it('hands the handler what the customer chose, and shows its words', async () => {
    const handleDiscount = vi.fn(() => ({ message: 'Enjoy!' }));
    const subject = gateway({ handleCancel: () => undefined, handleDiscount });
    await subject.start();
    await expect(subject.act(discount, 'k')).resolves.toEqual({
      type: 'discount',
      coupon,
      until: '2027-02-21T12:00:00.000Z',
      message: 'Enjoy!',
    });
    expect(handleDiscount).toHaveBeenCalledWith(customer, coupon);
  });

  it('hands over the length of a pause and the day it ends', async () => {
    const handlePause = vi.fn();
    const subject = gateway({ handleCancel: () => undefined, handlePause });
    await subject.start();
    await subject.act({ type: 'pause', offerId: 'first', interval: 'month', length: 2 }, 'k');
    expect(handlePause).toHaveBeenCalledWith(customer, {
      pauseDuration: 2,
      pauseInterval: 'month',
      pauseEndDate: '2027-01-21T12:00:00.000Z',
    });
  });

  it('counts a pause from the end of the paid period where the offer says so', async () => {
    const handlePause = vi.fn();
    const subject = gateway(
      { handleCancel: () => undefined, handlePause },
      {
        flow: {
          id: 'f',
          steps: [
            {
              id: 'later',
              type: 'offer',
              offer: { type: 'pause', maxLength: 2, interval: 'month', startAt: 'periodEnd' },
            },
          ],
        },
      },
    );
    await subject.start();
    await expect(
      subject.act({ type: 'pause', offerId: 'later', interval: 'month', length: 1 }, 'k'),
    ).resolves.toMatchObject({ startsAt: '2026-12-05T00:00:00.000Z' });
    expect(handlePause.mock.lastCall?.[1]).toMatchObject({
      pauseEndDate: '2027-01-05T00:00:00.000Z',
    });
  });

  it('hands over plans and trial ends', async () => {
    const handlePlanChange = vi.fn();
    const handleTrialExtension = vi.fn();
    const plans = gateway({ handleCancel: () => undefined, handlePlanChange });
    await plans.start();
    await plans.act({ type: 'planChange', offerId: 'why/budget/lite', priceId: 'price_lite' }, 'k');
    expect(handlePlanChange).toHaveBeenCalledWith(customer, {
      newPriceId: 'price_lite',
      oldPriceId: 'price_pro',
    });
    const trial = gateway(
      { handleCancel: () => undefined, handleTrialExtension },
      { subscriptions: [trialing] },
    );
    await trial.start();
    await expect(
      trial.act({ type: 'trialExtension', offerId: 'x', days: 7 }, 'k'),
    ).resolves.toMatchObject({ trialEnd: '2026-12-01T00:00:00.000Z' });
    expect(handleTrialExtension).toHaveBeenCalledWith(customer, {
      trialExtensionDays: 7,
      newTrialEndDate: '2026-12-01T00:00:00.000Z',
    });
  });

  it('tells handleCancel what was answered, in the words of the flow', async () => {
    const handleCancel = vi.fn();
    const subject = gateway({ handleCancel });
    await subject.start();
    const at = now.toISOString();
    await subject.record({
      type: 'surveyAnswered',
      stepId: 'why',
      choiceId: 'budget',
      optionId: 'cuts',
      text: 'Half the team left',
      at,
    });
    await subject.record({ type: 'feedbackGiven', stepId: 'words', text: 'Sorry', at });
    await expect(subject.act({ type: 'cancel' }, 'k')).resolves.toEqual({ type: 'cancel' });
    expect(handleCancel).toHaveBeenCalledWith(
      customer,
      'Too expensive',
      'Sorry',
      'Budget cuts: Half the team left',
    );
  });

  it.each([
    ['an object', { message: 'Call us' }, 'Call us'],
    ['an error', new Error('Card expired'), 'Card expired'],
    ['nothing', undefined, undefined],
  ])('turns a rejection with %s into an error that can be shown', async (_name, thrown, words) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- hosts reject with plain objects
    const subject = gateway({ handleCancel: () => Promise.reject(thrown) });
    await subject.start();
    await expect(subject.act({ type: 'cancel' }, 'k')).rejects.toMatchObject({
      code: 'handler_failed',
      customerMessage: words,
    });
  });

  it('does nothing in a preview', async () => {
    const handleCancel = vi.fn();
    const subject = gateway({ handleCancel }, { preview: true });
    await subject.start();
    await subject.act({ type: 'cancel' }, 'k');
    expect(handleCancel).not.toHaveBeenCalled();
  });

  it('leaves an address to the page only where the host does not see to it', async () => {
    const redirecting = {
      id: 'f',
      steps: [
        {
          id: 'o',
          type: 'offer' as const,
          offer: { type: 'redirect' as const, label: 'Help', url: '/help' },
        },
      ],
    };
    const action = { type: 'redirect', offerId: 'o', url: '/help' } as const;
    const alone = gateway({ handleCancel: () => undefined }, { flow: redirecting });
    await alone.start();
    await expect(alone.act(action, 'k')).resolves.toEqual({ type: 'redirect', url: '/help' });
    const handleRedirect = vi.fn();
    const handled = gateway(
      { handleCancel: () => undefined, handleRedirect },
      { flow: redirecting },
    );
    await handled.start();
    await expect(handled.act(action, 'k')).resolves.toEqual({ type: 'redirect' });
    expect(handleRedirect).toHaveBeenCalledWith(customer, {
      redirectUrl: '/help',
      redirectLabel: 'Help',
    });
  });
});
