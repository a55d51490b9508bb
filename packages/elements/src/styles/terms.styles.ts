import { css } from 'lit';

/** What an offer comes to, set apart in a box. */
export const termsStyles = css`
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
    margin-block-end: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 0.5) calc(var(--_space) * 2);
    border-radius: var(--_badge-radius);
    background: var(--_color-accent-soft);
    font-size: var(--_small-font-size);
    font-weight: var(--_strong-font-weight);
  }
`;
