import { crx } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import { contentScripts } from './scripts/content-scripts.ts';
import { deriveManifest, type TargetBrowser } from './scripts/manifest.ts';
import { keepBudget } from './scripts/vite/keep-budget.ts';
import { noHtmlFromStrings } from './scripts/vite/no-html-from-strings.ts';

/** Mode: `chrome`, `firefox`, `e2e-chrome` or `e2e-firefox`; the build goes to `dist/<mode>`. */
export default defineConfig(({ mode }) => {
  const e2e = mode.startsWith('e2e-');
  const target: TargetBrowser = mode.endsWith('firefox') ? 'firefox' : 'chrome';
  const engine = target === 'chrome' ? 'chrome120' : 'firefox142';
  return {
    plugins: [
      noHtmlFromStrings(),
      contentScripts(engine),
      crx({ manifest: deriveManifest({ target, e2e }), browser: target }),
      keepBudget(),
    ],
    build: {
      outDir: `dist/${mode}`,
      emptyOutDir: true,
      target: engine,
      modulePreload: false,
      // kB; nothing is downloaded, and the public suffix list alone fills a third
      chunkSizeWarningLimit: 2_000,
      // the manifest does not name them: the devtools page creates the panel, the background opens the other
      rolldownOptions: { input: { panel: 'src/panel/panel.html', access: 'src/access/access.html' } },
    },
  };
});
