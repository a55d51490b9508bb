import { css } from 'lit';

export const cancelFlowStyles = css`
  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }

  dialog {
    /* Over the whole view: it is the ground of the panel, and its width decides where that stands. */
    position: fixed;
    inset: 0;
    display: grid;
    place-items: center;
    container: overlay / inline-size;
    inline-size: 100%;
    max-inline-size: none;
    block-size: 100%;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: var(--_color-overlay);
    color: inherit;
    animation: appear var(--_duration) ease-out;
  }

  dialog::backdrop {
    background: none;
  }

  [part~='modal'] {
    --_heading-inset: calc(var(--_target-size) - var(--_space) * 2);

    position: relative;
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 6);
    padding: var(--_modal-padding);
    border-radius: var(--_modal-radius);
    background: var(--_color-surface);
  }

  dialog > [part~='modal'] {
    inline-size: min(100% - var(--_space) * 8, var(--_modal-width));
    max-block-size: calc(100% - var(--_space) * 8);
    overflow: hidden auto;
    overscroll-behavior: contain;
    box-shadow: var(--_modal-shadow);
    animation: rise var(--_duration) ease-out;
  }

  :host([variant='inline']) [part~='modal'] {
    border: 1px solid var(--_color-border);
  }

  [part~='brand-image'] {
    max-inline-size: 60%;
    max-block-size: calc(var(--_space) * 10);
    object-fit: contain;
    object-position: 0 50%;
  }

  [part~='brand-image']:dir(rtl) {
    object-position: 100% 50%;
  }

  [part~='close-button'] {
    position: absolute;
    z-index: 1;
    inset-block-start: calc(var(--_space) * 3);
    inset-inline-end: calc(var(--_space) * 3);
    padding: 0;
    color: var(--_color-text-muted);
  }

  [part~='close-button']:hover:not(:disabled) {
    background: var(--_color-notice);
    color: var(--_color-text);
  }

  [part~='badge'] {
    align-self: flex-start;
    padding: calc(var(--_space) * 0.5) calc(var(--_space) * 2);
    border-radius: calc(var(--_space) * 1.5);
    background: var(--_color-notice);
    font-size: var(--_small-font-size);
  }

  .leave {
    display: flex;
    flex-direction: column;
    margin-block-end: calc(var(--_space) * -3);
    padding-block-start: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_color-border);
  }

  /* Where a law wants the way out in view all the time. */
  .leave.prominent {
    position: sticky;
    inset-block-end: calc(var(--_modal-padding) * -1);
    margin-block-end: calc(var(--_modal-padding) * -1);
    padding-block: calc(var(--_space) * 4) var(--_modal-padding);
    background: var(--_color-surface);
  }

  ::slotted([slot='footer-note']) {
    color: var(--_color-text-muted);
    font-size: var(--_small-font-size);
  }

  @container overlay (width < 480px) {
    dialog > [part~='modal'] {
      align-self: end;
      inline-size: 100%;
      max-block-size: calc(100% - var(--_space) * 6);
      padding: calc(var(--_space) * 6) calc(var(--_space) * 5);
      padding-block-end: max(calc(var(--_space) * 6), env(safe-area-inset-bottom));
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
  }

  @media (forced-colors: active) {
    [part~='modal'] {
      border: 1px solid CanvasText;
    }
  }

  @keyframes appear {
    from {
      background: transparent;
    }
  }

  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(calc(var(--_space) * 2));
    }
  }
`;
