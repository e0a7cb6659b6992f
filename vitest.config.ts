import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}', 'test/property/**/*.test.ts'],
    // builds and transforms share two cores with whatever else runs
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: process.env['VERBOSE'] ? ['default'] : ['dot'],
  },
});
