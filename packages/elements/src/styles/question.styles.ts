import { css } from 'lit';

/** What is asked, where the heading does not ask it. */
export const questionStyles = css`
  .question {
    font-weight: var(--_strong-font-weight);
    text-wrap: pretty;
  }
`;
