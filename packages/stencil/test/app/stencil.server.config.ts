import type { Config } from '@stencil/core';

/** What draws the components on a server, where Stencil’s document is not enough of one for the elements. */
export const config: Config = {
  namespace: 'account',
  outputTargets: [
    {
      type: 'dist-hydrate-script',
      dir: 'server',
      external: [
        '@fairwell/elements',
        '@fairwell/elements/cancel-button.js',
        '@fairwell/elements/cancel-flow.js',
        '@fairwell/elements/failed-payment-wall.js',
        '@fairwell/elements/pause-wall.js',
      ],
    },
  ],
};
