import type { Config } from '@stencil/core';

export const config: Config = {
  namespace: 'sprigletter',
  globalScript: 'src/global/app.ts',
  globalStyle: 'src/global/app.css',
  outputTargets: [{ type: 'www', serviceWorker: null }],
};
