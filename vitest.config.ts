import { defineConfig } from 'vitest/config';

/** Tests of what reads or draws a document. */
const inDocument = ['test/unit/**/*.test.tsx', 'test/unit/panel/page-facts/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['test/unit/**/*.test.ts', 'test/property/**/*.test.ts'],
          exclude: inDocument,
        },
      },
      {
        extends: true,
        test: { name: 'in a document', include: inDocument, environment: 'happy-dom' },
      },
    ],
    // files share no state, and loading every module anew for each of them takes longer than the tests
    isolate: false,
    // builds and transforms share two cores with whatever else runs
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: process.env['VERBOSE'] ? ['default'] : ['dot'],
  },
});
