import { defineConfig } from 'vitest/config';
import { variable, type Scene, type Scenes } from '../harness/scene.ts';

declare module 'vitest' {
  interface ProvidedContext {
    scene: Scene;
  }
}

const started = process.env[variable];
if (!started)
  throw new Error('Run one app by npm run example:test -- html, or all by npm run test:examples.');

// Each variant of an app is a project of its own.
export default defineConfig({
  test: {
    projects: Object.entries(JSON.parse(started) as Scenes).map(([name, scene]) => ({
      test: {
        name,
        provide: { scene },
        include: ['e2e/**/*.test.ts'],
        testTimeout: 60_000,
        hookTimeout: 60_000,
        expect: { poll: { timeout: 20_000 } },
        // A failure that does not come again is the machine's.
        retry: 1,
      },
    })),
    // They share a browser, and two apps are driven at the same time.
    fileParallelism: false,
  },
});
