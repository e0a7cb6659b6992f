import { createMatchJob, traceContextTarget } from '../../core';
import type { MatchJob, PatternTarget, UrlForms } from '../../core';
import { keepInPlace } from './keep-in-place';
import type { MatchReply, MatchRequest, RegexTask } from './match-messages';

/** ms of testing between two replies: each shows that the worker is alive. */
const sliceLength = 100;

/** The worker's part of matching, without the worker. */
export interface MatchSession {
  receive(request: MatchRequest): void;
  /** Tests for a slice; `null`: there is nothing to test. */
  work(): MatchReply | null;
}

interface Test {
  readonly id: number;
  readonly task: RegexTask;
  readonly from: number;
  readonly job: MatchJob;
  begun: boolean;
  tested: number;
}

export function createMatchSession(now: () => number): MatchSession {
  const urls: UrlForms[] = [];
  const jobs = new Map<string, { readonly size: number; readonly job: MatchJob }>();
  let test: Test | null = null;

  /** Jobs over all URLs are kept, as preparing one costs more than a keystroke may. */
  const jobFrom = (from: number, { rules, flags }: RegexTask): MatchJob => {
    const target = targetOf(rules);
    if (from > 0) return createMatchJob(urls.slice(from), target, flags);
    const key = `${flags} ${rules.join(' ')}`;
    const known = jobs.get(key);
    if (known?.size === urls.length) return known.job;
    const job = createMatchJob([...urls], target, flags);
    jobs.set(key, { size: urls.length, job });
    return job;
  };

  return {
    receive: (request) => {
      switch (request.type) {
        case 'add':
          for (const url of request.urls) urls.push(url);
          break;
        case 'keep':
          keepInPlace(urls, request.numbers);
          jobs.clear();
          test = null;
          break;
        case 'match': {
          const { id, task, from } = request;
          test = { id, task, from, job: jobFrom(from, task), begun: false, tested: 0 };
          break;
        }
      }
    },
    work: () => {
      if (test === null) return null;
      const { id, from } = test;
      if (!test.begun) {
        test.begun = true;
        return { id, from, states: new Uint8Array(), done: false, slowest: null };
      }
      const { done, tested, matches, slowest } = test.job.run(test.task.pattern, sliceLength, now);
      const reply: MatchReply = {
        id,
        from: from + test.tested,
        states: matches.slice(test.tested, tested) as Uint8Array<ArrayBuffer>,
        done,
        slowest,
      };
      test.tested = tested;
      if (done) test = null;
      return reply;
    },
  };
}

function targetOf(rules: RegexTask['rules']): PatternTarget {
  const [first, ...others] = rules.flatMap((each) => (each === 'absolute' ? [] : each));
  return first === undefined ? traceContextTarget : { header: 'x-dtc', rules: [first, ...others] };
}
