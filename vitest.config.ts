import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}', 'test/property/**/*.test.ts'],
    reporters: process.env['VERBOSE'] ? ['default'] : ['dot'],
  },
});
