import { fileURLToPath } from 'node:url';
import { browserTests } from '@fairwell-tools/browser/vitest';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { defineConfig, mergeConfig } from 'vitest/config';
import { xliffModules } from './build/i18n/xliff-modules.ts';

const pathTo = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'elements-build', include: ['build/**/*.test.ts'] } },
      mergeConfig(await browserTests(), {
        plugins: [xliffModules()],
        test: {
          name: 'elements',
          include: ['src/**/*.test.ts'],
          setupFiles: ['src/testing/setup.ts'],
        },
      }),
      // Every story is drawn, played and checked: with axe and for its layout, in every mode.
      mergeConfig(await browserTests(), {
        plugins: [await storybookTest({ configDir: pathTo('../../.storybook') })],
        test: { name: 'stories', setupFiles: [pathTo('src/testing/matrix/every-mode.ts')] },
      }),
    ],
  },
});
