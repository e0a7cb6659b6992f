import { defineConfig } from 'vitest/config';

/** The real extension in the real devtools of real browsers, two at a time: most of what a test does is to wait for one. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: 'test/browser/build-extensions.ts',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: process.env['VERBOSE'] ? ['verbose'] : ['dot'],
  },
});
