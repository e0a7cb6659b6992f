// npm run build: the extension for Chrome and for Firefox, and the command line, in dist/.
// `--e2e` makes the extension's test builds instead, which are granted in advance what the user would be asked for.
import { build } from 'vite';

const e2e = process.argv.includes('--e2e');
for (const browser of ['chrome', 'firefox']) {
  await build({ mode: e2e ? `e2e-${browser}` : browser, logLevel: 'warn' });
}
if (!e2e) await build({ configFile: 'vite.cli.config.ts', logLevel: 'warn' });
