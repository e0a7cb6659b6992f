import { defineConfig } from 'vitest/config';

/** The real extension in the real devtools of real browsers: one at a time, since side by side some waits grew too long. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: 'test/browser/build-extensions.ts',
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: process.env['VERBOSE'] ? ['verbose'] : ['dot'],
  },
});
