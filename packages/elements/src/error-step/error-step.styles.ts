import { css } from 'lit';

export const errorStepStyles = css`
  .reference {
    color: var(--_color-text-muted);
    font-size: var(--_small-font-size);
  }
`;
