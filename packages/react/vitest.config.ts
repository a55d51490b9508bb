import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserTests } from '@fairwell-tools/browser/vitest';
import { defineConfig, mergeConfig, type ViteUserConfig } from 'vitest/config';

const source = fileURLToPath(new URL('src', import.meta.url));

const inNode: ViteUserConfig = { test: { dir: source, environment: 'node' } };

const inBrowser = async (): Promise<ViteUserConfig> =>
  mergeConfig(await browserTests(), {
    optimizeDeps: {
      include: ['react', 'react-dom', 'react-dom/client', 'react/jsx-dev-runtime', '@lit/react'],
    },
    test: {
      dir: source,
      // The code of a step is loaded when it is first shown, also on a busy machine.
      expect: { poll: { timeout: 10_000 } },
      setupFiles: ['@fairwell-tools/adapters/testing/quiet-console'],
    },
  });

/** Everything imports the React that is installed where the project has its root. */
const react18: ViteUserConfig = {
  root: dirname(fileURLToPath(import.meta.resolve('@fairwell-tools/react-18/package.json'))),
  resolve: { dedupe: ['react', 'react-dom'] },
  test: { setupFiles: [`${source}/testing/react-18.ts`] },
};

export default defineConfig({
  test: {
    projects: [
      mergeConfig(inNode, {
        test: { name: 'react-node', include: ['**/*.node.test.{ts,tsx}'] },
      }),
      mergeConfig(await inBrowser(), {
        test: { name: 'react-browser', include: ['**/*.browser.test.tsx'] },
      }),
      mergeConfig(mergeConfig(inNode, react18), {
        test: { name: 'react-18-node', include: ['server.node.test.tsx'] },
      }),
      mergeConfig(mergeConfig(await inBrowser(), react18), {
        test: {
          name: 'react-18-browser',
          include: ['**/*.browser.test.tsx'],
          // `<Activity>`, which hides a route, came with React 19.
          exclude: ['hidden-route.browser.test.tsx'],
        },
      }),
    ],
  },
});
