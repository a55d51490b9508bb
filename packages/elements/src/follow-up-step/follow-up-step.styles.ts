import { css } from 'lit';
import { optionStyles } from '../styles/options.styles.js';
import { questionStyles } from '../styles/question.styles.js';
import { textFieldStyles } from '../styles/text-field.styles.js';

export const followUpStepStyles = [
  optionStyles,
  questionStyles,
  textFieldStyles,
  css`
    form {
      display: flex;
      flex-direction: column;
      gap: calc(var(--_space) * 4);
    }
  `,
];
