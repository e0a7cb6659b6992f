import type { Exchange, PageFacts } from '../../../core';
import type { Reach } from '../filter/subject';
import { judgeExchange, type Judged } from './judged';

/** By what exchanges are judged. */
export interface JudgingBasis {
  readonly facts: PageFacts;
  reachOf(exchange: Exchange): Reach;
  /** Whether everything is there that its verdicts need; until then a call is kept back. */
  isReady(exchange: Exchange): boolean;
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
  /** Judges those kept back that have become ready; tells whether there were any. */
  putReady(): boolean;
  remove(ids: readonly string[]): void;
  clear(): void;
  /** From now on a new basis; those of `first` are to be judged again before the others, the newest of which come next. */
  setBasis(basis: JudgingBasis, first: Iterable<Judged>): void;
  /** Judges stale ones again, at least one, until `isOver`. */
  renew(isOver: () => boolean): void;
  /** Makes everything since the last time visible at once, and tells what it was. */
  publish(): JudgedChange;
}

export function createJudgements(initial: JudgingBasis): Judgements {
  const published = new Map<string, Judged>();
  const current = new Map<string, Judged>();
  const changed = new Set<string>();
  const keptBack = new Map<string, Exchange>();
  /** Judged by the present basis. */
  let upToDate = new Set<string>();
  let queue: Iterator<string> = [].values();
  let basis = initial;

  const judge = (exchange: Exchange): void => {
    current.set(exchange.id, judgeExchange(exchange, basis.facts, basis.reachOf(exchange)));
    changed.add(exchange.id);
    upToDate.add(exchange.id);
  };

  const putReady = (): boolean => {
    const ready = [...keptBack.values()].filter((exchange) => basis.isReady(exchange));
    for (const exchange of ready) {
      keptBack.delete(exchange.id);
      judge(exchange);
    }
    return ready.length > 0;
  };

  return {
    all: published,
    get stale() {
      return current.size - upToDate.size;
    },
    put: (exchanges) => {
      for (const exchange of exchanges) keptBack.set(exchange.id, exchange);
      putReady();
    },
    putReady,
    remove: (ids) => {
      for (const id of ids) {
        current.delete(id);
        keptBack.delete(id);
        upToDate.delete(id);
        changed.add(id);
      }
    },
    clear: () => {
      for (const known of [published, current, changed, upToDate, keptBack]) known.clear();
    },
    setBasis: (next, first) => {
      basis = next;
      upToDate = new Set();
      queue = inTurn(first, [...current.keys()]);
    },
    renew: (isOver) => {
      for (let next = queue.next(); next.done !== true; next = queue.next()) {
        const judged = current.get(next.value);
        if (judged === undefined || upToDate.has(next.value)) continue;
        judge(judged.exchange);
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

function* inTurn(first: Iterable<Judged>, all: readonly string[]): Generator<string> {
  for (const { exchange } of first) yield exchange.id;
  for (let index = all.length - 1; index >= 0; index--) {
    const id = all[index];
    if (id !== undefined) yield id;
  }
}
