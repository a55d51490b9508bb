import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'demo', include: ['{page,server}/**/*.test.ts'] } },
      {
        // Each starts a database and a browser, on a machine that may be busy.
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/database.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
          // A failure that does not come again is the machine's.
          retry: 1,
        },
      },
    ],
  },
});
