import type { UrlForms } from '../../../core';
import type { MatchReply, MatchRequest, RegexTask } from '../../workers/match-messages';
import type { StartWorker, WorkerPort } from '../../workers/worker-port';
import type { Scheduler } from '../scheduler';

/** ms without a word after which a test counts as stuck; the worker speaks every 100 ms otherwise. */
const stillnessLimit = 1000;
/** ms that one test may take in all. */
const timeBudget = 3000;
/** ms for a worker to load. */
const startLimit = 15_000;
/** ms; what the worker said while the panel itself was busy is heard before it is given up. */
const grace = 100;

/** How a test ended: by itself, by force after so many ms, or because the worker does not work. */
export type TestEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'ended'; readonly afterMs: number }
  | { readonly kind: 'failed'; readonly message: string };

export interface MatchRunnerOptions {
  readonly startWorker: StartWorker<MatchRequest, MatchReply>;
  readonly scheduler: Scheduler;
  /** Grows at its end only, but for `keep`. */
  readonly urls: readonly UrlForms[];
  onSlice(reply: MatchReply): void;
  onEnd(end: TestEnd): void;
}

/** Tests one regex at a time in a worker, which is ended and started anew when a test takes too long. */
export interface MatchRunner {
  /** Tests the URLs from that number on, in place of what is being tested. */
  start(task: RegexTask, from: number): void;
  /** Only the URLs with these numbers, which rise, are left in the list; what is being tested is to be started anew. */
  keep(numbers: Uint32Array): void;
  close(): void;
}

interface Test {
  readonly id: number;
  readonly task: RegexTask;
  readonly from: number;
  /** `null`: the worker has not come to it yet. */
  begunAt: number | null;
}

export function createMatchRunner({
  startWorker,
  scheduler,
  urls,
  onSlice,
  onEnd,
}: MatchRunnerOptions): MatchRunner {
  let worker: WorkerPort<MatchRequest> | null = null;
  let sent = 0;
  let lastId = 0;
  let test: Test | null = null;
  /** An earlier test that was replaced and may still hold the worker. */
  let heldBy: Test | null = null;
  let cancelWatch: (() => void) | null = null;

  const watch = (limit: number): void => {
    cancelWatch?.();
    cancelWatch = scheduler.after(() => {
      cancelWatch = scheduler.after(giveUp, grace);
    }, limit);
  };

  const dismiss = (): void => {
    cancelWatch?.();
    cancelWatch = null;
    worker?.terminate();
    worker = null;
    sent = 0;
    heldBy = null;
  };

  const end = (how: TestEnd): void => {
    cancelWatch?.();
    cancelWatch = null;
    test = null;
    onEnd(how);
  };

  const giveUp = (): void => {
    const stuck = heldBy !== null;
    dismiss();
    if (test === null) return;
    if (test.begunAt !== null) end({ kind: 'ended', afterMs: scheduler.now() - test.begunAt });
    else if (stuck) submit(test);
    else end({ kind: 'failed', message: 'The worker that runs patterns did not start.' });
  };

  const submit = ({ id, task, from }: Test): void => {
    const isFresh = worker === null;
    worker ??= startWorker({
      reply: receive,
      fail: (message) => {
        dismiss();
        if (test !== null) end({ kind: 'failed', message });
      },
    });
    // A worker that is held gets no more time by being asked again.
    if (heldBy === null || cancelWatch === null) watch(isFresh ? startLimit : stillnessLimit);
    const port = worker;
    if (sent < urls.length) port.post({ type: 'add', urls: urls.slice(sent) });
    sent = urls.length;
    port.post({ type: 'match', id, task, from });
  };

  const receive = (reply: MatchReply): void => {
    if (test === null || reply.id !== test.id) return;
    heldBy = null;
    test.begunAt ??= scheduler.now();
    onSlice(reply);
    const spent = scheduler.now() - test.begunAt;
    if (reply.done) end({ kind: 'done' });
    else if (spent > timeBudget) {
      dismiss();
      end({ kind: 'ended', afterMs: spent });
    } else watch(stillnessLimit);
  };

  return {
    start: (task, from) => {
      heldBy ??= test;
      lastId += 1;
      test = { id: lastId, task, from, begunAt: null };
      submit(test);
    },
    keep: (numbers) => {
      const left = numbers.filter((number) => number < sent);
      sent = left.length;
      worker?.post({ type: 'keep', numbers: left });
    },
    close: () => {
      dismiss();
      test = null;
    },
  };
}
