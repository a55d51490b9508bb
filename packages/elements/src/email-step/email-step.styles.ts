import { css } from 'lit';
import { inputStyles } from '../styles/input.styles.js';
import { questionStyles } from '../styles/question.styles.js';

export const emailStepStyles = [
  inputStyles,
  questionStyles,
  css`
    .field {
      display: flex;
      flex-direction: column;
      gap: calc(var(--_space) * 2);
    }

    .code {
      font-variant-numeric: tabular-nums;
      letter-spacing: 0.25em;
    }

    [part~='counter'] {
      min-block-size: var(--_target-size);
      align-content: center;
      color: var(--_color-text-muted);
      font-size: var(--_small-font-size);
      font-variant-numeric: tabular-nums;
      text-align: center;
    }
  `,
];
