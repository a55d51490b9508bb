import { css } from 'lit';

/** What a wall has besides the modal and the step. */
export const wallStyles = css`
  /* It takes no place in the page: what it shows stands over it. */
  :host {
    display: contents;

    /* What is shut off is not to be read either. */
    --_overlay-filter: var(--fw-wall-overlay-filter, blur(8px));
  }

  /* Over everything but a bank's or a chat's own window, which take the highest numbers there are. */
  div[part~='overlay'] {
    z-index: 2147480000;
  }

  [part~='alert']:focus {
    outline: none;
  }

  .ways-out {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    column-gap: calc(var(--_space) * 2);
  }

  .ways-out:not(:has(button)) {
    display: none;
  }

  .ways-out button {
    padding-inline: calc(var(--_space) * 2);
  }

  .settled {
    position: fixed;
    z-index: 2147480000;
    inset-block-end: calc(var(--_space) * 4);
    inset-inline: calc(var(--_space) * 4);
    display: flex;
    align-items: flex-start;
    gap: calc(var(--_space) * 2);
    max-inline-size: var(--_modal-width);
    margin-inline: auto;
    padding: calc(var(--_space) * 4) calc(var(--_space) * 5);
    border: 1px solid var(--_color-border);
    border-radius: var(--_modal-radius);
    background: var(--_color-surface);
    box-shadow: var(--_modal-shadow);
  }

  .settled > div {
    flex: 1;
  }

  .settled strong {
    font-weight: var(--_strong-font-weight);
  }

  .settled [part~='close-button'] {
    position: static;
    margin: calc(var(--_space) * -2) calc(var(--_space) * -3);
  }
`;
