import { defineConfig } from 'vitest/config';

const suite = { environment: 'node', include: ['test/**/*.test.ts'], hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', environment: 'node', include: ['src/**/*.test.ts'] } },
      { test: { ...suite, name: 'pglite' } },
      { test: { ...suite, name: 'postgres', globalSetup: ['test/support/postgres.ts'] } },
    ],
  },
});
