import type { Config } from '@stencil/core';

export const config: Config = {
  namespace: 'sprigletter',
  globalStyle: 'src/app.css',
  outputTargets: [{ type: 'www', serviceWorker: null }],
};
