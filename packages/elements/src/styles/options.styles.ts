import { css } from 'lit';

/** A list of radio buttons, each with the whole of its row as target. */
export const optionStyles = css`
  .options {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
  }

  [part~='option'] {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    min-block-size: calc(var(--_target-size) + var(--_space));
    padding: calc(var(--_space) * 2) calc(var(--_space) * 4);
    border: 1px solid var(--_color-border);
    border-radius: var(--_option-radius);
    background: var(--_color-field);
    cursor: pointer;
    transition:
      background-color var(--_duration),
      border-color var(--_duration);
  }

  [part~='option']:hover {
    border-color: var(--_color-control-border);
  }

  [part~='option']:has(:checked) {
    border-color: var(--_color-accent);
    background: var(--_color-accent-soft);
  }

  [part~='option']:has(:focus-visible) {
    outline: 2px solid var(--_color-focus);
    outline-offset: 2px;
  }

  [part~='option-input'] {
    flex: none;
    inline-size: 1.125em;
    block-size: 1.125em;
    margin: 0;
    accent-color: var(--_color-accent);
    cursor: inherit;
  }

  [part~='option-input']:focus-visible {
    outline: none;
  }

  @media (forced-colors: active) {
    [part~='option']:has(:checked) {
      border-color: Highlight;
      outline: 1px solid Highlight;
    }
  }
`;
