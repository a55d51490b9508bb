import { css } from 'lit';
import { termsStyles } from '../styles/terms.styles.js';

export const discountOfferStyles = [
  termsStyles,
  css`
    .prices {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      column-gap: calc(var(--_space) * 2);
      font-variant-numeric: tabular-nums;
    }

    [part~='price'] {
      font-size: var(--_heading-font-size);
      font-weight: var(--_strong-font-weight);
      line-height: var(--_heading-line-height);
      letter-spacing: var(--_heading-letter-spacing);
    }

    [part~='price-before'],
    .later {
      color: var(--_color-text-muted);
    }
  `,
];
