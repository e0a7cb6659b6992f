import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { lintPattern, type Finding, type PatternPurpose, type PatternTarget } from '../../../core';
import type { RegexResult } from '../matching/regex-result';
import type { SeenUrls } from '../judged/seen-urls';
import type { Scheduler } from '../scheduler';
import type { AnalysisClient } from './analysis-client';

/** ms without a keystroke after which the slow part of lint begins. */
const pause = 250;

export interface PatternFindingsOptions {
  readonly text: ReadonlySignal<string>;
  readonly purpose: ReadonlySignal<PatternPurpose>;
  readonly target: ReadonlySignal<PatternTarget>;
  /** Of the pattern that the calls are judged by. */
  readonly tried: ReadonlySignal<{ readonly text: string; readonly result: RegexResult | null }>;
  readonly seen: SeenUrls;
  /** Rises with every change of what was seen. */
  readonly revision: ReadonlySignal<number>;
  readonly analysis: AnalysisClient;
  readonly scheduler: Scheduler;
}

/** What lint says of the text: at once what the text alone shows, later what the URLs and the backtracking analysis show. */
export function createPatternFindings(options: PatternFindingsOptions): ReadonlySignal<readonly Finding[]> {
  const { text, purpose, target, tried, seen, revision, analysis, scheduler } = options;
  const backtracking = signal<{ readonly text: string; readonly findings: readonly Finding[] }>({
    text: '',
    findings: [],
  });
  let cancelPause = (): void => {};

  effect(() => {
    const studied = text.value;
    cancelPause();
    analysis.cancel();
    if (studied === '') return;
    cancelPause = scheduler.after(() => {
      analysis.ask({ type: 'backtracking', pattern: studied }, (answer) => {
        if (answer.type === 'backtracking') backtracking.value = { text: studied, findings: answer.findings };
      });
    }, pause);
  });

  return computed(() => {
    const pattern = text.value;
    const { text: triedText, result } = tried.value;
    const isTried = triedText === pattern;
    if (isTried) void revision.value;
    const findings = lintPattern(pattern, {
      target: target.value,
      // whom an exclusion reaches is nobody's harm
      seen: isTried && purpose.value !== 'exclusions' ? seen.sample() : [],
      slowest: isTried ? (result?.slowest ?? null) : null,
      endedAfter: isTried ? (result?.endedAfter ?? null) : null,
    });
    const slow = backtracking.value.text === pattern ? backtracking.value.findings : [];
    return [...findings, ...slow].toSorted((a, b) => a.start - b.start || b.end - a.end);
  });
}
