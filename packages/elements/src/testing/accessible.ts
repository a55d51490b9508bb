import { expect } from '@open-wc/testing';

/** Asks axe about the element in the light and in the dark theme. */
export async function expectAccessible(element: Element): Promise<void> {
  const { style } = document.documentElement;
  style.setProperty('--fw-duration', '0s');
  // The page's ground in either theme; unset, it counts as white in both.
  style.backgroundColor = 'Canvas';
  try {
    for (const scheme of ['light', 'dark']) {
      style.colorScheme = scheme;
      await expect(element).to.be.accessible();
    }
  } finally {
    style.removeProperty('color-scheme');
    style.removeProperty('background-color');
    style.removeProperty('--fw-duration');
  }
}
