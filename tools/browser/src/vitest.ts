import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import type { ViteUserConfig } from 'vitest/config';
import { resolveBrowser } from './resolve-browser.ts';

/**
 * Vitest settings that run a project's tests in a headless Chromium; merge the project's own
 * `include` and `name` into them. Call it once for each project: Vitest writes into what it gets.
 */
export async function browserTests(): Promise<ViteUserConfig> {
  const { executablePath, args } = await resolveBrowser();
  return {
    resolve: {
      alias: {
        '@web/test-runner-commands': fileURLToPath(
          import.meta.resolve('./test-runner-commands.ts'),
        ),
      },
    },
    // Found one by one while tests run, these would reload the page and give it a second Lit.
    optimizeDeps: {
      include: [
        'lit',
        'lit/decorators.js',
        'lit/directive-helpers.js',
        'lit/static-html.js',
        '@open-wc/testing',
      ],
    },
    test: {
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: { executablePath, args: [...args] } }),
        instances: [{ browser: 'chromium' }],
      },
    },
  };
}
