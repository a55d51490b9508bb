import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStripeSimulator } from '@fairwell-tools/stripe-simulator';
import { expect, it } from 'vitest';
import { startDemo } from '../server/demo.ts';
import { answerSurvey, field, launchBrowser, openFlow, recorded, visit } from './visit.ts';

it('runs on Stripe: the customers that were named, the discount at Stripe', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'fairwell-demo-'));
  const now = new Date();
  const simulator = await startStripeSimulator({ clock: () => now });
  const { state, host, port } = simulator;
  const { id: customer } = state.seedCustomer({ email: 'box@customers.example' });
  const { id: price } = state.seedPrice({ amount: 2000, currency: 'usd', nickname: 'Seed Box' });
  state.seedCoupon({
    id: 'STAY30',
    percent_off: 30,
    duration: 'repeating',
    duration_in_months: 3,
  });
  const { id: subscription } = state.seedSubscription({ customer, price });
  const demo = await startDemo({
    port: 0,
    directory,
    stripe: {
      secretKey: 'sk_test_demo',
      customers: ['box@customers.example'],
      server: { host, port, protocol: 'http' },
    },
  });
  const browser = await launchBrowser();
  try {
    const { page } = await visit(browser, demo.url, customer);
    expect(await page.getByRole('button', { name: 'Reset' }).isVisible()).toBe(false);
    await openFlow(page);
    await answerSurvey(page, 'It costs more than I want to spend');
    await page.getByRole('button', { name: 'Take this offer' }).click();
    await page.getByRole('button', { name: 'Back to my account' }).click();
    await expect.poll(() => field(page, 'price').textContent()).toBe('$14.00 per month');
    await expect.poll(() => recorded(page, 'result').textContent()).toBe('discount');
    expect(state.subscriptions.get(subscription)?.discounts).toHaveLength(1);
  } finally {
    await browser.close();
    await demo.close();
    await simulator.close();
    await rm(directory, { recursive: true });
  }
});
