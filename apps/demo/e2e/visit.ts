import { resolveBrowser } from '@fairwell-tools/browser';
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from 'playwright';
import { expect } from 'vitest';

export async function launchBrowser(): Promise<Browser> {
  const { executablePath, args } = await resolveBrowser();
  return chromium.launch({ executablePath, args: [...args] });
}

/** A page with everything it complained of: script errors, the console, its security policy. */
export interface Visit {
  page: Page;
  complaints: string[];
}

/** Opens the account of a customer, and waits until it is shown. */
export async function visit(
  browser: Browser,
  url: string,
  customer: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.goto(`${url}/?customer=${customer}`);
  await page.locator('#billing li').first().waitFor({ state: 'attached' });
  return { page, complaints };
}

/** What the account page says under this name. */
export function field(page: Page, name: string): Locator {
  return page.locator(`main [data-field="${name}"]`);
}

/** What the recorded session says under this name. */
export function recorded(page: Page, name: string): Locator {
  return page.locator(`#record [data-field="${name}"]`);
}

export async function openFlow(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Cancel subscription' }).click();
  await page.getByRole('dialog').waitFor();
}

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

export async function answerSurvey(page: Page, reason: string): Promise<void> {
  await page.getByRole('radio', { name: reason }).check();
  await press(page, 'Continue');
}

export async function backToAccount(page: Page): Promise<void> {
  await press(page, 'Back to my account');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** The words of what has the focus, in whatever shadow it is. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.textContent.trim() ?? '';
  });
}

/** All that Tab comes to, from where the focus is. */
export async function reachedByTab(page: Page): Promise<Set<string>> {
  const reached = new Set<string>();
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Tab');
    reached.add(await focused(page));
  }
  return reached;
}

/** Presses Tab until these words have the focus. */
export async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; (await focused(page)) !== words; presses += 1) {
    if (presses > 20) throw new Error(`Tab does not reach "${words}".`);
    await page.keyboard.press('Tab');
  }
}

/** The names of everything that the browser tells a screen reader of. */
export async function readOut(page: Page): Promise<unknown[]> {
  const browser = await page.context().newCDPSession(page);
  const { nodes } = await browser.send('Accessibility.getFullAXTree');
  return nodes.filter(({ ignored }) => !ignored).map(({ name }): unknown => name?.value);
}

/** Neither the page nor what stands before it has to be scrolled sideways. */
export async function expectToFit(page: Page): Promise<void> {
  const tooWide = () =>
    page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await expect.poll(tooWide).toBeLessThanOrEqual(0);
  for (const panel of await page.locator('[part~="modal"]').all())
    await expect
      .poll(() => panel.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth))
      .toBe(0);
}
