import { browserTests } from '@fairwell-tools/browser/vitest';
import { defineConfig, mergeConfig } from 'vitest/config';

/** Angular's own packages are published for the linker of its command line; without that they need this first. */
const setupFiles = ['@angular/compiler'];

// Tests with components in them run as `ngc` has compiled them.
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'angular-node', include: ['src/**/*.node.test.ts'] } },
      {
        test: {
          name: 'angular-server',
          include: ['test-results/compiled/packages/angular/src/**/*.server.test.js'],
          setupFiles,
        },
      },
      mergeConfig(await browserTests(), {
        optimizeDeps: {
          include: [
            '@angular/compiler',
            '@angular/core',
            '@angular/forms',
            '@angular/platform-browser',
          ],
        },
        test: {
          name: 'angular-browser',
          include: ['test-results/compiled/packages/angular/src/**/*.browser.test.js'],
          // The code of a step is loaded when it is first shown, also on a busy machine.
          expect: { poll: { timeout: 10_000 } },
          setupFiles: [...setupFiles, '@fairwell-tools/adapters/testing/quiet-console'],
        },
      }),
    ],
  },
});
