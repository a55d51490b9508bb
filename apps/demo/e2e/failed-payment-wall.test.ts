import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { useStage } from './stage.ts';
import { expectToFit, field, focused, press, reachedByTab, readOut, tabTo } from './visit.ts';

const stage = useStage();
const heading = 'Your last payment did not go through';

/** Opens an account, and waits for the wall before it. */
async function openWall(customer: string, options = {}): Promise<Page> {
  const page = await stage.open(customer, options);
  await page.getByRole('dialog', { name: heading }).waitFor();
  return page;
}

async function giveCard(page: Page, answer: string): Promise<void> {
  await press(page, 'Pay with another card');
  await page.getByRole('radio', { name: answer }).check();
  await press(page, 'Pay $18.00');
}

async function expectPaid(page: Page, customer: string): Promise<void> {
  await page.getByText('Your payment went through.').first().waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await stage.invoices(customer)).toMatchObject([{ state: 'paid' }]);
  expect((await stage.subscription(customer)).status.name).toBe('active');
  await expect.poll(() => field(page, 'status').textContent()).toBe('Active');
}

async function expectOverdue(customer: string): Promise<void> {
  expect(await stage.invoices(customer)).toMatchObject([{ state: 'open' }]);
  expect((await stage.subscription(customer)).status.name).toBe('unpaid');
}

describe('within the days of grace', () => {
  it('the wall says until when, and can be stepped past', async () => {
    const page = await openWall('cus_grace');
    await page.getByText('You can go on using everything until').waitFor();
    await press(page, 'Continue for now');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => field(page, 'status').textContent()).toBe('Payment due');
    await page.locator('[data-event="fw-failed-payment-wall-close"]').waitFor();
    await expectOverdue('cus_grace');
  });
});

describe('after them', () => {
  it('another card pays in the page, and the customer is let in for good', async () => {
    const page = await openWall('cus_overdue');
    await giveCard(page, 'It pays');
    await expectPaid(page, 'cus_overdue');
    await page
      .locator('[data-event="fw-update-payment-information"]')
      .waitFor({ state: 'attached' });

    await page.evaluate(() => document.querySelector('fw-failed-payment-wall')?.remove());
    await page.getByRole('link', { name: 'Cancel subscription' }).click();
    await page.getByRole('dialog', { name: 'What made you decide to leave?' }).waitFor();
    await page.reload();
    await page.locator('[data-subscription]').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('a card that is declined says so, and the next one pays', async () => {
    const page = await openWall('cus_overdue');
    await giveCard(page, 'It is declined');
    await page.getByRole('alert').waitFor();
    await stage.expectComplaint(page, '402');
    await expectOverdue('cus_overdue');
    await giveCard(page, 'It pays');
    await expectPaid(page, 'cus_overdue');
  });

  it('the saved card is declined once more', async () => {
    const page = await openWall('cus_overdue');
    await press(page, 'Try my saved card again');
    await page.getByRole('alert').waitFor();
    await stage.expectComplaint(page, '402');
    await expectOverdue('cus_overdue');
  });

  it('the wall stands: for the keyboard, and when it is deleted', async () => {
    const page = await openWall('cus_overdue');
    await expect.poll(() => focused(page)).toBe(heading);
    await page.keyboard.press('Escape');
    const reached = await reachedByTab(page);
    expect(reached).toContain('Pay with another card');
    expect(reached).not.toContain('Reset');
    expect(await readOut(page)).not.toContain('Reset');
    await page.evaluate(() => document.querySelector('fw-failed-payment-wall')?.remove());
    await page.getByRole('dialog', { name: heading }).waitFor();
    await expectOverdue('cus_overdue');
  });

  it('the customer can ask for help, and log out', async () => {
    const page = await openWall('cus_overdue');
    await press(page, 'Contact support');
    await page.getByText('We have heard you, and write to you today.').first().waitFor();
    await press(page, 'Log out');
    await page.getByText('You are not signed in.').waitFor();
    await expect.poll(() => page.locator('[part~="modal"]').count()).toBe(0);
    await expectOverdue('cus_overdue');
  });

  it('it is paid by the keyboard alone, on a narrow phone', async () => {
    const page = await openWall('cus_overdue', { viewport: { width: 320, height: 568 } });
    await expectToFit(page);
    await tabTo(page, 'Pay with another card');
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'It pays' }).waitFor();
    await expectToFit(page);
    await tabTo(page, 'Pay $18.00');
    await page.keyboard.press('Enter');
    await expectPaid(page, 'cus_overdue');
    await expectToFit(page);
  });
});

describe('a card whose bank asks', () => {
  it('pays once the customer has approved it there', async () => {
    const page = await openWall('cus_bank');
    await giveCard(page, 'Its bank asks first');
    const bank = page.getByRole('dialog', { name: 'Is it you who is paying?' });
    await bank.waitFor();
    await expectOverdue('cus_bank');
    await bank.getByRole('button', { name: 'Approve' }).click();
    await expectPaid(page, 'cus_bank');
  });

  it('does not pay when they refuse, and can be tried again', async () => {
    const page = await openWall('cus_bank');
    await giveCard(page, 'Its bank asks first');
    await press(page, 'Refuse');
    await page.getByText('Your bank did not approve the payment.').first().waitFor();
    await page.getByRole('dialog', { name: heading }).waitFor();
    await expectOverdue('cus_bank');

    await giveCard(page, 'Its bank asks first');
    await press(page, 'Approve');
    await expectPaid(page, 'cus_bank');
  });
});

describe('where no form for a card can be loaded', () => {
  async function toHostedPage(page: Page): Promise<void> {
    await press(page, 'Pay with another card');
    await page.getByText('could not be loaded here').first().waitFor();
    await press(page, 'Change my card on a secure page');
    await page.getByRole('heading', { name: 'Pay your invoice' }).waitFor();
    await page.getByText('$18.00').waitFor();
  }

  it('a page of the payment provider takes its place, and leads back', async () => {
    const page = await openWall('cus_hosted');
    await toHostedPage(page);
    await page.getByRole('radio', { name: 'It is declined' }).check();
    await press(page, 'Pay');
    await page.getByText('The card was declined.').waitFor();
    await expectOverdue('cus_hosted');
    await page.getByRole('radio', { name: 'It pays' }).check();
    await press(page, 'Pay');

    await page.getByRole('heading', { name: 'Your subscription', exact: true }).waitFor();
    await expect.poll(() => field(page, 'status').textContent()).toBe('Active');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await stage.invoices('cus_hosted')).toMatchObject([{ state: 'paid' }]);
  });

  it('the wall stands again for who comes back without having paid', async () => {
    const page = await openWall('cus_hosted');
    await toHostedPage(page);
    await page.getByRole('link', { name: 'Back to Sprigletter' }).click();
    await page.getByRole('dialog', { name: heading }).waitFor();
    await expectOverdue('cus_hosted');
  });
});
