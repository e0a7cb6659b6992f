import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Vitest's global setup: the browser tests never run against a stale build. */
export async function setup(): Promise<void> {
  await Promise.all([buildForTests(), buildForUsers()]);
}

/** The builds that are granted access in advance. */
export const buildForTests = (): Promise<void> => build('--e2e');

/** The builds that users get, without access granted in advance. */
const buildForUsers = (): Promise<void> => build();

async function build(...options: readonly string[]): Promise<void> {
  // as users get it: under vitest's own NODE_ENV, libraries would be built with more in them
  const env = { ...process.env, NODE_ENV: 'production' };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['scripts/build.mjs', ...options], {
    env,
  });
  process.stderr.write(`${stdout}${stderr}`);
}
