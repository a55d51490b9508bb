import { css } from 'lit';
import { inputStyles } from '../styles/input.styles.js';
import { optionStyles } from '../styles/options.styles.js';
import { questionStyles } from '../styles/question.styles.js';

export const pauseOfferStyles = [
  optionStyles,
  questionStyles,
  inputStyles,
  css`
    .field,
    .choice {
      display: flex;
      flex-direction: column;
      gap: calc(var(--_space) * 2);
    }

    /* The browser's own arrow keeps no distance from the edge. */
    select[part~='input'] {
      --_arrow-edge: calc(100% - var(--_space) * 4.5);

      appearance: none;
      padding-inline-end: calc(var(--_space) * 10);
      background-image:
        linear-gradient(45deg, transparent 50%, currentColor 50%),
        linear-gradient(-45deg, transparent 50%, currentColor 50%);
      background-position:
        calc(var(--_arrow-edge) - 5px) 50%,
        var(--_arrow-edge) 50%;
      background-repeat: no-repeat;
      background-size: 5px 5px;
    }

    select[part~='input']:dir(rtl) {
      --_arrow-edge: calc(var(--_space) * 4.5 + 5px);
    }

    /* These draw no gradient. */
    @media (forced-colors: active) {
      select[part~='input'] {
        appearance: auto;
      }
    }
  `,
];
