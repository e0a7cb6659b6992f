import { regexError } from '../agent/agent-regex';
import type { UrlForms } from '../agent/url-candidates';
import { compilePattern, targetMatch } from './pattern-target';
import type { PatternTarget } from './pattern-target';

/** What `MatchProgress.matches` holds per URL. `undecided`: depends on an agent version or a raw URL that is not known. */
export const matchStates = { no: 0, yes: 1, undecided: 2, untested: 3 } as const;

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
export function createMatchJob(urls: readonly UrlForms[], target: PatternTarget): MatchJob {
  let current: Run | null = null;
  return {
    run(pattern, budgetMs, now) {
      if (current?.pattern !== pattern) current = startRun(pattern, urls, target);
      advance(current, budgetMs, now);
      const { tested, matches, slowest, error } = current;
      return { done: tested === urls.length, tested, matches, slowest, error };
    },
  };
}

interface Run {
  readonly pattern: string;
  readonly urls: readonly UrlForms[];
  readonly error: string | null;
  readonly matches: Uint8Array;
  readonly test: (forms: UrlForms) => number;
  tested: number;
  slowest: { readonly url: string; readonly ms: number } | null;
}

function startRun(pattern: string, urls: readonly UrlForms[], target: PatternTarget): Run {
  const matches = new Uint8Array(urls.length).fill(matchStates.untested);
  const compiled = compilePattern(pattern);
  const error = compiled === null ? regexError(pattern) : null;
  const test = compiled === null ? () => matchStates.no : urlTest(compiled, target);
  return { pattern, urls, error, matches, test, tested: 0, slowest: null };
}

/**
 * One test tells for most URLs: where there is only one form, and where the raw forms that a script may have passed are ends of
 * the absolute URL, in which a pattern that does not look to its left finds nothing that is not in the whole.
 */
function urlTest(compiled: RegExp, target: PatternTarget): (forms: UrlForms) => number {
  const { yes, no, undecided } = matchStates;
  const test = (text: string): boolean => compiled.test(text);
  const newOnly = target.header === 'x-dtc' && !target.rules.includes('old');
  const free = !looksLeft(compiled.source);
  return (forms) => {
    const { raw, absolute } = forms;
    const single = raw.length === 1;
    if (absolute !== null && (target.header === 'traceparent' || !single || raw[0] === absolute)) {
      const hit = compiled.test(absolute);
      if (single || target.header === 'traceparent') return hit ? yes : no;
      if (hit && newOnly) return yes;
      if (!hit && free) return no;
    }
    const { matched } = targetMatch(test, forms, target);
    if (matched === 'unknown') return undecided;
    return matched ? yes : no;
  };
}

/** Anchors, word boundaries and lookbehinds make a match depend on where the text begins. */
function looksLeft(source: string): boolean {
  return /\^|\\b|\(\?</i.test(source.replaceAll('[^', '['));
}

function advance(run: Run, budgetMs: number, now: () => number): void {
  const { urls, matches, test } = run;
  const started = now();
  let before = started;
  while (run.tested < urls.length && before - started < budgetMs) {
    const from = run.tested;
    const to = Math.min(from + chunk, urls.length);
    for (let index = from; index < to; index++) {
      const forms = urls[index];
      if (forms !== undefined) matches[index] = test(forms);
    }
    run.tested = to;
    const after = now();
    before = after - before < slowChunkMs ? after : measureEach(run, from, to, now);
  }
}

function measureEach(run: Run, from: number, to: number, now: () => number): number {
  let before = now();
  for (const forms of run.urls.slice(from, to)) {
    run.test(forms);
    const after = now();
    const ms = after - before;
    if (ms > (run.slowest?.ms ?? 0)) run.slowest = { url: forms.absolute ?? forms.raw[0], ms };
    before = after;
  }
  return before;
}
