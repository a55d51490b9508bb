import { svg, html } from 'lit';

const icon = (path: ReturnType<typeof svg>) =>
  html`<svg
    aria-hidden="true"
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    ${path}
  </svg>`;

export const backIcon = icon(svg`<path d="M10 3 5 8l5 5" />`);
export const closeIcon = icon(svg`<path d="m3.5 3.5 9 9m0-9-9 9" />`);
