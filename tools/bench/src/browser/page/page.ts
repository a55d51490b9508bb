/** The page of a host that has the flow at hand. It measures how the flow opens. */
import '@fairwell/elements/cancel-button.js';
import type { Bench, Opening } from '../opening.ts';
import { host } from './host.ts';

/** After this many milliseconds everything is at rest: longer than any motion, or than what is still loaded. */
const rest = 400;

interface LayoutShift extends PerformanceEntry {
  value: number;
}

const button = document.querySelector('fw-cancel-button');
if (!button) throw new Error('The page has no button');
Object.assign(button, host);

const shifts: LayoutShift[] = [];
const longTasks: PerformanceEntry[] = [];
new PerformanceObserver((list) => {
  shifts.push(...(list.getEntries() as LayoutShift[]));
}).observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver((list) => {
  longTasks.push(...list.getEntries());
}).observe({ type: 'longtask', buffered: true });

/** Is the first step in the page, so that the frame that is being made paints it. */
function isShown(): boolean {
  const flow = button?.shadowRoot?.querySelector('fw-cancel-flow')?.shadowRoot;
  const step = flow?.querySelector('dialog[open] fw-survey-step')?.shadowRoot;
  return Boolean(step?.querySelector('[part~="option"]'));
}

const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

const nextFrame = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => resolve()));

/** A message that is sent while a frame is made arrives when it is painted. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });

/** Frames go by from now on, as on a screen; left alone, a headless browser begins one at the click. */
async function nextOpening(): Promise<Opening> {
  const clicked = new Promise<Event>((resolve) => {
    addEventListener('click', resolve, { capture: true, once: true });
  });
  do await nextFrame();
  while (!isShown());
  await painted();
  const end = performance.now();
  const { timeStamp: begin } = await clicked;
  await pause(rest);
  return {
    time: end - begin,
    shift: shifts
      .filter(({ startTime }) => startTime >= begin)
      .reduce((sum, { value }) => sum + value, 0),
    longTasks: longTasks.filter(({ startTime, duration }) => startTime + duration >= begin).length,
  };
}

/** Which language the open flow is in. */
function spoken(): string | null | undefined {
  return button?.shadowRoot?.querySelector('fw-cancel-flow')?.getAttribute('lang');
}

async function speak(language: string): Promise<number> {
  await nextFrame();
  const begin = performance.now();
  document.documentElement.lang = language;
  do await painted();
  while (spoken() !== language);
  return performance.now() - begin;
}

/** Elements whose code comes in files of their own. */
const late = ['fw-cancel-flow', 'fw-discount-offer', 'fw-error-step'];

const bench: Bench = {
  async preloaded() {
    await Promise.all(late.map((tag) => customElements.whenDefined(tag)));
    await pause(rest);
  },
  arm() {
    const opening = nextOpening();
    bench.opening = () => opening;
  },
  opening: () => Promise.reject(new Error('Nobody waits for a click')),
  speak,
};
Object.assign(window, { bench });
