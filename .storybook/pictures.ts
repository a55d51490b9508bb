import inter from '@fontsource/inter/files/inter-latin-400-normal.woff2?url';
import interStrong from '@fontsource/inter/files/inter-latin-600-normal.woff2?url';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { page } from 'vitest/browser';
import { looks } from './looks.ts';

/** Dates in pictures do not move on. */
const day = new Date('2026-11-21T12:00:00Z');

/** The typeface of every machine. */
const typeface = Promise.all(
  [
    new FontFace('Inter', `url(${inter})`, { weight: '400' }),
    new FontFace('Inter', `url(${interStrong})`, { weight: '600' }),
  ].map(async (face) => document.fonts.add(await face.load())),
);

function blur(root: DocumentOrShadowRoot): void {
  const { activeElement } = root;
  if (activeElement?.shadowRoot) blur(activeElement.shadowRoot);
  else if (activeElement instanceof HTMLElement) activeElement.blur();
}

/** A step stands on the ground that a panel gives it; a modal has its own, and the whole view. */
function arrange(step: Element, isModal: boolean): void {
  const probe = document.createElement('i');
  probe.style.color = 'var(--_color-surface)';
  step.shadowRoot?.append(probe);
  Object.assign(document.body.style, {
    boxSizing: 'border-box',
    inlineSize: '480px',
    blockSize: isModal ? '600px' : 'fit-content',
    margin: '0',
    padding: '32px',
    fontFamily: 'Inter',
    background: isModal ? 'Canvas' : getComputedStyle(probe).color,
  });
  probe.remove();
}

beforeEach(() => {
  vi.useFakeTimers({ now: day, toFake: ['Date'] });
});

/** What a story has drawn is compared in each theme with its picture in `docs/images/themes`. */
afterEach(async ({ task }) => {
  vi.useRealTimers();
  const name = task.file.name.replace(/.*\/|\.stories\.ts$/g, '');
  const step = document.querySelector(`fw-${name}`);
  if (task.result?.state === 'fail' || !step) return;
  const isModal = step.shadowRoot?.querySelector('dialog') !== null;
  await page.viewport(480, isModal ? 600 : 1000);
  await typeface;
  blur(document);
  const root = document.documentElement;
  for (const look of looks.filter((each) => each !== 'default')) {
    root.dataset['fwTheme'] = look;
    root.style.colorScheme = look.startsWith('dark') ? 'dark' : 'light';
    arrange(step, isModal);
    await expect(document.body).toMatchScreenshot(`${look}/${name}`);
  }
  root.dataset['fwTheme'] = 'default';
  document.body.removeAttribute('style');
});
