import { execFileSync } from 'node:child_process';

/** As users get it: under vitest's own NODE_ENV, libraries would be built with more in them. */
const env = { ...process.env, NODE_ENV: 'production' };

/** Vitest's global setup: the browser tests never run against a stale build. */
export function setup(): void {
  buildForTests();
  buildForUsers();
}

/** The builds that are granted access in advance. */
export function buildForTests(): void {
  execFileSync(process.execPath, ['scripts/build.mjs', '--e2e'], { stdio: 'inherit', env });
}

/** The builds that users get, without access granted in advance. */
export function buildForUsers(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit', env });
}
