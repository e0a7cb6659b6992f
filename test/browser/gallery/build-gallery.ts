import { resolve } from 'node:path';
import { build } from 'vite';

/** Builds the gallery as the extension is built, so that its style sheets meet the same content security policy. */
export async function buildGallery(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: resolve('test/browser/gallery'),
    build: { outDir, emptyOutDir: true, target: 'chrome120', modulePreload: false },
  });
}
