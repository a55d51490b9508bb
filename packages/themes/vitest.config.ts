import { browserTests } from '@fairwell-tools/browser/vitest';
import { defineConfig, mergeConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'files', include: ['test/**/*.node.test.ts'] } },
      mergeConfig(await browserTests(), {
        test: { name: 'themes', include: ['test/**/*.browser.test.ts'] },
      }),
    ],
  },
});
