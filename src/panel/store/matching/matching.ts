import { matchStates } from '../../../core';
import type { AgentRegex, Exchange, FormRules, PatternMatch, RegexMatcher } from '../../../core';
import type { MatchReply, MatchRequest, RegexTask } from '../../workers/match-messages';
import type { StartWorker } from '../../workers/worker-port';
import type { Scheduler } from '../scheduler';
import { createMatchRunner, type MatchRunner, type TestEnd } from './match-runner';
import { createRegexResult, isSettled, type RegexResult, type WritableRegexResult } from './regex-result';
import { createUrlTable } from './url-table';

/** Results of regexes that are asked for no more are kept for a while: one goes back and forth in a pattern. */
const resultsKept = 24;

/** Whether regexes match the recorded URLs; tested in a worker, each URL once per regex. */
export interface Matching {
  /** Numbers the URLs of calls that came; `test` sees to their results. */
  add(exchanges: readonly Exchange[]): void;
  /** Whether all that is in force has been tried on this call, or given up. */
  isSettled(exchange: Exchange): boolean;
  clear(): void;
  /** Lets go the URLs of other calls than these. */
  keep(exchanges: Iterable<Exchange>): void;
  /** Lets the worker go; nothing is tested any more. */
  close(): void;
  /**
   * Tests these from now on, the first before the others. `settled` is called when they have been tried on all URLs, then they are
   * in force; until then, and if others are wanted before, the ones before them are.
   */
  want(tasks: readonly RegexTask[], settled: () => void): void;
  /** For the judge: knows what was tested, else says that it is not known. */
  readonly matches: RegexMatcher;
  stateOf(task: RegexTask, exchange: Exchange): number;
  resultOf(task: RegexTask): RegexResult | null;
  /** Called when calls may have become settled. */
  onProgress(listener: () => void): void;
}

export interface MatchingOptions {
  readonly startWorker: StartWorker<MatchRequest, MatchReply>;
  readonly scheduler: Scheduler;
}

export function createMatching({ startWorker, scheduler }: MatchingOptions): Matching {
  const listeners = new Set<() => void>();
  let table = createUrlTable();
  let results = new Map<string, WritableRegexResult>();
  let runner: MatchRunner = createRunner();
  let running: WritableRegexResult | null = null;
  /** Results by the regex that the judge asks about: it asks several times per call. */
  let lookups = new WeakMap<AgentRegex, Map<FormRules, RegexResult>>();
  let inForce: readonly WritableRegexResult[] = [];
  let wanted: { readonly tasks: readonly RegexTask[]; readonly settled: () => void } | null = null;

  function createRunner(): MatchRunner {
    const onSlice = (reply: MatchReply): void => running?.take(reply);
    const onEnd = (end: TestEnd): void => {
      running?.close(end);
      running = null;
      proceed();
    };
    return createMatchRunner({ startWorker, scheduler, urls: table.urls, onSlice, onEnd });
  }

  const resultFor = (task: RegexTask): WritableRegexResult => {
    const key = taskKey(task);
    const known = results.get(key) ?? createRegexResult(task);
    // The latest asked for stands last.
    results.delete(key);
    results.set(key, known);
    return known;
  };

  const isCovered = (result: RegexResult): boolean => isSettled(result, table.urls.length - 1);

  const lookUp = (regex: AgentRegex, rules: FormRules): RegexResult | undefined => {
    const known = lookups.get(regex)?.get(rules);
    if (known !== undefined) return known;
    const flags = regex.caseSensitive === true ? '' : 'i';
    const result =
      results.get(taskKey({ pattern: regex.pattern, flags, rules: [rules] })) ??
      results.get(taskKey({ pattern: regex.pattern, flags, rules: ['old', 'new'] }));
    if (result === undefined) return undefined;
    const byRules = lookups.get(regex) ?? new Map<FormRules, RegexResult>();
    lookups.set(regex, byRules.set(rules, result));
    return result;
  };

  const wantedResults = (): readonly WritableRegexResult[] => wanted?.tasks.map(resultFor) ?? [];

  const forgetOld = (): void => {
    const kept = new Set([...inForce, ...wantedResults()].map(({ task }) => taskKey(task)));
    for (const key of results.keys()) {
      if (results.size <= resultsKept) return;
      if (!kept.has(key)) results.delete(key);
    }
  };

  const putInForce = (): void => {
    if (wanted === null || !wantedResults().every(isCovered)) return;
    const { settled } = wanted;
    inForce = wantedResults();
    wanted = null;
    forgetOld();
    settled();
  };

  /** Starts what is to be done next, and tells when something has been. */
  function proceed(): void {
    putInForce();
    for (const listener of listeners) listener();
    if (running !== null) return;
    const next = [...inForce, ...wantedResults()].find((result) => !isCovered(result));
    if (next !== undefined) begin(next);
  }

  function begin(result: WritableRegexResult): void {
    running = result;
    runner.start(result.task, result.tested);
  }

  return {
    add: (exchanges) => {
      for (const exchange of exchanges) table.add(exchange);
      const isMissing = [...inForce, ...wantedResults()].some((result) => !isCovered(result));
      if (isMissing && running === null) proceed();
    },
    close: () => runner.close(),
    isSettled: (exchange) => {
      const { call, page } = table.add(exchange);
      const last = Math.max(call, page);
      return inForce.every((result) => isSettled(result, last));
    },
    clear: () => {
      runner.close();
      running = null;
      table = createUrlTable();
      results = new Map();
      lookups = new WeakMap();
      inForce = inForce.map(({ task }) => resultFor(task));
      runner = createRunner();
    },
    keep: (exchanges) => {
      const numbers = table.keep(exchanges);
      const held = new Set([...results.values(), ...inForce]);
      if (running !== null) held.add(running);
      for (const result of held) result.keep(numbers);
      runner.keep(numbers);
      if (running !== null) begin(running);
    },
    want: (tasks, settled) => {
      wanted = { tasks, settled };
      putInForce();
      const needed = [...inForce, ...wantedResults()];
      const next = needed.find((result) => !isCovered(result));
      if (next !== undefined && !needed.some((result) => result === running)) begin(next);
    },
    matches: (regex, forms, rules) => {
      const result = lookUp(regex, rules);
      const number = table.numberOf(forms);
      if (result === undefined || number === undefined) return tooSlow;
      return matchOf(result.state(number), result.task);
    },
    stateOf: (task, exchange) =>
      results.get(taskKey(task))?.state(table.add(exchange).call) ?? matchStates.untested,
    resultOf: (task) => results.get(taskKey(task)) ?? null,
    onProgress: (listener) => void listeners.add(listener),
  };
}

const matched: PatternMatch = { matched: true };
const notMatched: PatternMatch = { matched: false };
const tooSlow: PatternMatch = { matched: 'unknown', because: 'regex-too-slow' };
const rawUnknown: PatternMatch = { matched: 'unknown', because: 'regex-raw-url-unknown' };
const versionUndecided: PatternMatch = { matched: 'unknown', because: 'regex-version-undecided' };

function matchOf(state: number, { rules }: RegexTask): PatternMatch {
  switch (state) {
    case matchStates.yes:
      return matched;
    case matchStates.no:
      return notMatched;
    case matchStates.undecided:
      return rules.length > 1 ? versionUndecided : rawUnknown;
    default:
      return tooSlow;
  }
}

function taskKey({ pattern, flags, rules }: RegexTask): string {
  return `${flags} ${rules.join(' ')} ${pattern}`;
}
