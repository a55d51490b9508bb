import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['{harness,table}/**/*.test.ts'] } });
