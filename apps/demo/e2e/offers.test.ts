import type { SessionResult, Subscription } from '@fairwell/contract';
import { addDays, addMonths } from '@fairwell/core';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { useStage } from './stage.ts';
import { answerSurvey, backToAccount, field, openFlow, press } from './visit.ts';

const stage = useStage();

/** The day of an instant, for what is counted from the moment of a press. */
const day = (instant: Date | string | undefined): string =>
  new Date(instant ?? 0).toISOString().slice(0, 10);

function pauseOf({ status }: Subscription) {
  if (status.name !== 'paused') throw new Error('It is not paused.');
  return status.pause;
}

async function expectResult(customer: string, result: SessionResult): Promise<void> {
  await expect.poll(async () => (await stage.session(customer)).result).toBe(result);
}

/** Opens the flow of a customer, and says what its offer looks like. */
async function openOffer(customer: string): Promise<Page> {
  const page = await stage.open(customer);
  await openFlow(page);
  await page.getByRole('dialog').getByRole('heading').waitFor();
  return page;
}

describe('a discount', () => {
  it.each([
    ['once', 'cus_discount_once', '50% off', '$9.00', 'NEXT50'],
    ['for good', 'cus_discount_forever', '15% off', '$15.30', 'ALWAYS15'],
    ['of an amount', 'cus_discount_amount', '$5.00 off', '$13.00', 'FIVEOFF'],
  ])(
    '%s is told before it is taken, and charged after',
    async (_name, customer, words, price, id) => {
      const page = await openOffer(customer);
      const dialog = page.getByRole('dialog');
      await dialog.getByText(words).waitFor();
      await dialog.getByText(price).first().waitFor();
      await press(page, 'Take this offer');
      await backToAccount(page);
      await expect.poll(() => field(page, 'next-payment').textContent()).toContain(`${price} on`);
      const { discounts } = await stage.subscription(customer);
      expect(discounts).toMatchObject([{ coupon: { id } }]);
      await expectResult(customer, 'discount');
    },
  );

  it('comes in two tiers, the second after the first was refused', async () => {
    const page = await openOffer('cus_discount_months');
    await page.getByText('30% off').waitFor();
    await press(page, 'No thanks, continue');
    await answerSurvey(page, 'Something else');
    await page.getByText('50% off').waitFor();
    await press(page, 'Take this offer');
    await backToAccount(page);
    await expectResult('cus_discount_months', 'discount');
    expect((await stage.session('cus_discount_months')).presentedOffers).toMatchObject([
      { offerId: 'first', answer: 'declined' },
      { offerId: 'last', answer: 'accepted' },
    ]);
  });
});

describe('a pause', () => {
  it('in months is as long as was chosen, from now on', async () => {
    const page = await openOffer('cus_pause_months');
    await page.getByRole('radio', { name: '2 months' }).check();
    await press(page, 'Pause my subscription');
    await backToAccount(page);
    await expect.poll(() => field(page, 'status').textContent()).toBe('Paused');
    const { end } = pauseOf(await stage.subscription('cus_pause_months'));
    expect(day(end)).toBe(day(addMonths(new Date(), 2)));
    await expectResult('cus_pause_months', 'pause');
  });

  it('in weeks is as long as was chosen', async () => {
    const page = await openOffer('cus_pause_weeks');
    await page.getByLabel('How long would you like to pause?').selectOption('5 weeks');
    await press(page, 'Pause my subscription');
    await backToAccount(page);
    const { end } = pauseOf(await stage.subscription('cus_pause_weeks'));
    expect(day(end)).toBe(day(addDays(new Date(), 35)));
  });

  it('until a date ends on it', async () => {
    const page = await openOffer('cus_pause_date');
    const until = day(addDays(new Date(), 45));
    await page.getByLabel('Start again on').fill(until);
    await press(page, 'Pause my subscription');
    await backToAccount(page);
    const { end } = pauseOf(await stage.subscription('cus_pause_date'));
    // At the beginning of that day where the customer is.
    const local = await page.evaluate((text) => new Date(`${text}T00:00`).toISOString(), until);
    expect(end).toBe(local);
  });

  it('from the end of the period leaves what is paid for', async () => {
    const { status } = await stage.subscription('cus_pause_later');
    const page = await openOffer('cus_pause_later');
    await page.getByText('the end of the period you have paid for').waitFor();
    await press(page, 'Pause my subscription');
    await backToAccount(page);
    const { start } = pauseOf(await stage.subscription('cus_pause_later'));
    expect(status).toHaveProperty('currentPeriod.end', start);
    await page.reload();
    await page.locator('[data-subscription]').waitFor();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });
});

it('another plan of the same currency takes the place of the one they have', async () => {
  const page = await openOffer('cus_plans');
  const plans = page.locator('[part~="plan-name"]');
  await expect.poll(() => plans.allTextContents()).toEqual(['Seed Letter', 'Every other month']);
  await plans.getByText('Every other month').click();
  await press(page, 'Switch plan');
  await backToAccount(page);
  await expect.poll(() => field(page, 'plan').textContent()).toBe('Seed Box, every other month');
  const { items } = await stage.subscription('cus_plans');
  expect(items).toMatchObject([{ price: { id: 'price_box_two_months_usd' } }]);
  await expectResult('cus_plans', 'plan_change');
});

it('a trial goes on for two weeks, and no discount is offered on what costs nothing', async () => {
  const before = await stage.subscription('cus_trial');
  const page = await stage.open('cus_trial');
  await openFlow(page);
  await answerSurvey(page, 'It costs more than I want to spend');
  await page.getByText('14 days').first().waitFor();
  await page.getByRole('dialog').locator('[part~="primary-button"]').click();
  await backToAccount(page);
  const { status } = await stage.subscription('cus_trial');
  if (before.status.name !== 'trial' || status.name !== 'trial') throw new Error('No trial.');
  expect(status.trial.end).toBe(addDays(new Date(before.status.trial.end), 14).toISOString());
  await expectResult('cus_trial', 'trial_extension');
});

it.each([
  ['help', 'cus_contact', 'Write to our gardener', 'Write to our gardener', 'contact'],
  ['another page', 'cus_redirect', 'Read the guide', 'Five sorts for a shady window', 'redirect'],
] as const)('%s is where the offer leads', async (_name, customer, label, heading, result) => {
  const page = await openOffer(customer);
  await press(page, label);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await expectResult(customer, result);
  expect(await stage.subscription(customer)).not.toHaveProperty('cancelAt');
});

it('an element of the product makes an offer of its own, and what was chosen is kept', async () => {
  const page = await openOffer('cus_swap');
  await page.getByLabel('Kind of the next box').selectOption('Flowers');
  await press(page, 'Swap my next box');
  await backToAccount(page);
  await expectResult('cus_swap', 'custom');
  expect((await stage.session('cus_swap')).accepted?.action).toMatchObject({
    type: 'custom',
    result: { kind: 'Flowers' },
  });
});

it('a discount that would end another says so', async () => {
  const page = await openOffer('cus_discounted');
  await answerSurvey(page, 'It costs more than I want to spend');
  await page.getByRole('dialog').getByText('20% off').waitFor();
  await press(page, 'Take this offer');
  await backToAccount(page);
  const { discounts } = await stage.subscription('cus_discounted');
  expect(discounts).toMatchObject([{ coupon: { id: 'STAY30' } }]);
});
