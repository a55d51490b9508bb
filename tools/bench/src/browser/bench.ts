import { resolveBrowser } from '@fairwell-tools/browser';
import { chromium, type Browser, type Page } from 'playwright';
import { median, worst } from '../statistics.ts';
import { milliseconds, percent, type Figure } from '../table.ts';
import type { Opening } from './opening.ts';
import { servePage } from './serve-page.ts';

/** How fast the processor is, and how soon after the click, in milliseconds, the first step has to be there. */
interface Speed {
  name: string;
  slowdown: number;
  bar: number;
  barName: string;
}

/** Milliseconds, at 60 Hz. */
const frame = 1000 / 60;

const speeds: readonly Speed[] = [
  { name: 'usual speed', slowdown: 1, bar: frame, barName: 'a frame' },
  { name: '4 times slower', slowdown: 4, bar: 50, barName: '50 ms' },
];

interface Size {
  /** Of each kind, at each speed. */
  pages: number;
  /** Of a page on which the flow was opened before. */
  again: number;
}

const long: Size = { pages: 20, again: 2 };
const short: Size = { pages: 3, again: 1 };

/** Presses the button with the pointer, wherever that was, and lets go after these milliseconds. */
async function open(page: Page, held: number): Promise<Opening> {
  await page.evaluate('bench.arm()');
  await page.locator('fw-cancel-button button').first().click({ delay: held });
  return page.evaluate<Opening>('bench.opening()');
}

async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await page.mouse.move(0, 0);
}

async function visit(browser: Browser, url: string, { slowdown }: Speed): Promise<Page> {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(url);
  return page;
}

/** The pointer comes to the button, and what that loads is there before it presses. */
async function preload(page: Page): Promise<void> {
  await page.locator('fw-cancel-button button').hover();
  await page.evaluate('bench.preloaded()');
}

const kinds = ['first', 'again', 'cold'] as const;
type Kind = (typeof kinds)[number];
type Openings = Record<Kind, Opening[]>;

interface Measured {
  openings: Openings;
  /** Milliseconds. */
  languageChanges: number[];
}

const names: Record<Kind, string> = {
  first: 'first opening',
  again: 'later openings',
  cold: 'first opening, code to be loaded',
};

/** How long a button is usually held down, in milliseconds. */
const hold = 80;
const parts = 10;

const languages = ['de', 'fr', 'ar', 'en'];

/** Of an open flow, once they are loaded. */
async function switches(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (const round of ['load', 'measure'])
    for (const language of languages) {
      const time = await page.evaluate<number>(`bench.speak('${language}')`);
      if (round === 'measure') times.push(time);
    }
  return times;
}

async function measure(browser: Browser, url: string, speed: Speed, size: Size): Promise<Measured> {
  const openings: Openings = { first: [], again: [], cold: [] };
  const languageChanges: number[] = [];
  for (let visits = 0; visits < size.pages; visits += 1) {
    // A frame begins with the press: the clicks are to fall on all parts of one.
    const held = hold + ((visits % parts) * frame) / parts;
    const cold = await visit(browser, url, speed);
    // At once: the code would come while the button is held down.
    openings.cold.push(await open(cold, 0));
    await cold.close();
    const warm = await visit(browser, url, speed);
    await preload(warm);
    openings.first.push(await open(warm, held));
    for (let times = 0; times < size.again; times += 1) {
      await close(warm);
      openings.again.push(await open(warm, held));
    }
    languageChanges.push(...(await switches(warm)));
    await warm.close();
  }
  return { openings, languageChanges };
}

const spread = (times: readonly number[]): string =>
  `median ${milliseconds(median(times))}, worst ${milliseconds(worst(times))}`;

function openingFigure(kind: Kind, openings: Openings, speed: Speed): Figure {
  const times = openings[kind].map(({ time }) => time);
  if (kind !== 'cold') return timeFigure(names[kind], times, speed);
  const there = median(openings.first.map(({ time }) => time));
  return {
    what: names.cold,
    measured: spread(times),
    ratio: `${percent(median(times) / there)} of code at hand`,
  };
}

function timeFigure(what: string, times: readonly number[], { bar, barName }: Speed): Figure {
  const [middle, most] = [median(times), worst(times)];
  return {
    what,
    measured: spread(times),
    ratio: `${percent(middle / bar)}, ${percent(most / bar)} of ${barName}`,
    bar: `≤ ${barName}`,
    met: most <= bar ? 'yes' : middle <= bar ? 'median' : 'no',
  };
}

/** With the code at hand. */
function steadinessFigures({ first, again }: Openings): Figure[] {
  const openings = [...first, ...again];
  const shift = worst(openings.map((opening) => opening.shift));
  const busy = openings.filter(({ longTasks }) => longTasks > 0).length;
  return [
    {
      what: 'layout shift, worst',
      measured: shift.toFixed(3),
      ratio: '',
      bar: '0',
      met: shift === 0 ? 'yes' : 'no',
    },
    {
      what: 'openings with a long task',
      measured: `${busy}`,
      ratio: `${percent(busy / openings.length)} of ${openings.length}`,
      bar: '0',
      met: busy === 0 ? 'yes' : 'no',
    },
  ];
}

/** The flow in a page that has it at hand, with handlers in place of a service. */
export async function benchBrowser(isShort: boolean): Promise<Figure[]> {
  const { executablePath, args } = await resolveBrowser();
  const served = await servePage();
  const browser = await chromium.launch({
    executablePath,
    args: [...args],
    // A scroll bar that goes away with the page's scrolling would shift it.
    ignoreDefaultArgs: ['--hide-scrollbars'],
  });
  const figures: Figure[] = [];
  try {
    for (const speed of speeds) {
      const { openings, languageChanges } = await measure(
        browser,
        served.url,
        speed,
        isShort ? short : long,
      );
      figures.push(
        ...[
          ...kinds.map((kind) => openingFigure(kind, openings, speed)),
          timeFigure('another language, once loaded', languageChanges, speed),
          ...steadinessFigures(openings),
        ].map((figure) => ({ ...figure, what: `${speed.name}, ${figure.what}` })),
      );
    }
  } finally {
    await browser.close();
    await served.close();
  }
  return figures;
}
