import { describe, expect, it } from 'vitest';
import { useStage } from './stage.ts';
import { answerSurvey, backToAccount, field, openFlow, press } from './visit.ts';

const stage = useStage();

describe('the account page', () => {
  it.each([
    ['Annual plan', '$180.00 per year', 'Active'],
    ['A longer trial', '$18.00 per month', 'Trial'],
    ['Plan with a discount', '$14.40 per month', 'Active'],
    ['Plan in euros', '€17.00 per month', 'Active'],
    ['Cancelled, not yet over', '$18.00 per month', 'Cancelled'],
    ['Subscription that has ended', '$18.00 per month', 'Ended'],
  ])('shows the subscription of the customer “%s”', async (name, price, status) => {
    const page = await stage.open('cus_monthly');
    await page.getByLabel('Signed in as').selectOption(name);
    await expect
      .poll(async () => [
        await field(page, 'price').textContent(),
        await field(page, 'status').textContent(),
      ])
      .toEqual([price, status]);
  });

  it('says of every customer what there is to see', async () => {
    const page = await stage.open('cus_monthly');
    const options = page.getByLabel('Signed in as').locator('option');
    const values = await options.evaluateAll((all: HTMLOptionElement[]) =>
      all.map(({ value }) => value),
    );
    expect(values.length).toBeGreaterThan(25);
    const said = new Set<string | null>();
    for (const value of values.filter((each) => !/paused|grace|overdue|bank|hosted/.test(each))) {
      await page.getByLabel('Signed in as').selectOption(value);
      said.add(await page.locator('#shows').textContent());
    }
    expect(said).not.toContain('');
    expect(said.size).toBe(values.length - 6);
  });

  it.each(['cus_canceling', 'cus_ended'])('has nothing to cancel for %s', async (customer) => {
    const page = await stage.open(customer);
    await page.locator('[data-subscription]').waitFor();
    await page.getByRole('link', { name: 'Cancel subscription' }).waitFor({ state: 'hidden' });
  });

  it('shows what happens elsewhere', async () => {
    const here = await stage.open('cus_monthly');
    const elsewhere = await stage.open('cus_monthly');
    await openFlow(elsewhere);
    await press(elsewhere, 'Cancel subscription now');
    await backToAccount(elsewhere);
    await expect.poll(() => field(here, 'status').textContent()).toBe('Cancelled');
    await expect.poll(() => here.locator('#billing').textContent()).toContain('ends on');
  });

  it('puts everything back as it was', async () => {
    const before = await stage.subscription('cus_annual');
    const page = await stage.open('cus_annual');
    await openFlow(page);
    await press(page, 'Cancel subscription now');
    await backToAccount(page);
    await expect.poll(() => field(page, 'status').textContent()).toBe('Cancelled');
    await press(page, 'Reset');
    await expect.poll(() => field(page, 'status').textContent()).toBe('Active');
    await page.getByRole('link', { name: 'Cancel subscription' }).waitFor();
    expect(await stage.subscription('cus_annual')).toMatchObject({ items: before.items });
    await expect.poll(() => page.locator('#record').textContent()).toContain('Nothing yet');
  });

  it('turns dark and from right to left, the flow with it', async () => {
    const page = await stage.open('cus_monthly', { colorScheme: 'light' });
    await page.getByLabel('Theme').selectOption('Dark');
    await page.getByLabel('Direction').selectOption('Right to left');
    await openFlow(page);
    const panel = page.locator('[part~="modal"]');
    expect(
      await panel.evaluate((element) => {
        const { colorScheme, direction } = getComputedStyle(element);
        return { colorScheme, direction };
      }),
    ).toEqual({ colorScheme: 'dark', direction: 'rtl' });
    await page.reload();
    await page.locator('[data-subscription]').waitFor();
    expect(await page.getByLabel('Theme').inputValue()).toBe('dark');
  });

  it('is served under a policy that allows nothing inline', async () => {
    const { headers } = await fetch(stage.url);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'self'; style-src 'self'; script-src 'self'; require-trusted-types-for 'script'",
    );
  });

  it('has a way to cancel without script', async () => {
    const page = await stage.browser.newPage({ javaScriptEnabled: false });
    await page.goto(stage.url);
    const link = page.getByRole('link', { name: 'Cancel subscription' });
    expect(await link.getAttribute('href')).toMatch(/^mailto:/);
    await page.close();
  });
});

describe('of several subscriptions', () => {
  it.each([
    ['one', 'Tool Loan', [false, true]],
    ['all', 'All of them', [true, true]],
  ])('%s can be cancelled', async (_name, choice, canceled) => {
    const page = await stage.open('cus_several');
    await page.getByLabel('What to cancel').selectOption(choice);
    await openFlow(page);
    await answerSurvey(page, 'Something else');
    await press(page, 'Continue');
    await press(page, 'Cancel subscription');
    await backToAccount(page);
    const after = await stage.subscriptions('cus_several');
    expect(after.map(({ cancelAt }) => cancelAt !== undefined)).toEqual(canceled);
    await expect
      .poll(() => field(page, 'status').allTextContents())
      .toEqual(canceled.map((each) => (each ? 'Cancelled' : 'Active')));
  });
});
