import type { Route } from 'playwright';
import { describe, expect, it } from 'vitest';
import { useStage } from './stage.ts';
import {
  answerSurvey,
  backToAccount,
  expectToFit,
  field,
  focused,
  openFlow,
  press,
  recorded,
  tabTo,
} from './visit.ts';

const stage = useStage();
const budget = 'It costs more than I want to spend';

describe('a customer who finds it too expensive', () => {
  it('is offered a discount, takes it, and pays less from then on', async () => {
    const page = await stage.open('cus_monthly');
    await expect.poll(() => field(page, 'price').textContent()).toBe('$18.00 per month');
    await openFlow(page);
    await answerSurvey(page, budget);
    await page.getByRole('dialog').getByText('$12.60 per month').waitFor();
    await press(page, 'Take this offer');
    await backToAccount(page);

    await expect.poll(() => field(page, 'price').textContent()).toBe('$12.60 per month');
    await expect.poll(() => field(page, 'discount').textContent()).toMatch(/^30% off until /);
    await expect.poll(() => field(page, 'next-payment').textContent()).toMatch(/^\$12\.60 on /);
    expect((await stage.subscription('cus_monthly')).discounts).toMatchObject([
      { coupon: { id: 'STAY30', percentOff: 30 } },
    ]);
    await expect.poll(() => recorded(page, 'result').textContent()).toBe('discount');
    expect(await stage.session('cus_monthly')).toMatchObject({
      surveyResponse: budget,
      presentedOffers: [{ offerId: 'why/budget', answer: 'accepted' }],
    });
    await page.locator('[data-event="fw-discount"]').waitFor();
  });

  it('refuses, and keeps access until the end of the paid time', async () => {
    const before = await stage.subscription('cus_monthly');
    const page = await stage.open('cus_monthly');
    await openFlow(page);
    await answerSurvey(page, budget);
    await press(page, 'No thanks, continue');
    await page.getByRole('textbox').fill('Smaller boxes, please.');
    await press(page, 'Continue');
    await page.getByText('The next box and its growing notes').waitFor();
    await press(page, 'Cancel subscription');
    await backToAccount(page);

    await expect.poll(() => field(page, 'status').textContent()).toBe('Cancelled');
    await expect.poll(() => field(page, 'next-payment').textContent()).toBe('None');
    const after = await stage.subscription('cus_monthly');
    expect(before.status).toMatchObject({ name: 'active' });
    expect(after.status).toEqual(before.status);
    expect(before.status).toHaveProperty('currentPeriod.end', after.cancelAt);
    await expect.poll(() => recorded(page, 'result').textContent()).toBe('cancel');
    expect(await stage.session('cus_monthly')).toMatchObject({
      feedback: 'Smaller boxes, please.',
      presentedOffers: [{ offerId: 'why/budget', answer: 'declined' }],
    });
    await page.getByRole('link', { name: 'Cancel subscription' }).waitFor({ state: 'hidden' });
    await expect.poll(() => focused(page)).toBe('Your subscription');
  });
});

describe('the cancellation', () => {
  it('is asked for once, however often the button is pressed', async () => {
    const page = await stage.open('cus_euro');
    const asked: Route[] = [];
    await page.route('**/v1/sessions/*/actions', (route) => void asked.push(route));
    await openFlow(page);
    await answerSurvey(page, 'Something else');
    await press(page, 'Continue');
    // Both presses before anything can be answered, and without waiting for each other.
    await page
      .getByRole('button', { name: 'Cancel subscription', exact: true })
      .evaluate((button: HTMLElement) => {
        button.click();
        button.click();
      });
    await expect.poll(() => asked.length).toBe(1);
    await asked[0]?.continue();
    await backToAccount(page);
    await expect.poll(() => field(page, 'status').textContent()).toBe('Cancelled');
    expect(asked).toHaveLength(1);
    expect(await page.locator('[data-event="fw-cancel"]').count()).toBe(1);
    expect(await stage.subscription('cus_euro')).toHaveProperty('cancelAt');
  });

  it('is told apart in a second tab that does not know of it', async () => {
    const early = await stage.open('cus_annual');
    await openFlow(early);
    await answerSurvey(early, 'Something else');
    await early.getByRole('textbox').waitFor();
    const late = await stage.open('cus_annual');
    await openFlow(late);
    await press(late, 'Cancel subscription now');
    await backToAccount(late);

    await press(early, 'Continue');
    await press(early, 'Cancel subscription');
    await early.getByRole('heading', { name: 'Already cancelled' }).waitFor();
    // The browser itself notes that the service refused.
    await stage.expectComplaint(early, '409');
    await early.keyboard.press('Escape');
    await expect.poll(() => field(early, 'status').textContent()).toBe('Cancelled');
  });

  it('can be reached by the keyboard alone, and left', async () => {
    const page = await stage.open('cus_monthly');
    const { keyboard } = page;
    const isFocused = (words: string) => expect.poll(() => focused(page)).toBe(words);
    await page.getByRole('link', { name: 'Cancel subscription' }).waitFor();
    await tabTo(page, 'Cancel subscription');
    await keyboard.press('Enter');
    await isFocused('What made you decide to leave?');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('ArrowDown');
    await tabTo(page, 'Continue');
    await keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await isFocused('Cancel subscription');

    await keyboard.press('Enter');
    await isFocused('What made you decide to leave?');
    await tabTo(page, 'I’d rather not say');
    await keyboard.press('Enter');
    await isFocused('What should we do better?');
    await tabTo(page, 'Continue');
    await keyboard.press('Enter');
    await isFocused('Cancel your subscription?');
    await tabTo(page, 'Cancel subscription');
    await keyboard.press('Enter');
    await isFocused('Your subscription is cancelled');
    expect(await stage.subscription('cus_monthly')).toHaveProperty('cancelAt');
  });

  it('fits a narrow phone, from the account to the end', async () => {
    const page = await stage.open('cus_monthly', { viewport: { width: 320, height: 640 } });
    await expectToFit(page);
    await openFlow(page);
    await page.getByRole('radio').first().waitFor();
    await expectToFit(page);
    await answerSurvey(page, budget);
    await page.getByRole('button', { name: 'No thanks, continue' }).waitFor();
    await expectToFit(page);
    await press(page, 'No thanks, continue');
    await press(page, 'Continue');
    await page.getByRole('button', { name: 'Keep my subscription' }).waitFor();
    await expectToFit(page);
    await press(page, 'Cancel subscription');
    await backToAccount(page);
    await expect.poll(() => field(page, 'status').textContent()).toBe('Cancelled');
    await expectToFit(page);
  });
});
