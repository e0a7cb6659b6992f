import { execFileSync } from 'node:child_process';

/** Vitest's global setup: the browser tests never run against a stale build. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs', '--e2e'], { stdio: 'inherit' });
}
