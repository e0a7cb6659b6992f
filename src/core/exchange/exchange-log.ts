import { buildExchange, type HopRecords } from './build-exchange';
import { classify, type Classification, type NoCall } from './classify';
import { EntryLedger, type EntrySource } from './entry-ledger';
import { fuller } from './fuller-record';
import type { HarEntry, HarPage } from './har';
import { byTime, type NetworkRecord } from './network-record';
import { createPreflightPairs, preflightKey } from './preflight-pairing';
import { identityOf, isUnchanged, readEntry, readPage } from './read-entry';
import { createRedirectPairs, hopKey, targetKey } from './redirect-chain';
import { SurroundingsLog } from './surroundings';
import type { Exchange } from './types';

/** An entry that could not be read, or only in part. */
export interface EntryProblem {
  /** Of the entry, in the list that was added. */
  readonly index: number;
  readonly what: string;
}

/** What a batch of entries did to the log. */
export interface ExchangeLogChanges {
  /** In the order of time. */
  readonly added: readonly Exchange[];
  readonly changed: readonly Exchange[];
  /** Ids of exchanges that turned out to be part of another one. */
  readonly removed: readonly string[];
  readonly problems: readonly EntryProblem[];
  /** How many entries are no calls, by what they are. */
  readonly ignored: Readonly<Partial<Record<NoCall, number>>>;
}

export interface AddOptions {
  /** Default `event`. */
  readonly source?: EntrySource | undefined;
  /** Pages of the log as far as they are known. */
  readonly pages?: readonly HarPage[] | null | undefined;
}

/** The calls of a session while its entries arrive. */
export interface ExchangeLog {
  /** Costs work in proportion to these entries, not to the log. Entries may come in any order. */
  add(entries: readonly HarEntry[], options?: AddOptions): ExchangeLogChanges;
  clear(): void;
  get(id: string): Exchange | undefined;
  /** In the order of time. */
  all(): readonly Exchange[];
}

/** A record that takes part in an exchange. */
interface Part {
  readonly record: NetworkRecord;
  readonly classification: Exclude<Classification, { kind: 'none' }>;
}

export function createExchangeLog(): ExchangeLog {
  let session = createSession();
  let sorted: readonly Exchange[] | null = null;
  return {
    add(entries, options = {}) {
      sorted = null;
      return session.add(entries, options);
    },
    clear() {
      sorted = null;
      session = createSession();
    },
    get: (id) => session.exchanges.get(id),
    all: () => (sorted ??= [...session.exchanges.values()].sort(inTime)),
  };
}

function createSession() {
  const ledger = new EntryLedger();
  const surroundings = new SurroundingsLog();
  const parts = new Map<string, Part>();
  const exchanges = new Map<string, Exchange>();
  /** Records whose exchange must be made anew. */
  let touched = new Set<NetworkRecord>();
  const touch = (record: NetworkRecord): void => void touched.add(record);
  const preflights = createPreflightPairs(touch);
  const redirects = createRedirectPairs(touch);

  function insert(part: Part): void {
    const { record, classification } = part;
    parts.set(record.id, part);
    touch(record);
    if (classification.kind === 'preflight') {
      preflights.addLeft(preflightKey(record), record);
      return;
    }
    surroundings.learnCall(record);
    preflights.addRight(preflightKey(record), record);
    redirects.addRight(hopKey(record), record);
    const target = targetKey(record);
    if (target !== null) redirects.addLeft(target, record);
  }

  function remove({ record, classification }: Part): void {
    parts.delete(record.id);
    touch(record);
    if (classification.kind === 'preflight') {
      preflights.removeLeft(preflightKey(record), record);
      return;
    }
    preflights.removeRight(preflightKey(record), record);
    redirects.removeRight(hopKey(record), record);
    const target = targetKey(record);
    if (target !== null) redirects.removeLeft(target, record);
  }

  function take(record: NetworkRecord, ignored: Partial<Record<NoCall, number>>): void {
    const classification = classify(record);
    if (classification.kind !== 'none') return insert({ record, classification });
    surroundings.learnOther(record, classification.why);
    ignored[classification.why] = (ignored[classification.why] ?? 0) + 1;
  }

  /** The exchange's first record: that of the first hop, or the preflight that no request claims. */
  function rootOf(record: NetworkRecord, known: Map<NetworkRecord, NetworkRecord>): NetworkRecord {
    const path = new Set<NetworkRecord>();
    let root = preflights.rightOf(record) ?? record;
    for (;;) {
      const remembered = known.get(root);
      if (remembered !== undefined) {
        root = remembered;
        break;
      }
      path.add(root);
      const previous = redirects.leftOf(root);
      if (previous === undefined) break;
      if (path.has(previous)) {
        // redirects in a circle within one instant
        root = [...path].reduce((a, b) => (byTime(a, b) <= 0 ? a : b));
        break;
      }
      root = previous;
    }
    for (const passed of path) known.set(passed, root);
    return root;
  }

  function hopsFrom(root: NetworkRecord): [HopRecords, ...HopRecords[]] {
    const hops: [HopRecords, ...HopRecords[]] = [hopOf(root)];
    const seen = new Set([root]);
    for (
      let next = redirects.rightOf(root);
      next !== undefined && !seen.has(next);
      next = redirects.rightOf(next)
    ) {
      seen.add(next);
      hops.push(hopOf(next));
    }
    return hops;
  }

  const hopOf = (request: NetworkRecord): HopRecords => ({
    request,
    preflight: preflights.leftOf(request) ?? null,
  });

  /** Makes anew what the touched records belong to. */
  function rebuild(): Pick<ExchangeLogChanges, 'added' | 'changed' | 'removed'> {
    for (const id of surroundings.takeStale()) {
      const part = parts.get(id);
      if (part !== undefined) touch(part.record);
    }
    const roots = new Set<NetworkRecord>();
    const known = new Map<NetworkRecord, NetworkRecord>();
    const removed: string[] = [];
    for (const record of touched) {
      const present = parts.get(record.id)?.record === record;
      const root = present ? rootOf(record, known) : null;
      if (root !== null) roots.add(root);
      const gone = root === null ? !parts.has(record.id) : root !== record;
      if (gone && exchanges.delete(record.id)) removed.push(record.id);
    }
    touched = new Set();
    const added: Exchange[] = [];
    const changed: Exchange[] = [];
    for (const root of roots) {
      const part = parts.get(root.id);
      if (part === undefined) continue;
      const exchange = buildExchange(part.classification, hopsFrom(root), surroundings.seenBy(root.id));
      (exchanges.has(root.id) ? changed : added).push(exchange);
      exchanges.set(root.id, exchange);
    }
    return { added: added.sort(inTime), changed: changed.sort(inTime), removed };
  }

  function add(entries: readonly HarEntry[], { source = 'event', pages }: AddOptions): ExchangeLogChanges {
    const problems: EntryProblem[] = [];
    const ignored: Partial<Record<NoCall, number>> = {};
    if (source === 'snapshot') ledger.beginSnapshot();
    for (const page of Array.isArray(pages) ? (pages as readonly unknown[]) : []) {
      const read = readPage(page);
      if (read !== null) surroundings.learnPage(read);
    }
    for (const [index, entry] of entries.entries()) {
      const identity = identityOf(entry);
      const entered = identity === null ? null : ledger.enter(identity, source);
      const part = entered?.repeated === true ? parts.get(entered.id) : undefined;
      if (entered?.repeated === true && (part === undefined || isUnchanged(entry, part.record))) continue;
      const read = readEntry(entry);
      if (!read.ok) {
        problems.push({ index, what: read.what });
        continue;
      }
      if (read.flaw !== null) problems.push({ index, what: read.flaw });
      const record =
        entered === null || entered.id === read.record.id ? read.record : { ...read.record, id: entered.id };
      if (part === undefined) take(record, ignored);
      else {
        const better = fuller(part.record, record);
        if (better === part.record) continue;
        remove(part);
        take(better, ignored);
      }
    }
    return { ...rebuild(), problems, ignored };
  }

  return { add, exchanges };
}

const inTime = (a: Exchange, b: Exchange): number => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1);
