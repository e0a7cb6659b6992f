import { matchStates } from '../../../core';
import type { MatchReply, RegexTask } from '../../workers/match-messages';
import type { TestEnd } from './match-runner';

/** What the tests of one regex came to, by the numbers of the URLs. */
export interface RegexResult {
  readonly task: RegexTask;
  /** URLs with lower numbers have been tested. */
  readonly tested: number;
  /** The slowest single test; `null`: none was slow enough to measure. */
  readonly slowest: MatchReply['slowest'];
  /** ms after which it was ended, and is tried no more; `null`: it was not. */
  readonly endedAfter: number | null;
  /** Why there is no result at all; `null`: there is. */
  readonly failure: string | null;
  /** One of `matchStates`. */
  state(url: number): number;
}

export interface WritableRegexResult extends RegexResult {
  take(reply: MatchReply): void;
  close(end: TestEnd): void;
  /** The URLs with these numbers, which rise, are numbered anew; the others are gone. */
  keep(numbers: Uint32Array): void;
}

export function createRegexResult(task: RegexTask): WritableRegexResult {
  let states = new Uint8Array(1024);
  let tested = 0;
  let slowest: MatchReply['slowest'] = null;
  let endedAfter: number | null = null;
  let failure: string | null = null;
  return {
    task,
    get tested() {
      return tested;
    },
    get slowest() {
      return slowest;
    },
    get endedAfter() {
      return endedAfter;
    },
    get failure() {
      return failure;
    },
    state: (url) => (url < tested ? (states[url] ?? matchStates.untested) : matchStates.untested),
    take: (reply) => {
      const size = reply.from + reply.states.length;
      if (size > states.length) {
        const grown = new Uint8Array(Math.max(size, 2 * states.length));
        grown.set(states);
        states = grown;
      }
      states.set(reply.states, reply.from);
      tested = size;
      if (reply.slowest !== null && reply.slowest.ms > (slowest?.ms ?? 0)) slowest = reply.slowest;
    },
    keep: (numbers) => {
      const left = numbers.filter((number) => number < tested);
      states = Uint8Array.from(left, (number) => states[number] ?? matchStates.untested);
      tested = left.length;
    },
    close: (end) => {
      if (end.kind === 'ended') endedAfter = end.afterMs;
      else if (end.kind === 'failed') failure = end.message;
    },
  };
}

/** Whether the URL with that number has its result, or will never get one. */
export function isSettled({ tested, endedAfter, failure }: RegexResult, url: number): boolean {
  return url < tested || endedAfter !== null || failure !== null;
}
