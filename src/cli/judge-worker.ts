import { parentPort, workerData } from 'node:worker_threads';
import type { JudgeOptions } from '../core';
import { judgeFile } from './input';

/** What a worker thread is started with: one file to judge. */
export interface JudgeTask {
  readonly file: string;
  readonly options: JudgeOptions;
}

const { file, options } = workerData as JudgeTask;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage(await judgeFile(file, options));
