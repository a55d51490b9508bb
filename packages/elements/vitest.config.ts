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
      // One story of each element looks in every theme as its picture does; `-u` takes the pictures anew.
      mergeConfig(await browserTests(), {
        plugins: [
          await storybookTest({
            configDir: pathTo('../../.storybook'),
            tags: { include: ['picture'] },
          }),
        ],
        test: {
          name: 'pictures',
          setupFiles: [pathTo('../../.storybook/pictures.ts')],
          browser: {
            expect: {
              toMatchScreenshot: {
                comparatorName: 'pixelmatch',
                // Machines round the edges of letters differently.
                comparatorOptions: { threshold: 0.2, allowedMismatchedPixelRatio: 0.01 },
                resolveScreenshotPath: ({ arg, ext }: { arg: string; ext: string }) =>
                  pathTo(`../../docs/images/themes/${arg}${ext}`),
              },
            },
          },
        },
      }),
    ],
  },
});
