import { cdp, page } from 'vitest/browser';

/** A way to look at a page: everything that a story is checked in. */
export interface Mode {
  name: string;
  scheme: 'light' | 'dark';
  forcedColors: boolean;
  direction: 'ltr' | 'rtl';
  /** In CSS pixels. */
  width: number;
  /** In CSS pixels. */
  height: number;
  /** Physical pixels for one CSS pixel. */
  density: number;
  /** Of the root, which the elements inherit. */
  fontSize: string;
}

const usual: Omit<Mode, 'name'> = {
  scheme: 'light',
  forcedColors: false,
  direction: 'ltr',
  width: 1280,
  height: 1024,
  density: 1,
  fontSize: '',
};

/** A window of 1280 by 1024 zoomed to 400% has 320 by 256 CSS pixels: WCAG 2.2, 1.4.10 Reflow. */
export const narrow: Mode = { ...usual, name: '320 px', width: 320, height: 256, density: 4 };

/**
 * A browser zooms by giving the page fewer and larger CSS pixels, so half a window at twice the
 * density is its 200%, with every media and container query answered as it would be. WCAG 2.2, 1.4.4
 * asks as much of text alone, which some browsers enlarge without the page: that breaks what has a
 * fixed height, so it is a mode of its own.
 */
export const modes: readonly Mode[] = [
  { ...usual, name: 'light' },
  { ...usual, name: 'dark', scheme: 'dark' },
  { ...usual, name: 'forced colours', forcedColors: true },
  { ...usual, name: 'right to left', direction: 'rtl' },
  narrow,
  { ...narrow, name: '320 px, right to left', direction: 'rtl' },
  { ...usual, name: '200% zoom', width: 640, height: 512, density: 2 },
  { ...usual, name: '200% text', width: 640, height: 1024, fontSize: '200%' },
];

/** Shows the page as this mode has it. */
export async function enter(mode: Omit<Mode, 'name'>): Promise<void> {
  const { documentElement: root } = document;
  root.dir = mode.direction;
  root.style.colorScheme = mode.scheme;
  root.style.fontSize = mode.fontSize;
  // The page's ground in either theme; unset, it counts as white in both.
  root.style.backgroundColor = 'Canvas';
  // As the page of a host has it: what has the focus is ringed by more than its box.
  document.body.style.margin = '16px';
  // Colours are read at once, so none may be on its way to another.
  root.style.setProperty('--fw-duration', '0s');

  await Promise.all([
    page.viewport(mode.width, mode.height),
    cdp().send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'forced-colors', value: mode.forcedColors ? 'active' : 'none' },
        { name: 'prefers-color-scheme', value: mode.scheme },
      ],
    }),
    cdp().send('Emulation.setDeviceMetricsOverride', {
      width: 0,
      height: 0,
      deviceScaleFactor: mode.density,
      mobile: false,
    }),
  ]);
}

/** Shows the page as it was before any mode. */
export async function leave(): Promise<void> {
  await enter(usual);
  const { documentElement: root } = document;
  root.removeAttribute('dir');
  root.removeAttribute('style');
  document.body.removeAttribute('style');
}
