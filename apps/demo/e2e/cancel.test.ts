import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Subscription } from '@fairwell/contract';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDemo, type Demo } from '../server/demo.ts';
import {
  answerSurvey,
  field,
  launchBrowser,
  openFlow,
  recorded,
  visit,
  type Visit,
} from './visit.ts';

let directory: string;
let demo: Demo;
let browser: Browser;
let visits: Visit[] = [];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fairwell-demo-'));
  [demo, browser] = await Promise.all([startDemo({ port: 0, directory }), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await demo.close();
  await rm(directory, { recursive: true });
});

beforeEach(() => demo.accounts.reset?.());

afterEach(async () => {
  const complaints = visits.flatMap((each) => each.complaints);
  await Promise.all(visits.map(({ page }) => page.close()));
  visits = [];
  expect(complaints).toEqual([]);
});

async function open(customer: string, options?: BrowserContextOptions): Promise<Page> {
  const made = await visit(browser, demo.url, customer, options);
  visits.push(made);
  return made.page;
}

async function subscription(customer: string): Promise<Subscription | undefined> {
  const [first] = await demo.accounts.provider.listSubscriptions(customer);
  return first;
}

const budget = 'It costs more than I want to spend';

describe('a customer who finds it too expensive', () => {
  it('is offered a discount, takes it, and pays less from then on', async () => {
    const page = await open('cus_monthly');
    await expect.poll(() => field(page, 'price').textContent()).toBe('$18.00 per month');
    await openFlow(page);
    await answerSurvey(page, budget);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('$12.60 per month').waitFor();
    await dialog.getByRole('button', { name: 'Take this offer' }).click();
    await page.getByRole('button', { name: 'Back to my account' }).click();

    await expect.poll(() => field(page, 'price').textContent()).toBe('$12.60 per month');
    expect(await field(page, 'discount').textContent()).toMatch(/^30% off until /);
    expect(await field(page, 'next-payment').textContent()).toMatch(/^\$12\.60 on /);
    expect((await subscription('cus_monthly'))?.discounts).toMatchObject([
      { coupon: { id: 'STAY30', percentOff: 30 } },
    ]);
    await expect.poll(() => recorded(page, 'result').textContent()).toBe('discount');
    expect(await recorded(page, 'offers').textContent()).toBe('discount (why/budget): accepted');
    expect(await recorded(page, 'reason').textContent()).toBe(budget);
    await page.locator('[data-event="fw-discount"]').waitFor();
  });

  it('refuses, and keeps access until the end of the paid time', async () => {
    const before = await subscription('cus_monthly');
    const page = await open('cus_monthly');
    await openFlow(page);
    await answerSurvey(page, budget);
    await page.getByRole('button', { name: 'No thanks, continue' }).click();
    await page.getByRole('textbox').fill('Smaller boxes, please.');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('The next box and its growing notes').waitFor();
    await page.getByRole('button', { name: 'Cancel subscription' }).click();
    await page.getByRole('button', { name: 'Back to my account' }).click();

    await expect.poll(() => field(page, 'status').textContent()).toBe('Cancelled');
    expect(await field(page, 'next-payment').textContent()).toBe('None');
    expect(before?.status).toMatchObject({ name: 'active' });
    const after = await subscription('cus_monthly');
    expect(after?.status).toEqual(before?.status);
    expect(before?.status).toHaveProperty('currentPeriod.end', after?.cancelAt);
    await expect.poll(() => recorded(page, 'result').textContent()).toBe('cancel');
    expect(await recorded(page, 'offers').textContent()).toBe('discount (why/budget): declined');
    expect(await recorded(page, 'feedback').textContent()).toBe('Smaller boxes, please.');
    await page.getByRole('link', { name: 'Cancel subscription' }).waitFor({ state: 'hidden' });
    expect(await page.locator(':focus').textContent()).toBe('Your subscription');
  });
});

describe('the cancellation', () => {
  it('is asked for once, however often the button is pressed', async () => {
    const page = await open('cus_euro');
    let asked = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/actions')) asked += 1;
    });
    await openFlow(page);
    await answerSurvey(page, 'Something else');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Cancel subscription' }).dblclick();
    await page.getByRole('button', { name: 'Back to my account' }).click();
    await expect.poll(() => field(page, 'status').textContent()).toBe('Cancelled');
    expect(asked).toBe(1);
    expect(await page.locator('[data-event="fw-cancel"]').count()).toBe(1);
  });

  it('is told apart in a second tab that does not know of it', async () => {
    const early = await open('cus_annual');
    await openFlow(early);
    await answerSurvey(early, 'Something else');
    const late = await open('cus_annual');
    await openFlow(late);
    await late.getByRole('button', { name: 'Cancel subscription now' }).click();
    await late.getByRole('button', { name: 'Back to my account' }).waitFor();

    await early.getByRole('button', { name: 'Continue' }).click();
    await early.getByRole('button', { name: 'Cancel subscription' }).click();
    await early.getByRole('heading', { name: 'Already cancelled' }).waitFor();
    await early.keyboard.press('Escape');
    await expect.poll(() => field(early, 'status').textContent()).toBe('Cancelled');
    // The browser itself notes that the service refused.
    expect(visits[0]?.complaints.splice(0)).toEqual([expect.stringContaining('409')]);
  });

  it('can be reached by the keyboard alone, and left', async () => {
    const page = await open('cus_monthly');
    const { keyboard } = page;
    const focused = () =>
      page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return element?.textContent.trim() ?? '';
      });
    const tabTo = async (words: string): Promise<void> => {
      for (let presses = 0; (await focused()) !== words; presses += 1) {
        if (presses > 20) throw new Error(`Tab does not reach "${words}".`);
        await keyboard.press('Tab');
      }
    };
    await tabTo('Cancel subscription');
    await keyboard.press('Enter');
    await expect.poll(focused).toBe('What made you decide to leave?');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('ArrowDown');
    await tabTo('Continue');
    await keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused()).toBe('Cancel subscription');

    await keyboard.press('Enter');
    await expect.poll(focused).toBe('What made you decide to leave?');
    await tabTo('I’d rather not say');
    await keyboard.press('Enter');
    await expect.poll(focused).toBe('What should we do better?');
    await tabTo('Continue');
    await keyboard.press('Enter');
    await expect.poll(focused).toBe('Cancel your subscription?');
    await tabTo('Cancel subscription');
    await keyboard.press('Enter');
    await expect.poll(focused).toBe('Your subscription is cancelled');
    expect(await subscription('cus_monthly')).toHaveProperty('cancelAt');
  });

  it('fits a narrow phone, from the account to the end', async () => {
    const page = await open('cus_monthly', { viewport: { width: 320, height: 640 } });
    const tooWide = () =>
      page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(await tooWide()).toBe(false);
    await openFlow(page);
    const panel = page.locator('[part~="modal"]');
    const fits = async (): Promise<void> => {
      expect(
        await panel.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
      ).toBe(0);
      expect(await tooWide()).toBe(false);
    };
    await fits();
    await answerSurvey(page, budget);
    await page.getByRole('button', { name: 'No thanks, continue' }).waitFor();
    await fits();
    await page.getByRole('button', { name: 'No thanks, continue' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Keep my subscription' }).waitFor();
    await fits();
    await page.getByRole('button', { name: 'Cancel subscription' }).click();
    await page.getByRole('button', { name: 'Back to my account' }).click();
    await expect.poll(() => field(page, 'status').textContent()).toBe('Cancelled');
    expect(await tooWide()).toBe(false);
  });
});

describe('the account page', () => {
  it.each([
    ['Annual customer', '$180.00 per year', 'Active'],
    ['Customer on trial', '$18.00 per month', 'Trial'],
    ['Customer with a discount', '$14.40 per month', 'Active'],
    ['Customer in euros', '€17.00 per month', 'Active'],
  ])('shows the subscription of the %s', async (name, price, status) => {
    const page = await open('cus_monthly');
    await page.getByLabel('Signed in as').selectOption(name);
    await expect.poll(() => field(page, 'price').textContent()).toBe(price);
    expect(await field(page, 'status').textContent()).toBe(status);
  });

  it('lets a customer on trial have more of it, and no discount on what costs nothing', async () => {
    const page = await open('cus_trial');
    const before = await field(page, 'next-payment').textContent();
    await openFlow(page);
    await answerSurvey(page, budget);
    await page.getByRole('heading', { name: /trial|time/i }).waitFor();
    await page.getByRole('dialog').locator('[part~="primary-button"]').click();
    await page.getByRole('button', { name: 'Back to my account' }).click();
    await expect.poll(() => field(page, 'next-payment').textContent()).not.toBe(before);
    await expect.poll(() => recorded(page, 'result').textContent()).toBe('trial_extension');
  });

  it('puts everything back as it was', async () => {
    const page = await open('cus_annual');
    await openFlow(page);
    await page.getByRole('button', { name: 'Cancel subscription now' }).click();
    await page.getByRole('button', { name: 'Back to my account' }).click();
    await expect.poll(() => field(page, 'status').textContent()).toBe('Cancelled');
    await page.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => field(page, 'status').textContent()).toBe('Active');
    await page.getByRole('link', { name: 'Cancel subscription' }).waitFor();
  });

  it('turns dark and from right to left, the flow with it', async () => {
    const page = await open('cus_monthly', { colorScheme: 'light' });
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
    const { headers } = await fetch(demo.url);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'self'; style-src 'self'; script-src 'self'; require-trusted-types-for 'script'",
    );
  });

  it('has a way to cancel without script', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(demo.url);
    const link = page.getByRole('link', { name: 'Cancel subscription' });
    expect(await link.getAttribute('href')).toMatch(/^mailto:/);
    await page.close();
  });
});
