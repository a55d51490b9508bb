import { browserTests } from '@fairwell-tools/browser/vitest';
import { defineConfig, mergeConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'vue-node', environment: 'node', include: ['src/**/*.node.test.ts'] },
      },
      mergeConfig(await browserTests(), {
        optimizeDeps: { include: ['vue'] },
        // Vue asks for these where a bundler builds it.
        define: {
          __VUE_OPTIONS_API__: 'true',
          __VUE_PROD_DEVTOOLS__: 'false',
          __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
        },
        test: {
          name: 'vue-browser',
          include: ['src/**/*.browser.test.ts'],
          // The code of a step is loaded when it is first shown, also on a busy machine.
          expect: { poll: { timeout: 10_000 } },
          setupFiles: ['@fairwell-tools/adapters/testing/quiet-console'],
        },
      }),
    ],
  },
});
