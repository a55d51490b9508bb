import type { Config } from '@stencil/core';

/** Both ways in which Stencil builds components: loaded when they are used, and each a class of its own. */
export const config: Config = {
  namespace: 'account',
  outputTargets: [
    { type: 'dist', dir: 'lazy' },
    {
      type: 'dist-custom-elements',
      dir: 'classes',
      customElementsExportBehavior: 'auto-define-custom-elements',
      externalRuntime: false,
      minify: true,
    },
  ],
};
