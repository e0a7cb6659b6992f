import { regexError } from '../agent/agent-regex';
import type { UrlForms } from '../agent/url-candidates';
import { matchState, matchStates, planMatches, settledStates, unsettled } from './match-plan';
import type { MatchPlan } from './match-plan';
import { compilePattern } from './pattern-target';
import type { PatternTarget } from './pattern-target';

export interface MatchProgress {
  readonly done: boolean;
  /** URLs tested so far: all before this index. */
  readonly tested: number;
  /** One of `matchStates` per URL; the job goes on writing into it. */
  readonly matches: Uint8Array;
  /** The slowest single URL so far; `null`: none was slow enough to measure. */
  readonly slowest: { readonly url: string; readonly ms: number } | null;
  /** The engine's message where the pattern does not compile: it then matches nothing. */
  readonly error: string | null;
}

export interface MatchJob {
  /**
   * Tests URLs for about `budgetMs` and returns; the same pattern again goes on where it stopped, another one starts anew. A
   * single test cannot be interrupted: run the job where it can be terminated. `now`: a clock in ms.
   */
  run(pattern: string, budgetMs: number, now: () => number): MatchProgress;
}

/** Tests between two looks at the clock. */
const chunk = 32;
/** A chunk that took this long, ms, is tested once more, URL by URL, to find the slow one. */
const slowChunkMs = 1;

/** Tests patterns on unique URLs, in slices, by the target's rules. */
export function createMatchJob(
  urls: readonly UrlForms[],
  target: PatternTarget,
  flags: 'i' | '' = 'i',
): MatchJob {
  const set: UrlSet = { urls, target, plan: planMatches(urls, target) };
  let current: Run | null = null;
  return {
    run(pattern, budgetMs, now) {
      if (current?.pattern !== pattern) current = startRun(pattern, flags, urls.length);
      if (current.compiled === null) refuseAll(current);
      else advance(current, current.compiled, set, budgetMs, now);
      const { tested, matches, slowest, error } = current;
      return { done: tested === urls.length, tested, matches, slowest, error };
    },
  };
}

type TextTest = (text: string) => boolean;

interface UrlSet {
  readonly urls: readonly UrlForms[];
  readonly target: PatternTarget;
  readonly plan: MatchPlan;
}

interface Run {
  readonly pattern: string;
  readonly compiled: RegExp | null;
  readonly error: string | null;
  readonly matches: Uint8Array;
  tested: number;
  slowest: MatchProgress['slowest'];
}

function startRun(pattern: string, flags: 'i' | '', size: number): Run {
  const compiled = compilePattern(pattern, flags);
  const error = compiled === null ? regexError(pattern) : null;
  const matches = new Uint8Array(size).fill(matchStates.untested);
  return { pattern, compiled, error, matches, tested: 0, slowest: null };
}

function refuseAll(run: Run): void {
  run.matches.fill(matchStates.no);
  run.tested = run.matches.length;
}

function advance(run: Run, compiled: RegExp, set: UrlSet, budgetMs: number, now: () => number): void {
  const settled = settledStates(compiled.source, set.target);
  const test: TextTest = (text) => compiled.test(text);
  const size = set.urls.length;
  const started = now();
  let before = started;
  while (run.tested < size && before - started < budgetMs) {
    const from = run.tested;
    const to = Math.min(from + chunk, size);
    testRange(test, set, settled, run.matches, from, to);
    run.tested = to;
    const after = now();
    before = after - before < slowChunkMs ? after : measureEach(run, test, set, from, now);
  }
}

function testRange(
  test: TextTest,
  { urls, target, plan: { texts, kinds } }: UrlSet,
  settled: Uint8Array,
  matches: Uint8Array,
  from: number,
  to: number,
): void {
  for (let index = from; index < to; index++) {
    const hit = test(texts[index] ?? '') ? 1 : 0;
    const state = settled[2 * (kinds[index] ?? 0) + hit] ?? unsettled;
    const forms = urls[index];
    matches[index] = state === unsettled && forms !== undefined ? matchState(test, forms, target) : state;
  }
}

/** Tests what lies between `from` and `run.tested` once more for its times; gives the time when it ended. */
function measureEach(run: Run, test: TextTest, set: UrlSet, from: number, now: () => number): number {
  let before = now();
  for (const forms of set.urls.slice(from, run.tested)) {
    matchState(test, forms, set.target);
    const after = now();
    const ms = after - before;
    if (ms > (run.slowest?.ms ?? 0)) run.slowest = { url: forms.absolute ?? forms.raw[0], ms };
    before = after;
  }
  return before;
}
