import type { IncomingMessage } from 'node:http';
import type { Header } from '../../src/core';
import type { Scheme } from './hosts';

/** One request as a server of the lab received it. */
export interface Received {
  readonly method: string;
  /** Absolute, with the clean host name. */
  readonly url: string;
  readonly host: string;
  /** In wire order, duplicates kept, names as sent. */
  readonly headers: readonly Header[];
  /** ms since the epoch */
  readonly at: number;
}

/** A header of a received request; `null`: it was not there. */
export function headerOf(received: Received, name: string): string | null {
  return received.headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? null;
}

/** The value of a cookie that a request carried; `null`: it carried none of this name. */
export function cookieOf(received: Received, name: string): string | null {
  const pairs = (headerOf(received, 'cookie') ?? '').split('; ').map((pair) => pair.split('='));
  return (
    pairs
      .find(([key]) => key === name)
      ?.slice(1)
      .join('=') ?? null
  );
}

interface Waiter {
  readonly matches: (received: Received) => boolean;
  readonly resolve: (received: Received) => void;
}

export interface Recorder {
  readonly received: readonly Received[];
  record(request: IncomingMessage, scheme: Scheme): Received;
  waitFor(matches: (received: Received) => boolean, timeoutMs?: number): Promise<Received>;
  reset(): void;
}

/** Keeps every request in the order of arrival. */
export function createRecorder(): Recorder {
  const received: Received[] = [];
  const waiters = new Set<Waiter>();
  return {
    received,
    record(request, scheme) {
      const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
      const raw = request.rawHeaders;
      const entry: Received = {
        method: request.method ?? '',
        url: `${scheme}://${host}${request.url ?? '/'}`,
        host,
        headers: raw.flatMap((name, i) => (i % 2 === 0 ? [[name, raw[i + 1] ?? ''] as const] : [])),
        at: Date.now(),
      };
      received.push(entry);
      for (const waiter of waiters) {
        if (!waiter.matches(entry)) continue;
        waiters.delete(waiter);
        waiter.resolve(entry);
      }
      return entry;
    },
    waitFor(matches, timeoutMs = 10_000) {
      const past = received.find(matches);
      if (past) return Promise.resolve(past);
      return new Promise((resolve, reject) => {
        const waiter: Waiter = {
          matches,
          resolve: (entry) => {
            clearTimeout(timer);
            resolve(entry);
          },
        };
        const timer = setTimeout(() => {
          waiters.delete(waiter);
          reject(new Error(`The lab received no such request in ${timeoutMs} ms`));
        }, timeoutMs);
        waiters.add(waiter);
      });
    },
    reset() {
      received.length = 0;
    },
  };
}
