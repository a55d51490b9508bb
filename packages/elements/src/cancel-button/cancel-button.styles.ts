import { css } from 'lit';

export const cancelButtonStyles = css`
  :host {
    display: inline-block;
  }

  :host([hidden]) {
    display: none;
  }
`;
