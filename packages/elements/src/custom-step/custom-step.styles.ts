import { css } from 'lit';

export const customStepStyles = css`
  /* Without a heading from the flow, the element within shows its own; ours is still read out. */
  [part~='step']:has(.untitled) [part~='heading'] {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
