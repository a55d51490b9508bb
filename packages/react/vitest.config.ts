import { browserTests } from '@fairwell-tools/browser/vitest';
import { defineConfig, mergeConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'react-node', environment: 'node', include: ['src/**/*.node.test.{ts,tsx}'] },
      },
      mergeConfig(await browserTests(), {
        optimizeDeps: {
          include: [
            'react',
            'react-dom',
            'react-dom/client',
            'react/jsx-dev-runtime',
            '@lit/react',
          ],
        },
        test: {
          name: 'react-browser',
          include: ['src/**/*.browser.test.tsx'],
          // The code of a step is loaded when it is first shown, also on a busy machine.
          expect: { poll: { timeout: 10_000 } },
          setupFiles: ['src/testing/quiet-console.ts'],
        },
      }),
    ],
  },
});
