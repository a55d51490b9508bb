import { browserTests } from '@fairwell-tools/browser/vitest';
import { defineConfig, mergeConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'embed-node', environment: 'node', include: ['src/**/*.node.test.ts'] } },
      mergeConfig(await browserTests(), {
        optimizeDeps: { include: ['react', 'react-dom/client'] },
        test: {
          name: 'embed-browser',
          include: ['src/**/*.browser.test.ts'],
          // The code of a step is loaded when it is first shown, also on a busy machine.
          expect: { poll: { timeout: 10_000 } },
        },
      }),
      {
        // Each starts a database, servers and a browser, on a machine that may be busy.
        test: {
          name: 'embed-e2e',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
          // A failure that does not come again is the machine's.
          retry: 1,
        },
      },
    ],
  },
});
