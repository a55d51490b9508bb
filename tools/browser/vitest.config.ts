import { defineConfig, mergeConfig } from 'vitest/config';
import { browserTests } from './src/vitest.ts';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'node', environment: 'node', include: ['src/**/*.node.test.ts'] } },
      mergeConfig(await browserTests(), {
        test: { name: 'browser', include: ['src/**/*.browser.test.ts'] },
      }),
    ],
  },
});
