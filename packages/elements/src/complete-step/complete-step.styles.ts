import { css } from 'lit';

export const completeStepStyles = css`
  .message {
    color: var(--_color-text-muted);
    white-space: pre-line;
  }

  /* What was said belongs to the heading. */
  [part~='step'] {
    gap: calc(var(--_space) * 2);
  }

  [part~='footer'] {
    margin-block-start: calc(var(--_space) * 4);
  }
`;
