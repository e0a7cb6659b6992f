import type { Exchange, PageFacts } from '../../../core';
import { judgeExchange, type Judged, type PatternTest } from './judged';

/** By what exchanges are judged. */
export interface JudgingBasis {
  readonly facts: PageFacts;
  readonly matches: PatternTest;
}

/** What became of the judged exchanges: `gone` were removed or replaced, `fresh` are new or replacements. */
export interface JudgedChange {
  readonly gone: readonly Judged[];
  readonly fresh: readonly Judged[];
}

/** Every exchange with its verdicts: judged when it comes or changes, and again when the basis changes. */
export interface Judgements {
  /** As of the last `publish`. */
  readonly all: ReadonlyMap<string, Judged>;
  /** How many are still judged by an older basis. */
  readonly stale: number;
  put(exchanges: readonly Exchange[]): void;
  remove(ids: readonly string[]): void;
  clear(): void;
  /** From now on a new basis; those of `first` are to be judged again before the others. */
  setBasis(basis: JudgingBasis, first: readonly string[]): void;
  /** Judges stale ones again, at least one, until `isOver`. */
  renew(isOver: () => boolean): void;
  /** Makes everything since the last time visible at once, and tells what it was. */
  publish(): JudgedChange;
}

export function createJudgements(initial: JudgingBasis): Judgements {
  const published = new Map<string, Judged>();
  const current = new Map<string, Judged>();
  const changed = new Set<string>();
  const stale = new Set<string>();
  let basis = initial;

  const judge = (exchange: Exchange): void => {
    current.set(exchange.id, judgeExchange(exchange, basis.facts, basis.matches));
    changed.add(exchange.id);
    stale.delete(exchange.id);
  };

  return {
    all: published,
    get stale() {
      return stale.size;
    },
    put: (exchanges) => {
      for (const exchange of exchanges) judge(exchange);
    },
    remove: (ids) => {
      for (const id of ids) {
        current.delete(id);
        stale.delete(id);
        changed.add(id);
      }
    },
    clear: () => {
      for (const known of [published, current, changed, stale]) known.clear();
    },
    setBasis: (next, first) => {
      basis = next;
      stale.clear();
      for (const id of first) if (current.has(id)) stale.add(id);
      for (const id of [...current.keys()].reverse()) stale.add(id);
    },
    renew: (isOver) => {
      for (const id of stale) {
        const judged = current.get(id);
        if (judged !== undefined) judge(judged.exchange);
        if (isOver()) return;
      }
    },
    publish: () => {
      const gone: Judged[] = [];
      const fresh: Judged[] = [];
      for (const id of changed) {
        const before = published.get(id);
        const after = current.get(id);
        if (before !== undefined) gone.push(before);
        if (after === undefined) published.delete(id);
        else {
          published.set(id, after);
          fresh.push(after);
        }
      }
      changed.clear();
      return { gone, fresh };
    },
  };
}
