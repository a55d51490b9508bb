import { readVisit, wordsIn, type Visit, type Words } from '@fairwell-examples/account';
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject } from 'vitest';
import type { CustomerState } from '../back-end/back-end.ts';
import type { Beginning } from '../back-end/customers.ts';
import { capabilities, type Capability } from './capabilities.ts';

export const scene = inject('scene');

/** Tests of something that the table has a row for. */
export function describeCapability(capability: Capability, tests: () => void): void {
  describe(scene.example.title, () => {
    describe(capabilities[capability], tests);
  });
}

/** Somebody at their account, and all that the page complained of. */
export interface AtAccount {
  readonly page: Page;
  readonly customer: string;
  readonly words: Words;
  readonly complaints: string[];
}

/** Settings in the page's address. */
type Settings = Partial<Pick<Visit, 'language' | 'theme' | 'windowsills'>>;

async function addCustomer(beginning: Beginning): Promise<string> {
  const url = `${scene.backEnd}/test/customers/${beginning}`;
  const answer = await fetch(url, { method: 'POST' });
  return ((await answer.json()) as { id: string }).id;
}

/** What there is of a customer, whatever a page shows. */
export async function stateOf({ customer }: AtAccount): Promise<CustomerState> {
  const answer = await fetch(`${scene.backEnd}/test/customers/${customer}`);
  return (await answer.json()) as CustomerState;
}

/** The address of a new customer's account. */
export async function addressOf(
  beginning: Beginning,
  settings: Settings = {},
): Promise<{ url: string; customer: string }> {
  const customer = await addCustomer(beginning);
  const given = Object.entries(settings).map(([name, value]) => [name, String(value)]);
  const query = new URLSearchParams([['customer', customer], ['service', scene.backEnd], ...given]);
  return { url: `${scene.app}/?${query.toString()}`, customer };
}

/** Writes down errors, warnings, whatever is thrown and whatever does not load. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  page.on('console', (message) => {
    const type = message.type();
    if (type === 'error' || type === 'warning') complaints.push(`${type}: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // What a page no longer needs, a browser does not finish; what it runs without script, it does not load.
    if (reason !== 'net::ERR_ABORTED' && reason !== 'csp')
      complaints.push(`${reason}: ${request.url()}`);
  });
  return complaints;
}

let browser: Browser;
let visits: AtAccount[] = [];

beforeAll(async () => {
  browser = await chromium.connect(scene.browser);
});
afterAll(() => browser.close());
afterEach(async () => {
  const complaints = visits.flatMap((each) => each.complaints);
  await Promise.all(visits.map(({ page }) => page.context().close()));
  visits = [];
  expect(complaints).toEqual([]);
});

async function visit(
  { url, customer }: { url: string; customer: string },
  options: BrowserContextOptions = {},
): Promise<AtAccount> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const words = wordsIn(readVisit(new URL(url).search).language);
  const at = { page, customer, words, complaints: listen(page) };
  visits.push(at);
  await page.goto(url);
  return at;
}

/** Opens the account of a new customer. Whatever the page complains of fails the test. */
export async function openAccount(
  beginning: Beginning = 'active',
  settings: Settings = {},
  options: BrowserContextOptions = {},
): Promise<AtAccount> {
  return visit(await addressOf(beginning, settings), options);
}

/** Another page of the app than the account, which is told the same. */
export async function openPage(path: string): Promise<AtAccount> {
  const { url, customer } = await addressOf('active');
  return visit({ url: new URL(path + new URL(url).search, url).href, customer });
}

/** Opens it, and waits until the account is there and the page can be used. */
export async function openActive(settings: Settings = {}): Promise<AtAccount> {
  const at = await openAccount('active', settings);
  await expectStanding(at, 'active');
  return at;
}

export const dialog = ({ page }: AtAccount): Locator => page.getByRole('dialog');

export async function press({ page }: AtAccount, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** Presses what stands behind a dialog, as a script or another tab's message could. */
export async function pressBehind({ page }: AtAccount, name: string): Promise<void> {
  await page
    .getByRole('button', { name, exact: true, includeHidden: true })
    .or(page.getByRole('link', { name, exact: true, includeHidden: true }))
    .evaluate((element: HTMLElement) => element.click());
}

/** Changes a select, also behind a dialog. */
export async function choose({ page }: AtAccount, label: string, value: string): Promise<void> {
  await page.getByLabel(label).evaluate((element, chosen) => {
    const select = element as HTMLSelectElement;
    select.value = chosen;
    select.dispatchEvent(new Event('input', { bubbles: true }));
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, value);
}

/** Ticks or unticks a checkbox, also behind a dialog. */
export async function tick({ page }: AtAccount, label: string): Promise<void> {
  await page.getByLabel(label).evaluate((element: HTMLElement) => element.click());
}

/** What the page was told, in order. */
export function heard({ page }: AtAccount): Promise<string[]> {
  return page.locator('ol').last().getByRole('listitem').allTextContents();
}

export async function expectHeard(at: AtAccount, entries: readonly string[]): Promise<void> {
  await expect.poll(() => heard(at)).toEqual(entries);
}

export async function expectStanding(
  { page, words }: AtAccount,
  standing: keyof Words['standings'],
): Promise<void> {
  await page
    .locator('main')
    .getByRole('status')
    .getByText(words.standings[standing], { exact: true })
    .waitFor();
}

export async function openFlow(at: AtAccount): Promise<void> {
  await at.page.getByRole('link', { name: at.words.cancel, exact: true }).click();
  await dialog(at).waitFor();
}

/** Answers the custom step, which stands in the page's own tree and is only shown in the dialog. */
export async function rate(at: AtAccount, mark = '4'): Promise<void> {
  await at.page.getByRole('radio', { name: mark, exact: true }).check();
  await press(at, at.words.send);
}

/** The question of the survey, as the back end words it for so many windowsills. */
export async function expectQuestion(at: AtAccount, windowsills: number): Promise<void> {
  const name = `Why do you leave ${windowsills} windowsills empty?`;
  await dialog(at).getByRole('heading', { name }).waitFor();
}

export async function answerSurvey(at: AtAccount, reason: string): Promise<void> {
  await at.page.getByRole('radio', { name: reason }).check();
  await press(at, 'Continue');
}

/** To the last question. */
export async function goToConfirmation(at: AtAccount): Promise<void> {
  await openFlow(at);
  await rate(at);
  await answerSurvey(at, 'Something else');
  await at.page.getByText('The next box').waitFor();
}

/** The button within the flow, which may be called as the link behind it. */
export function confirmButton(at: AtAccount): Locator {
  return dialog(at).getByRole('button', { name: 'Cancel subscription', exact: true });
}

export async function backToAccount(at: AtAccount): Promise<void> {
  await press(at, 'Back to my account');
  await dialog(at).waitFor({ state: 'detached' });
}
