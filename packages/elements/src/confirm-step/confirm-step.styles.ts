import { css } from 'lit';

export const confirmStepStyles = css`
  .losses {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
    padding-inline-start: 1.25em;
  }

  .losses-label {
    margin-block-end: calc(var(--_space) * 2);
    font-weight: var(--_strong-font-weight);
  }

  .acknowledgement {
    display: flex;
    gap: calc(var(--_space) * 3);
    min-block-size: var(--_target-size);
    padding-block: calc(var(--_space) * 2.5);
    cursor: pointer;
  }

  .acknowledgement input {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0.125em 0 0;
    accent-color: var(--_color-accent);
    cursor: inherit;
  }
`;
