import { unsafeCSS, type CSSResult } from 'lit';

/**
 * Black or white, whichever is easier to read on a colour: at least 4.5 : 1 on every one. `y` is the
 * relative luminance of WCAG 2; at 0.179 black and white stand equally well against it.
 *
 * https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function readableOn(color: string): CSSResult {
  const white = 'clamp(0, (0.179 - y) * 99999, 1)';
  return unsafeCSS(
    `color(from ${color} xyz-d65 calc(0.9505 * ${white}) ${white} calc(1.089 * ${white}))`,
  );
}
