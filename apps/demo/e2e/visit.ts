import { resolveBrowser } from '@fairwell-tools/browser';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';

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
  await page.locator('[data-subscription]').waitFor();
  return { page, complaints };
}

/** What the account page says under this name. */
export function field(page: Page, name: string) {
  return page.locator(`main [data-field="${name}"]`);
}

/** What the recorded session says under this name. */
export function recorded(page: Page, name: string) {
  return page.locator(`#record [data-field="${name}"]`);
}

export async function openFlow(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Cancel subscription' }).click();
  await page.getByRole('dialog').waitFor();
}

export async function answerSurvey(page: Page, reason: string): Promise<void> {
  await page.getByRole('radio', { name: reason }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
}
