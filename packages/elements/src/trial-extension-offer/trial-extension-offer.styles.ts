import { css } from 'lit';
import { termsStyles } from '../styles/terms.styles.js';

export const trialExtensionOfferStyles = [
  termsStyles,
  css`
    .end {
      font-size: 1.25em;
      font-weight: 600;
      line-height: 1.25;
      text-wrap: balance;
    }

    .now {
      color: var(--_color-text-muted);
    }
  `,
];
