import { batch, signal, type ReadonlySignal } from '@preact/signals';
import {
  createExchangeLog,
  createHookJoin,
  createRollout,
  type Exchange,
  type ExchangeChanges,
  type HarEntry,
  type HarPage,
  type HookCall,
  type RenewedEntry,
  type Rollout,
} from '../../../core';
import type { RecordedEntry, RecordedNavigation } from '../../../protocol/recorder';
import type { Matching } from '../matching/matching';
import type { LogFollower } from '../recording';
import { oncePerFrame, type Scheduler } from '../scheduler';
import type { JudgingProgress } from '../types';
import { countsForRollout } from './counts-for-rollout';
import type { Judged } from './judged';
import { createJudgements, type JudgedChange, type JudgingBasis } from './judgements';
import { createPatternTally, type PatternCounts } from './pattern-tally';
import { createTakenItems } from './taken-items';

/** ms of judging at a time, so that a frame keeps room for painting. */
const sliceLength = 8;
/** Entries that are taken in before the clock is looked at. */
const portion = 50;

/** As the recorder tells it; the entries of a file may lack more. */
export type LogItem = (Omit<RecordedEntry, 'entry'> & { readonly entry: HarEntry }) | RecordedNavigation;

/** The recorded calls with their verdicts, and what is summed up over them; brought up to date at most once per frame. */
export interface JudgedExchanges extends LogFollower {
  receive(items: readonly LogItem[]): void;
  readonly all: ReadonlyMap<string, Judged>;
  readonly rollout: Rollout;
  readonly navigations: readonly RecordedNavigation[];
  readonly patternCounts: ReadonlySignal<PatternCounts>;
  /** Rises with every change of the above. */
  readonly revision: ReadonlySignal<number>;
  readonly judging: ReadonlySignal<JudgingProgress | null>;
  readonly problems: ReadonlySignal<readonly string[]>;
  /** Takes what the page hook saw of the calls of one document. */
  observe(document: string, calls: readonly HookCall[]): void;
  /** Judges by this from now on; those of `first` before the others. Until the first basis nothing is judged. */
  setBasis(basis: JudgingBasis, first: Iterable<Judged>): void;
  /** Called before `revision` rises; `cleared`: everything before is void. */
  onChange(listener: (change: JudgedChange, cleared: boolean) => void): void;
}

/** `pages`: those of a HAR, to which its entries refer. */
export function createJudgedExchanges(
  scheduler: Scheduler,
  matching: Matching,
  pages: readonly HarPage[] = [],
): JudgedExchanges {
  const log = createExchangeLog();
  const join = createHookJoin();
  const rollout = createRollout();
  const tally = createPatternTally();
  const taken = createTakenItems();
  const listeners = new Set<(change: JudgedChange, cleared: boolean) => void>();
  const revision = signal(0);
  const patternCounts = signal(tally.counts);
  const judging = signal<JudgingProgress | null>(null);
  const problems = signal<readonly string[]>([]);
  let judgements: ReturnType<typeof createJudgements> | null = null;
  let navigations: RecordedNavigation[] = [];
  let waiting: LogItem[] = [];
  let highestId = 0;
  /** Items with lower ids are to go; `null`: none is. */
  let lowestId: number | null = null;
  let isCleared = false;
  let isRenewing = false;
  let toRenew = 0;

  const clear = (): void => {
    // reports stay: those of the new page may have come before the log was emptied
    join.remove(log.all().map(({ id }) => id));
    log.clear();
    rollout.clear();
    tally.clear();
    judgements?.clear();
    matching.clear();
    taken.clear();
    navigations = [];
    highestId = 0;
    problems.value = [];
  };

  const exchangesOf = (ids: readonly string[]): readonly Exchange[] => ids.flatMap((id) => log.get(id) ?? []);

  /** Judges exchanges with what the page hook saw of them. */
  const putJoined = (exchanges: readonly Exchange[]): void => {
    const joined = exchanges.map((exchange) => join.joined(exchange));
    matching.add(joined);
    judgements?.put(joined);
  };

  const follow = ({ added, changed, removed }: ExchangeChanges): void => {
    const present = [...added, ...changed];
    const touched = [...join.put(present), ...join.remove(removed)];
    putJoined([...present, ...exchangesOf(touched)]);
    judgements?.remove(removed);
  };

  const take = (items: readonly LogItem[]): void => {
    const entries = items.flatMap((item) => (item.kind === 'entry' ? item : []));
    const fresh = entries.filter(({ id }) => id > highestId);
    const renewed = entries.flatMap(({ id, entry }): RenewedEntry[] => {
      const known = id > highestId ? null : taken.knownAs(id);
      return known === null ? [] : [{ id: known, entry }];
    });
    for (const item of items) {
      if (item.kind === 'navigation') navigations = [...navigations, item];
      highestId = Math.max(highestId, item.id);
    }
    const news = log.add(
      fresh.map(({ entry }) => entry),
      { pages },
    );
    for (const [index, { id }] of fresh.entries()) {
      const known = news.ids[index];
      if (typeof known === 'string') taken.add(id, known);
    }
    for (const changes of [news, log.renew(renewed)]) {
      follow(changes);
      if (changes.problems.length > 0) {
        problems.value = [...problems.value, ...changes.problems.map(({ what }) => what)].slice(-20);
      }
    }
  };

  const takeForAFrame = (): void => {
    const end = scheduler.now() + sliceLength;
    do take(waiting.splice(0, portion));
    while (waiting.length > 0 && scheduler.now() < end);
  };

  /** Whether all has gone that had to. */
  const dropForAFrame = (): boolean => {
    if (lowestId === null) return false;
    const before = lowestId;
    navigations = navigations.filter(({ id }) => id >= before);
    const end = scheduler.now() + sliceLength;
    do {
      const gone = taken.takeBefore(before, portion);
      if (gone.length > 0) follow(log.forget(gone));
      else lowestId = null;
    } while (lowestId !== null && scheduler.now() < end);
    return lowestId === null;
  };

  const publish = oncePerFrame(scheduler, () => {
    if (judgements === null) return;
    const cleared = isCleared;
    isCleared = false;
    batch(() => {
      if (cleared) clear();
      const isDropped = dropForAFrame();
      takeForAFrame();
      const change = judgements?.publish() ?? { gone: [], fresh: [] };
      for (const { exchange } of change.gone)
        if (!judgements?.all.has(exchange.id)) rollout.remove(exchange.id);
      for (const { exchange, verdicts } of change.fresh) {
        if (countsForRollout(exchange)) rollout.set(exchange, verdicts);
      }
      tally.apply(change);
      if (isDropped && judgements !== null) matching.keep(judgements.exchanges());
      for (const listener of listeners) listener(change, cleared);
      patternCounts.value = tally.counts;
      revision.value += 1;
    });
    if (waiting.length > 0 || lowestId !== null) publish();
  });

  const renewSlice = (): void => {
    if (judgements === null) return;
    const end = scheduler.now() + sliceLength;
    judgements.renew(() => scheduler.now() >= end);
    publish();
    isRenewing = judgements.stale > 0;
    judging.value = isRenewing ? { done: toRenew - judgements.stale, total: toRenew } : null;
    if (isRenewing) scheduler.after(renewSlice, 0);
  };

  matching.onProgress(() => {
    if (judgements?.putReady() === true) publish();
  });

  const noneYet: ReadonlyMap<string, Judged> = new Map();

  return {
    get all() {
      return judgements?.all ?? noneYet;
    },
    rollout,
    get navigations() {
      return navigations;
    },
    patternCounts,
    revision,
    judging,
    problems,
    reset: () => {
      waiting = [];
      lowestId = null;
      isCleared = true;
      publish();
    },
    drop: (before) => {
      waiting = waiting.filter(({ id }) => id >= before);
      lowestId = before;
      publish();
    },
    receive: (items) => {
      for (const item of items) waiting.push(item);
      publish();
    },
    observe: (document, calls) => {
      const touched = join.report(document, calls);
      if (touched.length === 0) return;
      putJoined(exchangesOf(touched));
      publish();
    },
    setBasis: (basis, first) => {
      if (judgements === null) {
        judgements = createJudgements(basis);
        publish();
        return;
      }
      judgements.setBasis(basis, first);
      toRenew = judgements.stale;
      if (toRenew > 0 && !isRenewing) {
        isRenewing = true;
        renewSlice();
      }
    },
    onChange: (listener) => void listeners.add(listener),
  };
}
