import { describe, expect, it, vi } from 'vitest';
import { offersOf } from '../flow/offers.js';
import { annual, coupon, customer, flow, monthly, now, trialing } from '../testing/fixtures.js';
import type { FlowHandlers } from './handlers.js';
import { noAnswers } from '../machine/customer-answers.js';
import { createCancelFlow } from '../machine/cancel-flow.js';
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
  it('fills in what the copy says of the customer', async () => {
    const session = await gateway({
      handleCancel: () => undefined,
      handlePause: () => undefined,
    }).start();
    expect(session.flow.steps[0]).toMatchObject({ header: 'A break, Ada?' });
    expect(session.flow.steps.at(-1)).toMatchObject({ losses: ['Everything, Ada'] });
  });

  it('refuses a missing handler, and what is cancelled already', async () => {
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

/** What a host can get wrong, in a language without types. */
async function started(given: object, handlers: object = {}) {
  const options = { flow, customer, subscriptions: [monthly], now: () => now, ...given };
  const session = await createHandlersGateway({
    ...options,
    handlers: { handleCancel: () => undefined, ...handlers },
  }).start();
  return { session, fields: session.faults?.map(({ field }) => field) };
}

describe('what a host gets wrong', () => {
  const confirm = { id: 'sure', type: 'confirm' };
  const offer = (given: object) => ({ id: 'last', type: 'offer', offer: given });

  it.each<[string, unknown, string]>([
    ['an empty survey', { id: 'why', type: 'survey', choices: [] }, 'steps[0].choices'],
    [
      'a discount over 100%',
      offer({
        type: 'discount',
        couponId: 'x',
        coupon: { id: 'x', percentOff: 120, duration: 'once' },
      }),
      'steps[0].offer.coupon.percentOff',
    ],
    ['a step of no known type', { id: 'why', type: 'quiz' }, 'steps[0].type'],
    ['a tag that is none', { id: 'own', type: 'custom', tag: '<script>' }, 'steps[0].tag'],
    ['a step that is a text', 'survey', 'steps[0]'],
  ])('leaves out %s, and names it', async (_name, step, field) => {
    const { session, fields } = await started({ flow: { id: 'f', steps: [step, confirm] } });
    expect(session.flow.steps).toEqual([confirm]);
    expect(fields).toEqual([field]);
  });

  it.each<[string, unknown, string]>([
    ['a text', 'default', 'flow'],
    ['a list', [], 'flow'],
    ['no steps', { id: 'f', steps: [] }, 'steps'],
    ['steps that are no list', { id: 'f', steps: {} }, 'steps'],
  ])('comes to the confirmation of a flow that is %s', async (_name, wrong, field) => {
    const { session, fields } = await started({ flow: wrong });
    expect(session.flow.steps).toEqual([]);
    expect(fields).toEqual([field]);
  });

  it('does not offer a plan without a price nor a discount without its coupon', async () => {
    const { session, fields } = await started({
      flow: {
        id: 'f',
        steps: [
          offer({ type: 'planChange', options: [{ priceId: 'lite' }] }),
          { ...offer({ type: 'discount', couponId: 'x' }), id: 'first' },
          confirm,
        ],
      },
    });
    expect(session.flow.steps).toEqual([confirm]);
    expect(fields).toEqual(['price', 'coupon']);
  });

  it.each<[string, unknown, string]>([
    ['no list', { id: 'sub_1' }, 'subscriptions'],
    [
      'a date that is none',
      [{ ...monthly, status: { name: 'active', currentPeriod: { start: 'May', end: 'soon' } } }],
      'subscriptions[0].status.currentPeriod.start',
    ],
    ['a plan without a price', [{ ...monthly, items: [{}] }], 'subscriptions[0].items[0].price'],
    ['a status of its own', [{ ...monthly, status: 'active' }], 'subscriptions[0].status'],
  ])('passes over subscriptions with %s', async (_name, subscriptions, field) => {
    const { session, fields } = await started({ subscriptions });
    expect(session.subscriptions).toEqual([]);
    expect(fields).toContain(field);
  });

  it.each<[string, unknown, string, greeting: string]>([
    ['a text', 'cus_1', 'customer', 'Hi you of nowhere'],
    ['a list', [customer], 'customer', 'Hi you of nowhere'],
    ['nobody in particular', { name: 'Ada' }, 'customer.id', 'Hi Ada of nowhere'],
    [
      'one with a number for a name',
      { ...customer, name: 5 },
      'customer.name',
      'Hi you of nowhere',
    ],
    [
      'one with an object for a first name',
      { id: 'c', firstName: {} },
      'customer.firstName',
      'Hi you of nowhere',
    ],
    [
      'one with a list in what is known of them',
      { id: 'c', metadata: { city: ['Turin'] } },
      'customer.metadata.city',
      'Hi you of nowhere',
    ],
  ])(
    'names what is wrong with a customer who is %s, and goes on without it',
    async (_name, given, field, greeting) => {
      const header = 'Hi {{customer.firstName|you}} of {{customer.metadata.city|nowhere}}';
      const { session, fields } = await started({
        customer: given,
        flow: { id: 'f', steps: [{ ...confirm, header }] },
      });
      expect(fields).toEqual([field]);
      expect(session.flow.steps[0]?.header).toBe(greeting);
      expect(session.customer, 'is handed to the host’s handlers as they know them').toBe(given);
    },
  );

  it('finds nothing wrong with a customer of whom something is not known', async () => {
    const known = { id: 'c', name: null, email: undefined, metadata: null, plan: {} };
    const { fields } = await started({ customer: known, flow: { id: 'f', steps: [confirm] } });
    expect(fields).toEqual([]);
  });

  it('passes over a handler that is no function, and makes no offer of it', async () => {
    const { session, fields } = await started({}, { handlePause: 'pause' });
    expect(offersOf(session.flow)).toEqual([]);
    expect(fields).toContain('handlers.handlePause');
  });
});

describe('acting', () => {
  it('hands the handler what the customer chose, and shows its words', async () => {
    const handleDiscount = vi.fn(() => ({ message: 'Enjoy!' }));
    const subject = gateway({ handleCancel: () => undefined, handleDiscount });
    await subject.start();
    await expect(subject.act(discount, 'k', noAnswers)).resolves.toEqual({
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
    await subject.act(
      { type: 'pause', offerId: 'first', interval: 'month', length: 2 },
      'k',
      noAnswers,
    );
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
      subject.act(
        { type: 'pause', offerId: 'later', interval: 'month', length: 1 },
        'k',
        noAnswers,
      ),
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
    await plans.act(
      { type: 'planChange', offerId: 'why/budget/lite', priceId: 'price_lite' },
      'k',
      noAnswers,
    );
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
      trial.act({ type: 'trialExtension', offerId: 'x', days: 7 }, 'k', noAnswers),
    ).resolves.toMatchObject({ trialEnd: '2026-12-01T00:00:00.000Z' });
    expect(handleTrialExtension).toHaveBeenCalledWith(customer, {
      trialExtensionDays: 7,
      newTrialEndDate: '2026-12-01T00:00:00.000Z',
    });
  });

  it('tells handleCancel what was answered, in the words of the flow', async () => {
    const handleCancel = vi.fn();
    const subject = gateway({ handleCancel });
    const machine = createCancelFlow({ gateway: subject, now: () => now });
    await machine.start();
    machine.select('budget');
    machine.next();
    machine.select('cuts');
    machine.write('Half the team left');
    machine.next();
    machine.write('Sorry');
    machine.next();
    await machine.confirm();
    expect(machine.state.page).toMatchObject({ outcome: { type: 'cancel' } });
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
    await expect(subject.act({ type: 'cancel' }, 'k', noAnswers)).rejects.toMatchObject({
      code: 'handler_failed',
      customerMessage: words,
    });
  });

  it('does nothing in a preview', async () => {
    const handleCancel = vi.fn();
    const subject = gateway({ handleCancel }, { preview: true });
    await subject.start();
    await subject.act({ type: 'cancel' }, 'k', noAnswers);
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
    await expect(alone.act(action, 'k', noAnswers)).resolves.toEqual({
      type: 'redirect',
      url: '/help',
    });
    const handleRedirect = vi.fn();
    const handled = gateway(
      { handleCancel: () => undefined, handleRedirect },
      { flow: redirecting },
    );
    await handled.start();
    await expect(handled.act(action, 'k', noAnswers)).resolves.toEqual({ type: 'redirect' });
    expect(handleRedirect).toHaveBeenCalledWith(customer, {
      redirectUrl: '/help',
      redirectLabel: 'Help',
    });
  });
});
