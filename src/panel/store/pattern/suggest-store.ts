import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { agentCallOf, judge, urlForms } from '../../../core';
import type {
  Exchange,
  PageFacts,
  PatternPurpose,
  PatternTarget,
  RegexMatcher,
  Rollout,
  UrlForms,
} from '../../../core';
import type { Judged } from '../judged/judged';
import type { AnalysisClient } from './analysis-client';
import { draftFacts } from './pattern-basis';
import type { MadeSuggestion, SuggestStore } from './types';

/** Stands for a pattern that matches a call whatever its URL; no pattern of an agent looks like it. */
const everything = '[^]?';

export interface SuggestOptions {
  readonly rollout: Rollout;
  readonly calls: { readonly all: ReadonlyMap<string, Judged>; readonly revision: ReadonlySignal<number> };
  readonly purpose: ReadonlySignal<PatternPurpose>;
  readonly target: ReadonlySignal<PatternTarget>;
  /** By which the calls are judged. */
  readonly facts: ReadonlySignal<PageFacts | null>;
  readonly matches: RegexMatcher;
  readonly analysis: AnalysisClient;
}

/** Makes a pattern from ticked endpoints, in a worker. */
export function createSuggestStore(options: SuggestOptions): SuggestStore {
  const { rollout, calls, purpose, target, facts, matches, analysis } = options;
  const ticking = signal(false);
  const ticked = signal<ReadonlySet<string>>(new Set());
  const suggestion = signal<MadeSuggestion | null>(null);
  const isWorking = signal(false);

  const callsOf = (endpoint: string): readonly Judged[] =>
    rollout.endpoint(endpoint)?.exchanges.flatMap((id) => calls.all.get(id) ?? []) ?? [];

  /** Every call of the endpoint judged as if it got the header. */
  const outcomesIfTagged = computed(() => {
    void calls.revision.value;
    const page = facts.value;
    const known = new Map<string, ReadonlySet<string>>();
    return (endpoint: string): ReadonlySet<string> => {
      const there = known.get(endpoint);
      if (there !== undefined || page === null) return there ?? new Set();
      const matched = asIfTagged(page, purpose.value, matches);
      const outcomes = new Set(
        callsOf(endpoint).map(({ exchange }) => judge(exchange, 'header', matched).outcome),
      );
      known.set(endpoint, outcomes);
      return outcomes;
    };
  });

  effect(() => {
    const chosen = ticked.value;
    if (!ticking.value || chosen.size === 0) {
      analysis.cancel();
      isWorking.value = false;
      suggestion.value = null;
      return;
    }
    const endpoints = rollout.endpoints().map(({ key }) => key);
    const urls = (wanted: boolean): readonly UrlForms[] =>
      uniqueForms(endpoints.filter((key) => chosen.has(key) === wanted).flatMap(callsOf));
    isWorking.value = true;
    const request = { include: urls(true), exclude: urls(false), target: target.value };
    analysis.ask({ type: 'suggest', request }, (answer) => {
      isWorking.value = false;
      suggestion.value = answer.type === 'suggest' ? answer.suggestion : null;
    });
  });

  return {
    ticking,
    ticked,
    suggestion,
    isWorking,
    start: () => void (ticking.value = true),
    close: () => {
      ticking.value = false;
      ticked.value = new Set();
    },
    toggle: (endpoint) => {
      const next = new Set(ticked.peek());
      if (!next.delete(endpoint)) next.add(endpoint);
      ticked.value = next;
    },
    clear: () => void (ticked.value = new Set()),
    tickAllThatWouldLink: () => {
      const links = rollout.endpoints().filter(({ key }) => {
        const outcomes = outcomesIfTagged.peek()(key);
        const isForeign = callsOf(key).every(({ relation }) => relation !== 'same-origin');
        return isForeign && outcomes.size === 1 && outcomes.has('links');
      });
      ticked.value = new Set(links.map(({ key }) => key));
    },
    tickAllThatWouldBreak: () => {
      const breaking = rollout.endpoints().filter(({ key }) => outcomesIfTagged.peek()(key).has('breaks'));
      ticked.value = new Set(breaking.map(({ key }) => key));
    },
    wouldBreak: (endpoint) =>
      purpose.value !== 'exclusions' && outcomesIfTagged.value(endpoint).has('breaks'),
  };
}

function asIfTagged(page: PageFacts, purpose: PatternPurpose, matches: RegexMatcher): PageFacts {
  return {
    ...page,
    ...draftFacts({ [purpose === 'x-dtc' ? purpose : 'inclusions']: everything }),
    matches: (regex, forms, rules) =>
      regex.pattern === everything ? { matched: true } : matches(regex, forms, rules),
  };
}

function uniqueForms(calls: readonly Judged[]): readonly UrlForms[] {
  const byUrl = new Map<string, Exchange>();
  for (const { exchange } of calls) {
    byUrl.set(exchange.rawUrl.known ? `${exchange.rawUrl.value} ${exchange.url}` : exchange.url, exchange);
  }
  return [...byUrl.values()].map((exchange) => urlForms(agentCallOf(exchange)));
}
