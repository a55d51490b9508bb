import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { useStage } from './stage.ts';
import { answerSurvey, backToAccount, field, openFlow, press, recorded } from './visit.ts';

const stage = useStage();

async function openSteps(customer: string): Promise<Page> {
  const page = await stage.open(customer);
  await openFlow(page);
  return page;
}

describe('a follow-up question', () => {
  it('has an offer for each of its options', async () => {
    const page = await openSteps('cus_follow_up');
    await answerSurvey(page, 'Too many boxes');
    await page.getByText('What would be enough?').waitFor();
    await answerSurvey(page, 'One every other month');
    await press(page, 'Switch plan');
    await backToAccount(page);
    await expect.poll(() => recorded(page, 'result').textContent()).toBe('plan_change');
    expect(await stage.session('cus_follow_up')).toMatchObject({
      surveyChoiceId: 'many',
      followupQuestion: 'What would be enough?',
      followupResponse: 'One every other month',
      presentedOffers: [{ offerId: 'why/many/fewer', answer: 'accepted' }],
    });
    const { items } = await stage.subscription('cus_follow_up');
    expect(items).toMatchObject([{ price: { id: 'price_box_two_months_usd' } }]);
  });

  it('is left again by going back, and not kept when it was not answered', async () => {
    const page = await openSteps('cus_follow_up');
    await answerSurvey(page, 'Too many boxes');
    await page.getByText('What would be enough?').waitFor();
    await press(page, 'Back');
    await answerSurvey(page, 'Too little of it came up');
    await press(page, 'Continue');
    await page.getByRole('alert').waitFor();
    await page.getByRole('textbox').fill('Basil on the north window');
    await press(page, 'Continue');
    await press(page, 'No thanks, continue');
    await press(page, 'Cancel subscription');
    await backToAccount(page);
    await expect.poll(() => recorded(page, 'result').textContent()).toBe('cancel');
    expect(await stage.session('cus_follow_up')).toMatchObject({
      surveyChoiceId: 'results',
      followupResponse: 'Basil on the north window',
    });
  });

  it('takes an option and words', async () => {
    const page = await openSteps('cus_follow_up');
    await answerSurvey(page, 'I get my seeds elsewhere');
    await page.getByRole('radio', { name: 'A shop nearby' }).check();
    await page.getByRole('textbox').fill('I can look at the packets.');
    await press(page, 'Continue');
    await press(page, 'Cancel subscription');
    await backToAccount(page);
    const { followupResponse } = await stage.session('cus_follow_up');
    expect(followupResponse).toContain('A shop nearby');
    expect(followupResponse).toContain('I can look at the packets.');
  });
});

it('an element of the product asks in a step of its own, and the answer is recorded', async () => {
  const page = await openSteps('cus_rating');
  const events: unknown[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/events')) events.push(request.postDataJSON());
  });
  await page.getByRole('radio', { name: '4' }).check();
  await press(page, 'Continue');
  await page.getByRole('textbox').fill('too short');
  await press(page, 'Continue');
  await page.getByRole('alert').waitFor();
  await page.getByRole('textbox').fill('More herbs and fewer radishes.');
  await press(page, 'Continue');
  await press(page, 'Cancel subscription');
  await backToAccount(page);
  await expect
    .poll(() => JSON.stringify(events))
    .toContain('"type":"customAnswered","stepId":"rating","result":{"mark":4}');
  const session = await stage.session('cus_rating');
  expect(session.feedback).toBe('More herbs and fewer radishes.');
  expect(session.steps.map(({ stepId }) => stepId)).toContain('rating');
});

describe('an offer in force', () => {
  it.each([
    ['discount', 'cus_active_discount', 'Your discount is still running'],
    ['pause', 'cus_active_pause', 'Your subscription is paused'],
  ])('is told first: a %s', async (_name, customer, heading) => {
    const before = await stage.subscription(customer);
    const page = await openSteps(customer);
    await page.getByRole('heading', { name: heading }).waitFor();
    await press(page, 'Keep my subscription');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await stage.subscription(customer)).toEqual(before);

    await openFlow(page);
    await press(page, 'Continue to cancel');
    await page.getByRole('heading', { name: 'What made you decide to leave?' }).waitFor();
    await press(page, 'Cancel subscription now');
    await backToAccount(page);
    expect(await stage.subscription(customer)).toHaveProperty('cancelAt');
  });
});

describe('a customer who is not signed in', () => {
  async function askForCode(page: Page): Promise<string> {
    await page.getByRole('textbox', { name: 'Email address' }).fill('signed-out@customers.example');
    await press(page, 'Send me a code');
    await page.getByRole('textbox', { name: 'Six-digit code' }).waitFor();
    const code = page.locator('#mailbox [data-field="code"]').first();
    await code.waitFor({ state: 'attached' });
    return (await code.textContent()) ?? '';
  }

  it('shows by a code from their mail who they are, and cancels', async () => {
    const page = await openSteps('cus_signed_out');
    const code = await askForCode(page);
    expect(code).toMatch(/^\d{6}$/);
    await page.getByRole('textbox', { name: 'Six-digit code' }).fill(code);
    await press(page, 'Continue');
    await answerSurvey(page, 'Something else');
    await press(page, 'Continue');
    await press(page, 'Cancel subscription');
    await backToAccount(page);
    expect(await stage.subscription('cus_signed_out')).toHaveProperty('cancelAt');
    await expect.poll(() => recorded(page, 'result').textContent()).toBe('cancel');
    expect(await field(page, 'status').count()).toBe(0);
  });

  it('gets nowhere with another code, and can correct it', async () => {
    const page = await openSteps('cus_signed_out');
    const code = await askForCode(page);
    const other = code === '111111' ? '222222' : '111111';
    await page.getByRole('textbox', { name: 'Six-digit code' }).fill(other);
    await press(page, 'Continue');
    await page.getByRole('alert').waitFor();
    await stage.expectComplaint(page, '40');
    await page.getByRole('textbox', { name: 'Six-digit code' }).fill(code);
    await press(page, 'Continue');
    await page.getByRole('heading', { name: 'What made you decide to leave?' }).waitFor();
  });
});
