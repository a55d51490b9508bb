import { browserTests } from '@fairwell-tools/browser/vitest';
import { defineConfig, mergeConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'react-node', environment: 'node', include: ['src/**/*.node.test.{ts,tsx}'] },
      },
      mergeConfig(await browserTests(), {
        optimizeDeps: { include: ['react', 'react-dom', 'react-dom/client', '@lit/react'] },
        test: {
          name: 'react-browser',
          include: ['src/**/*.browser.test.tsx'],
          setupFiles: ['src/testing/quiet-console.ts'],
        },
      }),
    ],
  },
});
