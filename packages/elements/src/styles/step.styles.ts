import { css } from 'lit';

/** The frame that every step shares: header, body, footer in one column. */
export const stepStyles = css`
  [part~='step'] {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 6);
  }

  [part~='header'],
  [part~='description'] {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
  }

  [part~='header'] {
    text-align: var(--_header-align);
  }

  [part~='heading'] {
    font-family: var(--_heading-font-family);
    font-size: var(--_heading-font-size);
    font-weight: var(--_heading-font-weight);
    line-height: var(--_heading-line-height);
    letter-spacing: var(--_heading-letter-spacing);
    text-wrap: balance;
  }

  [part~='tag'] {
    color: var(--_color-text-muted);
    font-size: var(--_small-font-size);
    font-weight: var(--_strong-font-weight);
  }

  /* Beside the close button of whatever is around. */
  [part~='heading']:first-child {
    padding-inline-end: var(--_heading-inset, 0);
  }

  /* Focus is put here for whoever listens; it is no control to see. */
  [part~='heading']:focus {
    outline: none;
  }

  [part~='description'] {
    color: var(--_color-text-muted);
    text-wrap: pretty;
  }

  [part~='description'] :is(ul, ol) {
    padding-inline-start: 1.25em;
  }

  [part~='description'] a {
    color: var(--_color-text);
    text-underline-offset: 0.2em;
  }

  [part~='body'] {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 4);
  }

  [part~='footer'] {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
  }

  [part~='back-button'] {
    align-self: flex-start;
    margin-block-start: calc(var(--_space) * -4);
    margin-inline-start: calc(var(--_space) * -3);
    padding-inline: calc(var(--_space) * 3);
  }

  [part~='back-button'] svg:dir(rtl) {
    transform: scaleX(-1);
  }

  [part~='notice'] {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border-radius: var(--_radius);
    background: var(--_color-notice);
  }

  [part~='alert'] {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-inline-start: 3px solid var(--_color-danger);
    background: var(--_color-danger-soft);
    color: var(--_color-danger);
    font-size: var(--_small-font-size);
  }
`;
