import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { JudgeOptions } from '../core';
import { judgeFile } from './input';
import type { JudgedFile } from './input';
import type { JudgeTask } from './judge-worker';

/** Judges several files at a time, each in a thread of its own, and gives the results in their order. */
export async function judgeFiles(files: readonly string[], options: JudgeOptions): Promise<JudgedFile[]> {
  const [only, ...others] = files;
  if (only !== undefined && others.length === 0) return [await judgeFile(only, options)];
  const results: JudgedFile[] = [];
  const waiting = [...files.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, file] = next;
      // standard input belongs to this thread
      results[index] =
        file === '-' || workerUrl === null
          ? await judgeFile(file, options)
          : await inThread(workerUrl, { file, options });
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), files.length) }, work));
  return results;
}

/** The worker as it is built beside this file; run from source (TypeScript), there are no threads. */
const workerUrl = import.meta.url.endsWith('.js') ? new URL('./judge-worker.js', import.meta.url) : null;

function inThread(url: URL, task: JudgeTask): Promise<JudgedFile> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(url, { workerData: task });
    worker.on('message', resolve);
    worker.on('error', reject);
  });
}
