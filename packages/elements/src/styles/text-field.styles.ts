import { css } from 'lit';

/** A field for words, its label and what is asked of them. */
export const textFieldStyles = css`
  .field {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
  }

  [part~='textarea'] {
    inline-size: 100%;
    min-block-size: 6.5em;
    field-sizing: content;
    max-block-size: 16em;
    margin: 0;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid var(--_color-control-border);
    border-radius: var(--_radius);
    background: var(--_color-field);
    color: inherit;
    font: inherit;
    resize: vertical;
  }

  [part~='textarea'][aria-invalid='true'] {
    border-color: var(--_color-danger);
  }

  [part~='counter'] {
    color: var(--_color-text-muted);
    font-size: var(--_small-font-size);
    font-variant-numeric: tabular-nums;
  }
`;
