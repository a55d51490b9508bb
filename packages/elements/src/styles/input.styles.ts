import { css } from 'lit';

/** A field of one line. */
export const inputStyles = css`
  [part~='input'] {
    inline-size: 100%;
    min-block-size: calc(var(--_target-size) + var(--_space));
    margin: 0;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 4);
    border: 1px solid var(--_color-control-border);
    border-radius: var(--_radius);
    background: var(--_color-field);
    color: inherit;
    font: inherit;
  }

  [part~='input'][aria-invalid='true'] {
    border-color: var(--_color-danger);
  }
`;
