import { css } from 'lit';
import { termsStyles } from '../styles/terms.styles.js';

export const trialExtensionOfferStyles = [
  termsStyles,
  css`
    .end {
      font-size: var(--_large-font-size);
      font-weight: var(--_strong-font-weight);
      line-height: var(--_heading-line-height);
      text-wrap: balance;
    }

    .now {
      color: var(--_color-text-muted);
    }
  `,
];
