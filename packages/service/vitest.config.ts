import { defineConfig } from 'vitest/config';

/** Opening a PGlite takes seconds on a busy machine. */
const patience = { testTimeout: 30_000, hookTimeout: 60_000 };
const suite = { ...patience, environment: 'node', include: ['test/**/*.test.ts'] };

export default defineConfig({
  test: {
    // Of two cores Vitest would leave one to its own process, which has little to do.
    maxWorkers: '100%',
    // Nothing here outlives its file; to load the service anew for each took a quarter of the time.
    isolate: false,
    projects: [
      { test: { ...patience, name: 'unit', environment: 'node', include: ['src/**/*.test.ts'] } },
      { test: { ...suite, name: 'pglite' } },
      { test: { ...suite, name: 'postgres', globalSetup: ['test/support/postgres.ts'] } },
    ],
  },
});
