import { browserTests } from '@fairwell-tools/browser/vitest';
import { defineConfig, mergeConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'stencil-node', environment: 'node', include: ['src/**/*.node.test.ts'] },
      },
      mergeConfig(await browserTests(), {
        test: {
          name: 'stencil-browser',
          include: ['src/**/*.browser.test.ts'],
          globalSetup: ['src/testing/browser-setup.ts'],
          // The code of a step is loaded when it is first shown, also on a busy machine.
          expect: { poll: { timeout: 10_000 } },
          setupFiles: ['@fairwell-tools/adapters/testing/quiet-console'],
        },
      }),
    ],
  },
});
