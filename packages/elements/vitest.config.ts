import { browserTests } from '@fairwell-tools/browser/vitest';
import { defineConfig, mergeConfig } from 'vitest/config';

export default defineConfig(
  mergeConfig(await browserTests(), {
    test: { name: 'elements', include: ['src/**/*.test.ts'] },
  }),
);
