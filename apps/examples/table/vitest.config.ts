import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['table/**/*.test.ts'] } });
