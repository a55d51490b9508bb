import { drawnParent } from './visible.js';

/** Red, green, blue from 0 to 255 and the opacity from 0 to 1. */
type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const known = new Map<string, Colour>();
const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

/** A computed colour, in whatever notation. */
function read(colour: string): Colour {
  const before = known.get(colour);
  if (before) return before;
  if (!pixel) throw new Error('There is no canvas to read colours by.');
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
  const found: Colour = [red, green, blue, alpha / 255];
  known.set(colour, found);
  return found;
}

/** Relative luminance of WCAG 2, from 0 to 1. */
function luminance([red, green, blue]: Colour): number {
  const channel = (value: number): number =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
}

/** The ground that is seen behind the edge of this element. */
export function groundAround(element: Element): string {
  const parent = drawnParent(element);
  if (!parent) return 'Canvas';
  const { backgroundColor } = getComputedStyle(parent);
  return read(backgroundColor)[3] === 1 ? backgroundColor : groundAround(parent);
}

/** The contrast of two colours as WCAG 2 has it, from 1 to 21: of the first as it looks on the second. */
export function contrast(colour: string, ground: string): number {
  const [red, green, blue, alpha] = read(colour);
  const below = read(ground);
  const over = (value: number, index: 0 | 1 | 2): number =>
    value * alpha + below[index] * (1 - alpha);
  const seen: Colour = [over(red, 0), over(green, 1), over(blue, 2), 1];
  const [one, two] = [luminance(seen), luminance(below)];
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}
