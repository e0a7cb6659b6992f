import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type * as core from '../../../src/core';

type Core = typeof core;

/** The core as it is shipped, from the bundler: the loader of the benches keeps the names of functions, which costs time in each call. */
export async function shippedCore(): Promise<Core> {
  const outDir = mkdtempSync(join(tmpdir(), 'crosslink-core-'));
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      target: 'node20.19',
      rolldownOptions: { input: resolve('src/core/index.ts'), output: { entryFileNames: 'core.mjs' } },
    },
  });
  try {
    return (await import(pathToFileURL(join(outDir, 'core.mjs')).href)) as Core;
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
