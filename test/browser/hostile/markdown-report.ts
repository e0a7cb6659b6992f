import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The lines for a shell in a Markdown report. */
export function curlLines(markdown: string): string[] {
  return [...markdown.matchAll(/^```sh\n([^]*?)\n```$/gm)].map(([, line]) => line ?? '');
}

/** Runs each in bash, in a folder of its own, every host being the server; resolves with what was in the folder afterwards. */
export async function runCurlLines(lines: readonly string[], port: number): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'crosslink-curl-'));
  try {
    for (const line of lines) {
      await run('bash', ['-c', line], {
        cwd: folder,
        env: { PATH: process.env['PATH'] ?? '', http_proxy: `http://127.0.0.1:${port}` },
      });
    }
    return await readdir(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A Markdown report without what it puts in itself, so that nobody is mentioned. */
export function withoutJoiners(markdown: string): string {
  return markdown.replace(/([@#])\u2060/g, '$1');
}
