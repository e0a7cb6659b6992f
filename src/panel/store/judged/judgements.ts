import type { Exchange, PageFacts } from '../../../core';
import type { Reach } from '../filter/subject';
import { judgeExchange, type Judged } from './judged';

/** By what exchanges are judged. */
export interface JudgingBasis {
  /** Another object whenever anything of the basis is another. */
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
  /** As they are to be judged, those kept back among them. */
  exchanges(): Iterable<Exchange>;
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
  /** What is not published yet; `null`: removed. */
  const pending = new Map<string, Judged | null>();
  const keptBack = new Map<string, Exchange>();
  let queue: Iterator<string> = [].values();
  let basis = initial;
  let stale = 0;

  const current = (id: string): Judged | null => {
    const awaited = pending.get(id);
    return awaited === undefined ? (published.get(id) ?? null) : awaited;
  };

  const isStale = (judged: Judged | null): boolean => judged !== null && judged.facts !== basis.facts;

  const set = (id: string, judged: Judged | null): void => {
    if (isStale(current(id))) stale -= 1;
    pending.set(id, judged);
  };

  const judge = (exchange: Exchange): void =>
    set(exchange.id, judgeExchange(exchange, basis.facts, basis.reachOf(exchange)));

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
    *exchanges() {
      for (const judged of [...published.values(), ...pending.values()])
        if (judged !== null) yield judged.exchange;
      yield* keptBack.values();
    },
    get stale() {
      return stale;
    },
    put: (exchanges) => {
      for (const exchange of exchanges) keptBack.set(exchange.id, exchange);
      putReady();
    },
    putReady,
    remove: (ids) => {
      for (const id of ids) {
        set(id, null);
        keptBack.delete(id);
      }
    },
    clear: () => {
      for (const known of [published, pending, keptBack]) known.clear();
      stale = 0;
    },
    setBasis: (next, first) => {
      const isSame = next.facts === basis.facts;
      basis = next;
      if (isSame) return;
      const ids = [...published.keys()];
      for (const id of pending.keys()) if (!published.has(id)) ids.push(id);
      stale = ids.length;
      for (const judged of pending.values()) if (judged === null) stale -= 1;
      queue = inTurn(first, ids);
    },
    renew: (isOver) => {
      for (let next = queue.next(); next.done !== true; next = queue.next()) {
        const judged = current(next.value);
        if (judged === null || !isStale(judged)) continue;
        judge(judged.exchange);
        if (isOver()) return;
      }
    },
    publish: () => {
      const gone: Judged[] = [];
      const fresh: Judged[] = [];
      for (const [id, after] of pending) {
        const before = published.get(id);
        if (before !== undefined) gone.push(before);
        if (after === null) published.delete(id);
        else {
          published.set(id, after);
          fresh.push(after);
        }
      }
      pending.clear();
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
