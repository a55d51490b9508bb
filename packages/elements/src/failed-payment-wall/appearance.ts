import type { StripeAppearance } from './stripe.js';

function isLight(color: string): boolean {
  const [first = '0'] = /[\d.]+/.exec(color) ?? [];
  return Number(first) > (color.startsWith('rgb') ? 127 : 0.5);
}

/** Stripe's form in the colours and the typeface that our panel and its main button have here. */
export function appearanceOf(panel: Element, button: Element): StripeAppearance {
  const { backgroundColor, color, fontFamily } = getComputedStyle(panel);
  const { backgroundColor: colorPrimary, borderRadius } = getComputedStyle(button);
  return {
    theme: isLight(color) ? 'night' : 'stripe',
    variables: {
      colorPrimary,
      colorBackground: backgroundColor,
      colorText: color,
      borderRadius,
      fontFamily,
    },
  };
}
