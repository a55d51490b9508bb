import { css } from 'lit';

/** A panel over the page, on its ground; at the lower edge where the view is narrow. */
export const modalStyles = css`
  /* For what is within, too. */
  :host([theme='light']) {
    --fw-color-scheme: light;
  }

  :host([theme='dark']) {
    --fw-color-scheme: dark;
  }

  [part~='overlay'] {
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
    backdrop-filter: var(--_overlay-filter);
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
    border: var(--_modal-border);
    border-radius: var(--_modal-radius);
    background: var(--_color-surface);
  }

  [part~='overlay'] > [part~='modal'] {
    inline-size: min(100% - var(--_space) * 8, var(--_modal-width));
    max-block-size: calc(100% - var(--_space) * 8);
    overflow: hidden auto;
    overscroll-behavior: contain;
    box-shadow: var(--_modal-shadow);
    animation: rise var(--_duration) ease-out;
  }

  [part~='close-button'] {
    position: absolute;
    z-index: 1;
    inset-block-start: calc(var(--_modal-padding) - var(--_space) * 4);
    inset-inline-end: calc(var(--_modal-padding) - var(--_space) * 4);
    padding: 0;
    color: var(--_color-text-muted);
  }

  [part~='close-button']:hover:not(:disabled) {
    background: var(--_color-notice);
    color: var(--_color-text);
  }

  @container overlay (width < 480px) {
    [part~='overlay'] > [part~='modal'] {
      --_modal-padding: calc(var(--_space) * 6);

      align-self: end;
      inline-size: 100%;
      max-block-size: calc(100% - var(--_space) * 6);
      padding-block-end: max(var(--_modal-padding), env(safe-area-inset-bottom));
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
