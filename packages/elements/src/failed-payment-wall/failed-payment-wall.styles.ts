import { css } from 'lit';

export const failedPaymentWallStyles = css`
  .due {
    display: flex;
    flex-direction: column;
    gap: var(--_space);
    padding: calc(var(--_space) * 5);
    border: 1px solid var(--_color-border);
    border-radius: var(--_radius);
  }

  .since {
    color: var(--_color-text-muted);
  }

  [part~='price'] {
    font-size: var(--_heading-font-size);
    font-weight: var(--_strong-font-weight);
    font-variant-numeric: tabular-nums;
    line-height: var(--_heading-line-height);
    letter-spacing: var(--_heading-letter-spacing);
  }
`;
