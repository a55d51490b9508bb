import { css } from 'lit';

export const cancelFlowStyles = css`
  :host([variant='inline']) {
    --_modal-border: var(--fw-modal-border, 1px solid var(--_color-border));
  }

  [part~='brand-image'] {
    max-inline-size: 60%;
    max-block-size: calc(var(--_space) * 10);
    object-fit: contain;
    align-self: var(--_header-align);
  }

  [part~='badge'] {
    align-self: flex-start;
    padding: calc(var(--_space) * 0.5) calc(var(--_space) * 2);
    border-radius: var(--_badge-radius);
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

  ::slotted(*) {
    margin-block: 0;
  }

  ::slotted([slot='footer-note']) {
    color: var(--_color-text-muted);
    font-size: var(--_small-font-size);
  }
`;
