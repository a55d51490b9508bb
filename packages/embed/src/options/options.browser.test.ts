import type { Flow, Offer } from '@fairwell/contract';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { createFairwell } from '../index.js';
import type { InitOptions, ManagedFlowOptions } from './documented.js';
import { confirmFlow, customer, direct, monthly } from '../testing/samples.js';
import { expectNothing, heading, press } from '../testing/screen.js';

/*
 * docs/migrating-from-churnkey.md names what a page that moves over meets as its test is named here, and
 * migration.node.test.ts holds it to that.
 */

const fairwell = createFairwell();
let told: string[] = [];

beforeEach(() => {
  told = [];
  for (const level of ['info', 'warn'] as const)
    vi.spyOn(console, level).mockImplementation((words) => void told.push(String(words)));
});
afterEach(async () => {
  fairwell.hide();
  await expectNothing();
  vi.restoreAllMocks();
});

function offering(offer: Offer): Flow {
  return { id: 'offer', steps: [{ id: 'first', type: 'offer', offer }, ...confirmFlow.steps] };
}

/** Opens the flow with this offer, takes it, and leaves. */
async function take(offer: Offer, options: InitOptions): Promise<unknown> {
  const ended = fairwell.init('show', direct({ flow: offering(offer), ...options }));
  await press('primary-button');
  await expect.element(page.getByRole('button', { name: 'Back to my account' })).toBeVisible();
  await press('primary-button');
  return ended;
}

it('callbacks get the same customer whoever bills', async () => {
  const seen: unknown[] = [];
  const ended = fairwell.init(
    'show',
    direct({
      handleCancel: (given) => void seen.push(given),
      onCancel: (given, surveyResponse) => void seen.push(given, surveyResponse),
    }),
  );
  await press('danger-button');
  await press('primary-button');
  await ended;
  expect(seen).toEqual([customer, customer, null]);
});

it('the answer to a follow-up question is text', async () => {
  const seen: unknown[] = [];
  const flow: Flow = {
    id: 'follow-up',
    steps: [
      {
        id: 'why',
        type: 'survey',
        choices: [
          { id: 'a', label: 'Unused', followUp: { mode: 'freeform', question: 'Tell us' } },
        ],
      },
      { id: 'words', type: 'feedback' },
      ...confirmFlow.steps,
    ],
  };
  const handleCancel: InitOptions['handleCancel'] = (_customer, ...said) => void seen.push(said);
  void fairwell.init('show', direct({ flow, handleCancel }));
  await page.getByLabelText('Unused').click();
  await press('primary-button');
  await page.getByRole('textbox').fill('Moved away');
  await press('primary-button');
  await expect.element(page.getByRole('textbox')).toHaveValue('');
  await page.getByRole('textbox').fill('All the best');
  await press('primary-button');
  await press('danger-button');
  await expect.poll(() => seen).toEqual([['Unused', 'All the best', 'Moved away']]);
});

it('`handlePause` gets months and dates at once', async () => {
  const seen: unknown[] = [];
  const results = await take(
    { type: 'pause', maxLength: 1, interval: 'week' },
    {
      handlePause: (_customer, { pauseEndDate, ...pause }) =>
        void seen.push(pauseEndDate instanceof Date, pause),
      onPause: (_customer, pause) => void seen.push(pause),
    },
  );
  const length = { pauseDuration: 1, pauseInterval: 'week', pauseDurationDays: 7 };
  expect(seen).toEqual([true, length, { pauseDuration: 1 }]);
  expect(results).toBe('pause');
});

it('`handlePlanChange` gets the ids of both plans, and `plan` with its id alone', async () => {
  const seen: unknown[] = [];
  const price = {
    ...monthly.items[0]?.price,
    id: 'price_lite',
    interval: 'month',
    intervalCount: 1,
  };
  const option = {
    priceId: 'price_lite',
    price: { ...price, amount: { value: 900, currency: 'eur' }, interval: 'month' as const },
  };
  await take(
    { type: 'planChange', options: [option] },
    {
      handlePlanChange: (_customer, change) => void seen.push(change),
      onPlanChange: (_customer, change) => void seen.push(change),
    },
  );
  expect(seen).toEqual([
    { newPriceId: 'price_lite', oldPriceId: 'price_plus', plan: { id: 'price_lite' } },
    { planId: 'price_lite' },
  ]);
});

it('`handleRedirect` gets one value that is the address and has its parts', async () => {
  const seen: unknown[] = [];
  await take(
    { type: 'redirect', label: 'Read on', url: '/help' },
    {
      handleRedirect: (_customer, redirect) =>
        void seen.push(String(redirect), redirect.redirectUrl, redirect.redirectLabel),
    },
  );
  expect(seen).toEqual(['/help', '/help', 'Read on']);
});

it('a discount is told as there', async () => {
  const seen: unknown[] = [];
  const coupon = { id: 'STAY30', percentOff: 30, duration: 'once' } as const;
  await take(
    { type: 'discount', couponId: 'STAY30', coupon },
    {
      handleDiscount: (_customer, given) => void seen.push(given),
      onDiscount: (_customer, given) => void seen.push(given),
    },
  );
  expect(seen).toEqual([coupon, coupon]);
});

it('a longer trial is told as there', async () => {
  const seen: unknown[] = [];
  const trial = { start: new Date(Date.now() - 864e5), end: '2126-12-01T00:00:00.000Z' };
  await take(
    { type: 'trialExtension', days: 14 },
    {
      subscriptions: [{ ...monthly, status: { name: 'trial', trial } }],
      handleTrialExtension: (_customer, extension) => void seen.push(extension),
      onTrialExtension: (_customer, extension) => void seen.push(extension),
    },
  );
  const newTrialEndDate = new Date('2126-12-15T00:00:00.000Z');
  expect(seen).toEqual([{ trialExtensionDays: 14, newTrialEndDate }, { trialExtensionDays: 14 }]);
});

it('a handler refuses with words for the customer', async () => {
  void fairwell.init(
    'show',
    direct({ handleCancel: () => Promise.reject(new Error('Please write to us.')) }),
  );
  await press('danger-button');
  await expect.element(page.getByText('Please write to us.')).toBeVisible();
});

it('`handleSupportRequest` may call `hide()`', async () => {
  const seen: string[] = [];
  const ended = fairwell.init(
    'show',
    direct({
      flow: offering({ type: 'contact' }),
      handleSupportRequest: ({ id }) => {
        seen.push(id);
        fairwell.hide();
      },
    }),
  );
  await press('primary-button');
  expect(await ended).toBe('contact');
  expect(seen).toEqual(['cus_1']);
});

it('`onGoToAccount` and `onClose` get what came of the flow', async () => {
  const seen: unknown[] = [];
  const ended = fairwell.init(
    'show',
    direct({
      onGoToAccount: ({ result, ...rest }) => void seen.push('account', result, rest),
      onClose: ({ result }) => void seen.push('close', result),
    }),
  );
  await press('danger-button');
  await press('primary-button');
  await ended;
  const said = { surveyResponse: null, feedback: null, followupResponse: null };
  const results: unknown = expect.objectContaining({ ...said, customer });
  expect(seen).toEqual(['account', 'cancel', results, 'close', 'cancel']);
  seen.length = 0;
  const aborted = fairwell.init(
    'show',
    direct({
      onGoToAccount: () => void seen.push('account'),
      onClose: (given) => void seen.push(given),
    }),
  );
  await press('close-button');
  await aborted;
  expect(seen).toEqual([{ result: 'abort', ...said }]);
});

it('`onStepChange` is told of every page, with a `stepType` for each', async () => {
  const seen: unknown[] = [];
  const offer: Offer = { type: 'pause', maxLength: 2, interval: 'month', header: 'A rest?' };
  void fairwell.init(
    'show',
    direct({
      flow: offering(offer),
      handlePause: () => undefined,
      onStepChange: (step, old) => void seen.push([step.stepType, old?.stepType, step.offer]),
    }),
  );
  await press('secondary-button');
  await press('danger-button');
  await expect.poll(() => seen.at(-1)).toEqual(['COMPLETE', 'PROGRESS', undefined]);
  expect(seen).toContainEqual(['OFFER', 'LOADING', { guid: 'first', offerType: 'PAUSE' }]);
  expect(seen).toContainEqual(['CONFIRM', 'OFFER', undefined]);
});

it('`provider` and `customerDataEndpoint` say nothing, which the console tells once', async () => {
  const options: ManagedFlowOptions = {
    ...direct(),
    provider: 'stripe',
    billingProvider: 'paddle',
    customerDataEndpoint: 'https://acme.example.com/data',
  };
  for (let round = 0; round < 2; round++) {
    void fairwell.managedFlow('show', options);
    await expect.element(heading('Cancel your plan?')).toBeVisible();
    await fairwell.managedFlow('hide');
    await expectNothing();
  }
  for (const name of ['provider', 'billingProvider', 'customerDataEndpoint'])
    expect(told.filter((words) => words.includes(`"${name}" does nothing here`))).toHaveLength(1);
});

it('an option that there is not is named', async () => {
  const mistaken = { ...direct(), costumerId: 'cus_1' };
  void fairwell.init('show', mistaken);
  await expect.poll(() => told.join()).toContain('there is no option "costumerId"');
});

it('attributes are text, numbers and truths', async () => {
  const { flowUses } = await import('./flow-options.js');
  const use = flowUses.customerAttributes;
  const given = { plan: 'pro', seats: 7, isNew: true, since: new Date(0), tags: ['a'] };
  expect('to' in use && use.to(given, {})).toEqual({
    customerAttributes: { plan: 'pro', seats: 7, isNew: true, since: '1970-01-01T00:00:00.000Z' },
  });
});

it('a phrase that ends where a value follows is taken with the value', async () => {
  const flow = offering({ type: 'pause', maxLength: 2, interval: 'month' });
  const messages = { en: { pauseAppliedResumeMessage: 'You are back on', month: 'moon | moons' } };
  const handlePause = () => undefined;
  void fairwell.init('show', direct({ flow, handlePause, i18n: { lang: 'en', messages } }));
  await expect.element(page.getByText('2 moons')).toBeInTheDocument();
  await press('primary-button');
  await expect.element(page.getByText(/^You are back on \w+ \d+, \d{4}$/)).toBeVisible();
});

it('a phrase that is a piece of a sentence is not taken, which the console tells', async () => {
  const i18n = { messages: { en: { discountOff: 'reduced', confirmAndCancel: 'Off with it' } } };
  void fairwell.init('show', direct({ i18n }));
  await expect.element(page.getByRole('button', { name: 'Off with it' })).toBeVisible();
  expect(told.join()).toContain('or not said: discountOff');
});
