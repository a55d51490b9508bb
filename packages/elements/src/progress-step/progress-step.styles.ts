import { css } from 'lit';

export const progressStepStyles = css`
  progress {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: var(--_space);
    overflow: hidden;
    border: 0;
    border-radius: var(--_space);
    background:
      linear-gradient(var(--_color-accent) 0 0) no-repeat 0 0 / 40% 100%,
      var(--_color-notice);
    animation: pass calc(var(--_duration) * 9) ease-in-out infinite alternate;
  }

  /* The bar of each browser, out of the way of ours. */
  progress::-webkit-progress-bar {
    background: none;
  }

  progress::-moz-progress-bar {
    background: none;
  }

  @keyframes pass {
    to {
      background-position-x: 100%;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    progress {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
      background: linear-gradient(Highlight 0 0) no-repeat 0 0 / 40% 100%;
    }
  }
`;
