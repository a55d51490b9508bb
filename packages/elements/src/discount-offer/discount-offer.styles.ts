import { css } from 'lit';

export const discountOfferStyles = css`
  .terms {
    display: flex;
    flex-direction: column;
    gap: var(--_space);
    padding: calc(var(--_space) * 5);
    border: 1px solid var(--_color-border);
    border-radius: var(--_radius);
  }

  [part~='badge'] {
    align-self: flex-start;
    padding: calc(var(--_space) * 0.5) calc(var(--_space) * 2);
    border-radius: calc(var(--_space) * 1.5);
    background: var(--_color-accent-soft);
    color: var(--_color-accent);
    font-size: var(--_small-font-size);
    font-weight: 600;
  }

  .prices {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 2);
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
`;
