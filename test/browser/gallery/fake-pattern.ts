import { computed, signal, type ReadonlySignal } from '@preact/signals';
import {
  agentCallOf,
  compilePattern,
  copyFormats,
  lintPattern,
  matchRange,
  originRelation,
  regexError,
  suggestPattern,
  urlForms,
  type AgentProfile,
  type EndpointResult,
  type Exchange,
} from '../../../src/core';
import { nothingReached, type ReachKind } from '../../../src/panel/store/judged/pattern-tally';
import { foldedRange } from '../../../src/panel/store/pattern/folded-range';
import { targetFor } from '../../../src/panel/store/pattern/pattern-basis';
import type { PatternStore, Verdicts } from '../../../src/panel/store/types';

export interface FakePatternOptions {
  readonly agent: AgentProfile | null;
  readonly draft: string | null;
  readonly calls: ReadonlySignal<readonly Exchange[]>;
  verdictsOf(call: Exchange): Verdicts;
  endpoints(): readonly EndpointResult[];
}

const site = 'https://app.shop.test';

/** A pattern with one draft at most, without workers: what it finds and what lint says is the core's word. */
export function fakePattern({
  agent,
  draft,
  calls,
  verdictsOf,
  endpoints,
}: FakePatternOptions): PatternStore {
  const edited = signal(draft);
  const deployed = agent?.correlation?.pattern ?? null;
  const text = computed(() => edited.value ?? deployed ?? '');
  const target = targetFor(agent, 'x-dtc');
  const narrowed = signal<ReachKind | null>(null);
  const ticking = signal(false);
  const ticked = signal<ReadonlySet<string>>(new Set());
  const matchIn: PatternStore['matchIn'] = (call) => {
    const compiled = compilePattern(text.value);
    return compiled === null ? null : matchRange(compiled, call.url, urlForms(agentCallOf(call)), target);
  };
  const formsOf = (wanted: boolean) =>
    endpoints()
      .filter(({ key }) => ticked.value.has(key) === wanted)
      .map(({ origin, path }) => origin + path);
  return {
    purpose: signal('x-dtc'),
    purposes: signal(['x-dtc']),
    choosePurpose: () => {},
    target: signal(target),
    text,
    textOf: (purpose) => (purpose === 'x-dtc' ? text.value : ''),
    deployed: signal(deployed),
    isDraft: computed(() => text.value !== (deployed ?? '')),
    otherDrafts: signal([]),
    error: computed(() => (text.value === '' ? null : regexError(text.value))),
    counts: computed(() => {
      const matched = calls.value.filter((call) => matchIn(call) !== null);
      const outcomes = matched.map((call) => verdictsOf(call).header.outcome);
      const relations = matched.map(({ url }) => originRelation(site, url));
      return {
        ...nothingReached,
        matched: matched.length,
        unmatched: calls.value.length - matched.length,
        links: outcomes.filter((outcome) => outcome === 'links').length,
        breaks: outcomes.filter((outcome) => outcome === 'breaks').length,
        unknown: outcomes.filter((outcome) => outcome === 'unknown').length,
        thirdParty: relations.filter((relation) => relation === 'cross-site').length,
        sameOrigin: relations.filter((relation) => relation === 'same-origin').length,
      };
    }),
    isMatching: signal(false),
    findings: computed(() => lintPattern(text.value, { target })),
    copyFormats: computed(() => copyFormats(text.value, 'x-dtc')),
    drafts: {
      names: computed(() => (edited.value === null ? [] : ['Draft 1'])),
      active: computed(() => (edited.value === null ? null : 'Draft 1')),
      canUndo: signal(false),
      canRedo: signal(false),
      choose: (name) => void (edited.value = name === null ? null : edited.value),
      add: (added) => void (edited.value = added),
      rename: () => {},
      remove: () => void (edited.value = null),
      undo: () => {},
      redo: () => {},
    },
    suggest: {
      ticking,
      ticked,
      suggestion: computed(() =>
        ticked.value.size === 0
          ? null
          : suggestPattern({ include: formsOf(true), exclude: formsOf(false), target }),
      ),
      isWorking: signal(false),
      start: () => void (ticking.value = true),
      close: () => void (ticking.value = false),
      toggle: (endpoint) => void (ticked.value = new Set([...ticked.value, endpoint])),
      clear: () => void (ticked.value = new Set()),
      tickAllThatWouldLink: () =>
        void (ticked.value = new Set(
          endpoints()
            .slice(0, 2)
            .map(({ key }) => key),
        )),
      tickAllThatWouldBreak: () => {},
      wouldBreak: (endpoint) => endpoint === endpoints()[2]?.key,
    },
    isOpen: signal(false),
    edit: (next) => void (edited.value = next),
    replace: (next) => void (edited.value = next),
    revert: () => void (edited.value = deployed ?? ''),
    matchIn,
    matchInRow: (row) => {
      if (row.kind === 'exchange') return matchIn(row.exchange)?.shown ?? null;
      if (row.kind !== 'endpoint') return null;
      const { origin, path, exchanges } = row.endpoint;
      const call = calls.value.find(({ id }) => exchanges.includes(id));
      const shown = call === undefined ? null : matchIn(call)?.shown;
      return call && shown ? foldedRange(call.url, origin + path, shown) : null;
    },
    isNarrowedTo: (kind) => narrowed.value === kind,
    toggleNarrowing: (kind) => void (narrowed.value = narrowed.value === kind ? null : kind),
  };
}
