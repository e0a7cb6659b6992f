import { execFileSync } from 'node:child_process';

/** Vitest's global setup: the browser tests never run against a stale build. */
export function setup(): void {
  for (const kind of [[], ['--e2e']]) {
    execFileSync(process.execPath, ['scripts/build.mjs', ...kind], { stdio: 'inherit' });
  }
}
