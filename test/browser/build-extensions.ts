import { execFileSync } from 'node:child_process';

/** Vitest's global setup: the browser tests never run against a stale build. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs', '--e2e'], { stdio: 'inherit' });
  buildForUsers();
}

/** The builds that users get, without access granted in advance. */
export function buildForUsers(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}
