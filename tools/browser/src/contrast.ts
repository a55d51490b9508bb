/** Red, green and blue of any CSS colour, from 0 to 255, over a ground where it is translucent. */
function toRgb(color: string, ground = '#fff'): [number, number, number] {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new Error('There is no canvas.');
  for (const fill of [ground, color]) {
    context.fillStyle = fill;
    context.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** Relative luminance of WCAG 2, from 0 to 1. */
function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How two colours stand against each other, from 1 to 21; WCAG 2 asks 4.5 of text, 3 of controls. */
export function contrast(color: string, ground: string): number {
  const [one, other] = [luminance(toRgb(color, ground)), luminance(toRgb(ground))];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
