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
    font-size: 1.5em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 1.25;
    letter-spacing: -0.01em;
  }
`;
