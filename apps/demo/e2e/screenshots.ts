/** `npx nx screenshots demo`: the pictures of the documentation, taken from the demo as it is. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { startDemo, type Demo } from '../server/demo.ts';
import { toIndexedPng, type Pixels } from './indexed-png.ts';
import { answerSurvey, launchBrowser, openFlow, press, visit } from './visit.ts';

const folder = fileURLToPath(new URL('../../../docs/images', import.meta.url));

/** One way of looking at the demo; its name ends the names of its pictures. */
interface Look {
  name: string;
  query: string;
  viewport: { width: number; height: number };
}

const wide = { width: 1280, height: 800 };
const narrow = { width: 390, height: 844 };

const looks: readonly Look[] = [
  { name: 'light', query: 'theme=light', viewport: wide },
  { name: 'dark', query: 'theme=dark', viewport: wide },
  { name: 'phone', query: 'theme=light', viewport: narrow },
  { name: 'rtl', query: 'theme=light&dir=rtl', viewport: wide },
];

/** The browser reads the picture that it took. */
async function pixelsOf(browser: Browser, file: Buffer): Promise<Pixels> {
  const page = await browser.newPage();
  const { width, height, data } = await page.evaluate(async (base64) => {
    const blob = new Blob([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))]);
    const bitmap = await createImageBitmap(blob);
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (!context) throw new Error('There is no canvas to draw on.');
    context.drawImage(bitmap, 0, 0);
    const image = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let bytes = '';
    for (const each of image.data) bytes += String.fromCharCode(each);
    return { width: image.width, height: image.height, data: btoa(bytes) };
  }, file.toString('base64'));
  await page.close();
  return { width, height, data: Buffer.from(data, 'base64') };
}

/** Takes a picture of what is shown. */
type Picture = (of: string) => Promise<void>;

async function take(browser: Browser, page: Page, picture: string): Promise<void> {
  // A pointer at rest over nothing, and every animation at its end.
  await page.mouse.move(0, 0);
  const file = await page.screenshot({ animations: 'disabled' });
  await writeFile(join(folder, `${picture}.png`), toIndexedPng(await pixelsOf(browser, file)));
}

async function walkFlow(page: Page, picture: Picture): Promise<void> {
  await picture('account');
  await openFlow(page);
  await page.getByRole('radio').first().waitFor();
  await picture('survey');
  await answerSurvey(page, 'It costs more than I want to spend');
  const refuse = page.getByRole('button', { name: 'No thanks, continue' });
  await refuse.waitFor();
  await picture('discount');
  await refuse.click();
  await page.getByRole('textbox').waitFor();
  await press(page, 'Continue');
  await page.getByRole('button', { name: 'Keep my subscription' }).waitFor();
  await picture('confirm');
  await press(page, 'Cancel subscription');
  await page.getByRole('button', { name: 'Back to my account' }).waitFor();
  await picture('complete');
}

async function walkPauseWall(page: Page, picture: Picture): Promise<void> {
  await page.getByRole('button', { name: 'Resume now' }).waitFor();
  await picture('pause-wall');
}

async function walkFailedPaymentWall(page: Page, picture: Picture): Promise<void> {
  const another = page.getByRole('button', { name: 'Pay with another card' });
  await another.waitFor();
  await picture('failed-payment-wall');
  await another.click();
  await page.getByRole('radio').first().waitFor();
  await picture('card');
}

/** Who is visited, and what is looked at there. */
const walks: Record<string, (page: Page, picture: Picture) => Promise<void>> = {
  cus_monthly: walkFlow,
  cus_paused: walkPauseWall,
  cus_overdue: walkFailedPaymentWall,
};

async function walk(browser: Browser, { url, accounts }: Demo, look: Look): Promise<void> {
  await accounts.sandbox?.reset();
  const { name, viewport, query } = look;
  for (const [customer, through] of Object.entries(walks)) {
    const { page } = await visit(browser, url, `${customer}&${query}`, { viewport });
    await through(page, (of) => take(browser, page, `${of}-${name}`));
    await page.close();
  }
}

const directory = await mkdtemp(join(tmpdir(), 'fairwell-demo-'));
await mkdir(folder, { recursive: true });
const demo = await startDemo({ port: 0, directory });
const browser = await launchBrowser();
try {
  for (const look of looks) await walk(browser, demo, look);
} finally {
  await browser.close();
  await demo.close();
  await rm(directory, { recursive: true });
}
