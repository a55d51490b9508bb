/** Relative luminance of WCAG 2, from 0 to 1. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Black or white, whichever is easier to read on the colour (`#rrggbb`). */
function readableOn(hex: string): 'black' | 'white' {
  return luminance(hex) > 0.179 ? 'black' : 'white';
}

/** Gives the elements within the accent of the flow's brand; the page's own tokens go before it. */
export function applyBrand(element: HTMLElement, accent: string | undefined): void {
  element.style.setProperty('--fw-brand-accent', accent ?? '');
  element.style.setProperty('--fw-brand-on-accent', accent ? readableOn(accent) : '');
}
