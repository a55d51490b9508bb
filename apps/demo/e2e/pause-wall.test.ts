import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { useStage } from './stage.ts';
import { expectToFit, field, focused, press, reachedByTab, readOut, tabTo } from './visit.ts';

const stage = useStage();
const heading = 'Your subscription is paused';

/** Opens an account, and waits for the wall before it. */
async function openWall(customer: string, options = {}): Promise<Page> {
  const page = await stage.open(customer, options);
  await page.getByRole('dialog', { name: heading }).waitFor();
  return page;
}

describe('a hard pause wall', () => {
  it('resumes the subscription, and lets in for good', async () => {
    const page = await openWall('cus_paused');
    await page.getByText('you are charged $18.00').waitFor();
    await press(page, 'Resume now');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('Your subscription is running again.').first().waitFor();
    expect((await stage.subscription('cus_paused')).status.name).toBe('active');
    await expect.poll(() => field(page, 'status').textContent()).toBe('Active');
    await page.locator('[data-event="fw-resume"]').waitFor({ state: 'attached' });

    await page.evaluate(() => document.querySelector('fw-pause-wall')?.remove());
    await page.getByRole('link', { name: 'Cancel subscription' }).click();
    await page.getByRole('dialog', { name: 'What made you decide to leave?' }).waitFor();
    await page.reload();
    await page.locator('[data-subscription]').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('keeps the page out of reach of keyboard and screen reader', async () => {
    const page = await openWall('cus_paused');
    await expect.poll(() => focused(page)).toBe(heading);
    await page.keyboard.press('Escape');
    const reached = await reachedByTab(page);
    expect(reached).toContain('Resume now');
    expect(reached).not.toContain('Reset');
    const heard = await readOut(page);
    expect(heard).toContain('Resume now');
    expect(heard).not.toContain('Reset');
    expect(await page.getByRole('dialog', { name: heading }).isVisible()).toBe(true);
  });

  it('comes back when it is deleted or closed behind its back', async () => {
    const page = await openWall('cus_paused');
    const wall = page.getByRole('dialog', { name: heading });
    await page.evaluate(() => document.querySelector('fw-pause-wall')?.remove());
    await wall.waitFor();
    await page.evaluate(() =>
      document.querySelector('fw-pause-wall')?.shadowRoot?.querySelector('dialog')?.remove(),
    );
    await wall.waitFor();
    await page.evaluate(() =>
      document.querySelector('fw-pause-wall')?.shadowRoot?.querySelector('dialog')?.close(),
    );
    await wall.waitFor();
    expect((await stage.subscription('cus_paused')).status.name).toBe('paused');
  });

  it('cancels at the end of the term, and can still be resumed', async () => {
    const page = await openWall('cus_paused');
    await press(page, 'Cancel subscription');
    await page.getByRole('heading', { name: 'Cancel your subscription?' }).waitFor();
    await press(page, 'Cancel subscription');
    await page.getByText('Until then you can still resume it.').waitFor();
    const { status, cancelAt } = await stage.subscription('cus_paused');
    expect(status).toHaveProperty('currentPeriod.end', cancelAt);
    await page.locator('[data-event="fw-cancel"]').waitFor({ state: 'attached' });
  });

  it('logs out', async () => {
    const page = await openWall('cus_paused');
    await press(page, 'Log out');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('You are not signed in.').waitFor();
    expect((await stage.subscription('cus_paused')).status.name).toBe('paused');
  });

  it('is passed by the keyboard alone', async () => {
    const page = await openWall('cus_paused');
    await expect.poll(() => focused(page)).toBe(heading);
    await tabTo(page, 'Resume now');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await tabTo(page, 'Cancel subscription');
    expect((await stage.subscription('cus_paused')).status.name).toBe('active');
  });

  it('fits a narrow phone', async () => {
    const page = await openWall('cus_paused', { viewport: { width: 320, height: 568 } });
    await expectToFit(page);
    await press(page, 'Cancel subscription');
    await page.getByRole('heading', { name: 'Cancel your subscription?' }).waitFor();
    await expectToFit(page);
  });
});

it('a soft pause wall is stepped past, and changes nothing', async () => {
  const page = await openWall('cus_paused_soft');
  await press(page, 'Continue for now');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => field(page, 'status').textContent()).toBe('Paused');
  await page.locator('[data-event="fw-pause-wall-close"]').waitFor();
  expect((await stage.subscription('cus_paused_soft')).status.name).toBe('paused');
});
