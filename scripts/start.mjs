// npm start: the panel on a demo shop, in the real devtools of Chromium, or with `--firefox` of Firefox. Plain Node until the packages are there; then scripts/demo/demo.ts.
import { execFileSync, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setUp } from './setup.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
try {
  setUp({ firefox: process.argv.includes('--firefox') });
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
  const demo = spawn(
    process.execPath,
    ['--import', 'tsx', 'scripts/demo/demo.ts', ...process.argv.slice(2)],
    { stdio: 'inherit' },
  );
  // Ctrl-C reaches the demo, too: it ends its browser and servers, and then this process ends with it
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => demo.kill(signal));
  process.exitCode = await new Promise((resolve) => demo.on('exit', (code) => resolve(code ?? 1)));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
