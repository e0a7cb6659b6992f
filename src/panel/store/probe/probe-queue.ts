import type { ProbeRequest, ProbeResult } from '../../../core/probe/types';
import type { BackgroundClient } from '../../../protocol/background-rpc';
import { failureText } from '../failure-text';

/** Probes under way at the same time. */
const mostAtOnce = 4;
/** ms; browsers wait longer for a preflight, people do not. */
const timeout = 10_000;

export interface ProbeQueueOptions {
  readonly background: BackgroundClient;
  /** A new, unguessable name. */
  readonly newId: () => string;
  readonly onStart: (key: string) => void;
  readonly onResult: (key: string, result: ProbeResult) => void;
  /** Something left or entered the queue. */
  readonly onProgress: (done: number, total: number) => void;
}

/** Sends probes, a few at a time, each only once however often it is asked for while it waits. */
export interface ProbeQueue {
  add(key: string, request: ProbeRequest): void;
  /** Nothing more is sent, and what is under way is given up. */
  cancel(): void;
}

export function createProbeQueue(options: ProbeQueueOptions): ProbeQueue {
  const { background, newId, onStart, onResult, onProgress } = options;
  const waiting = new Map<string, ProbeRequest>();
  /** Key → id of the probe under way. */
  const underWay = new Map<string, string>();
  let done = 0;

  const report = (): void => {
    const open = waiting.size + underWay.size;
    onProgress(done, done + open);
    if (open === 0) done = 0;
  };

  const run = async (key: string, request: ProbeRequest): Promise<void> => {
    const id = newId();
    underWay.set(key, id);
    onStart(key);
    const result = await send(background, id, request);
    underWay.delete(key);
    done += 1;
    onResult(key, result);
    sendNext();
    report();
  };

  const sendNext = (): void => {
    for (const [key, request] of waiting) {
      if (underWay.size >= mostAtOnce) return;
      waiting.delete(key);
      void run(key, request);
    }
  };

  return {
    add: (key, request) => {
      if (underWay.has(key)) return;
      waiting.set(key, request);
      sendNext();
      report();
    },
    cancel: () => {
      waiting.clear();
      for (const id of underWay.values()) void giveUp(background, id);
      report();
    },
  };
}

async function send(background: BackgroundClient, id: string, request: ProbeRequest): Promise<ProbeResult> {
  try {
    return await background.call('probe.run', { id, request, timeout });
  } catch (error) {
    return { kind: 'failed', why: failureText(error) };
  }
}

async function giveUp(background: BackgroundClient, id: string): Promise<void> {
  try {
    await background.call('probe.cancel', { id });
  } catch {
    // a background that is gone has given up its probes; their own calls say so
  }
}
