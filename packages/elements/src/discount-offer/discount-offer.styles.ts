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
      font-size: 1.5em;
      font-weight: 600;
      line-height: 1.25;
      letter-spacing: -0.01em;
    }

    [part~='price-before'],
    .later {
      color: var(--_color-text-muted);
    }
  `,
];
