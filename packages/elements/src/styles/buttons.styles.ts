import { css } from 'lit';

/** The buttons, by their part: what a page can style is what we style. */
export const buttonStyles = css`
  :where(button, a[part~='primary-button']) {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_target-size);
    min-inline-size: var(--_target-size);
    margin: 0;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 4);
    border: 1px solid transparent;
    border-radius: var(--_button-radius);
    background: none;
    color: inherit;
    font: inherit;
    font-weight: var(--_button-font-weight);
    line-height: var(--_heading-line-height);
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
    transition:
      background-color var(--_duration),
      border-color var(--_duration);
  }

  button:disabled {
    cursor: default;
    opacity: 0.55;
  }

  [part~='primary-button'] {
    background: var(--_color-accent);
    color: var(--_color-on-accent);
  }

  [part~='primary-button']:hover:not(:disabled) {
    background: var(--_color-accent-hover);
  }

  [part~='secondary-button'] {
    border-color: var(--_color-control-border);
    background: var(--_color-secondary);
    color: var(--_color-on-secondary);
  }

  [part~='secondary-button']:hover:not(:disabled) {
    background: var(--_color-secondary-hover);
  }

  [part~='danger-button'] {
    background: var(--_color-danger);
    color: var(--_color-on-danger);
  }

  [part~='danger-button']:hover:not(:disabled) {
    background: var(--_color-danger-hover);
  }

  [part~='text-button'],
  [part~='back-button'] {
    color: var(--_color-text-muted);
    font-weight: inherit;
  }

  [part~='text-button'] {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  [part~='text-button']:hover:not(:disabled),
  [part~='back-button']:hover:not(:disabled) {
    color: var(--_color-text);
  }

  @media (forced-colors: active) {
    [part~='primary-button'],
    [part~='danger-button'] {
      border-color: ButtonText;
    }
  }
`;
