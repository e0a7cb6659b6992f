// npm run build: the extension for Chrome and for Firefox, and the command line, in dist/.
// `--e2e` makes the test builds instead, which are granted in advance what the user would be asked for.
import { build } from 'vite';

const prefix = process.argv.includes('--e2e') ? 'e2e-' : '';
for (const browser of ['chrome', 'firefox']) {
  await build({ mode: `${prefix}${browser}`, logLevel: 'warn' });
}
await build({ configFile: 'vite.cli.config.ts', logLevel: 'warn' });
