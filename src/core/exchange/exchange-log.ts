import { buildExchange } from './build-exchange';
import type { Classification, NoCall } from './classification';
import { classify } from './classify';
import { EntryLedger } from './entry-ledger';
import { fuller } from './fuller-record';
import type { HarEntry, HarPage } from './har';
import { createHopChains } from './hop-chain';
import type { NetworkRecord } from './network-record';
import { createPreflightPairs } from './preflight-pairing';
import { identityOf, isUnchanged, readEntry, readPage, startOf } from './read-entry';
import { createRedirectPairs } from './redirect-chain';
import { createRequestIndex, requestKey } from './request-index';
import { SurroundingsLog } from './surroundings';
import type { Exchange } from './types';

/** An entry that could not be read, or only in part. */
export interface EntryProblem {
  /** Of the entry, in the list that was added. */
  readonly index: number;
  readonly what: string;
}

/** What became of the log's exchanges. */
export interface ExchangeChanges {
  /** In the order of time. */
  readonly added: readonly Exchange[];
  readonly changed: readonly Exchange[];
  /** Ids of exchanges that turned out to be part of another one, or were forgotten. */
  readonly removed: readonly string[];
}

/** What a batch of entries did to the log. */
export interface ExchangeLogChanges extends ExchangeChanges {
  /** What each entry is known by, to forget it; `null`: it could not be read. */
  readonly ids: readonly (string | null)[];
  readonly problems: readonly EntryProblem[];
  /** How many entries are no calls, by what they are. */
  readonly ignored: Readonly<Partial<Record<NoCall, number>>>;
}

export interface AddOptions {
  /** Pages of the log as far as they are known. */
  readonly pages?: readonly HarPage[] | null | undefined;
}

/** What is told anew of an entry that was added before. */
export interface RenewedEntry {
  /** By what the log knows it. */
  readonly id: string;
  readonly entry: HarEntry;
}

/** The calls of a session while its entries arrive. */
export interface ExchangeLog {
  /** Costs work in proportion to these entries, not to the log. Entries may come in any order. */
  add(entries: readonly HarEntry[], options?: AddOptions): ExchangeLogChanges;
  /** Takes in what entries tell more than before; what is not known by its id, or no call, is passed over. */
  renew(entries: readonly RenewedEntry[]): ExchangeLogChanges;
  /**
   * As if these entries had never come, but for what they told of others (a page's URL, a worker's script). Costs work in proportion to
   * them, not to the log. Of entries that share time, method and URL the first is to be forgotten first.
   */
  forget(ids: readonly string[]): ExchangeChanges;
  clear(): void;
  get(id: string): Exchange | undefined;
  /** In the order of time. */
  all(): readonly Exchange[];
}

/** A record that takes part in an exchange. */
interface Part {
  readonly record: NetworkRecord;
  readonly classification: Exclude<Classification, { kind: 'none' }>;
  /** False before it is inserted and after it was removed. */
  isInLog: boolean;
  /** The exchange that it belongs to must be made anew. */
  isTouched: boolean;
  /** It is the first record of one that is being made. */
  isRoot: boolean;
  /** The exchange that it is the first record of, as last made. */
  exchange: Exchange | null;
}

export function createExchangeLog(): ExchangeLog {
  let session = createSession();
  let sorted: readonly Exchange[] | null = null;
  return {
    add(entries, options = {}) {
      sorted = null;
      return session.add(entries, options.pages);
    },
    renew(entries) {
      sorted = null;
      return session.renew(entries);
    },
    forget(ids) {
      sorted = null;
      return session.forget(ids);
    },
    clear() {
      sorted = null;
      session = createSession();
    },
    get: (id) => session.get(id),
    all: () => (sorted ??= session.all().sort(inTime)),
  };
}

/** Of the log, that is forgotten before all of it is looked through for what else can go. */
const share = 0.1;

function createSession() {
  const ledger = new EntryLedger();
  const surroundings = new SurroundingsLog();
  const parts = new Map<string, Part>();
  /** Preflights of the batch: they find their requests at once where these are there already. */
  let waiting: Part[] = [];
  let touched: Part[] = [];
  /** Entries since what they had asked of others was forgotten, too. */
  let forgotten = 0;
  const touch = (part: Part): void => {
    if (part.isTouched) return;
    part.isTouched = true;
    touched.push(part);
  };
  const touchRecord = (record: NetworkRecord): void => {
    const part = parts.get(record.id);
    if (part?.record === record) touch(part);
  };
  const requests = createRequestIndex();
  const preflights = createPreflightPairs(requests, touchRecord);
  const redirects = createRedirectPairs(requests, touchRecord);
  const chains = createHopChains(preflights, redirects);

  function insert(part: Part): void {
    const { record, classification } = part;
    parts.set(record.id, part);
    part.isInLog = true;
    touch(part);
    if (classification.kind === 'preflight') {
      preflights.add(record);
      return;
    }
    surroundings.learnCall(record);
    requests.add(requestKey(record), record);
    preflights.requestAdded(record);
    redirects.requestAdded(record);
  }

  function remove(part: Part): void {
    const { record, classification } = part;
    parts.delete(record.id);
    part.isInLog = false;
    touch(part);
    if (classification.kind === 'preflight') {
      preflights.remove(record);
      return;
    }
    requests.remove(requestKey(record), record);
    preflights.requestRemoved(record);
    redirects.requestRemoved(record);
  }

  /** The record as a part; `null`: it is no call. */
  function take(record: NetworkRecord, ignored: Partial<Record<NoCall, number>>): Part | null {
    const classification = classify(record);
    if (classification.kind === 'none') {
      surroundings.learnOther(record, classification.why);
      ignored[classification.why] = (ignored[classification.why] ?? 0) + 1;
      return null;
    }
    const part = { record, classification, isInLog: false, isTouched: false, isRoot: false, exchange: null };
    if (classification.kind === 'preflight') waiting.push(part);
    else insert(part);
    return part;
  }

  function update(part: Part, record: NetworkRecord, ignored: Partial<Record<NoCall, number>>): void {
    const better = fuller(part.record, record);
    if (better === part.record) return;
    remove(part);
    const successor = take(better, ignored);
    if (successor === null) return;
    successor.exchange = part.exchange;
    part.exchange = null;
  }

  /** Makes anew what the touched records belong to. */
  function rebuild(): ExchangeChanges {
    for (const id of surroundings.takeStale()) {
      const part = parts.get(id);
      if (part !== undefined) touch(part);
    }
    const roots: Part[] = [];
    const known = new Map<NetworkRecord, NetworkRecord>();
    const removed: string[] = [];
    for (const part of touched) {
      part.isTouched = false;
      const { record } = part;
      const rootRecord = part.isInLog ? chains.rootOf(record, known) : null;
      const root = rootRecord === record ? part : parts.get(rootRecord?.id ?? record.id);
      if (rootRecord !== null && root !== undefined && !root.isRoot) {
        root.isRoot = true;
        roots.push(root);
      }
      const gone = rootRecord === null ? root === undefined : rootRecord !== record;
      if (!gone || part.exchange === null) continue;
      part.exchange = null;
      removed.push(record.id);
    }
    touched = [];
    const added: Exchange[] = [];
    const changed: Exchange[] = [];
    for (const root of roots) {
      root.isRoot = false;
      const { record, classification } = root;
      const exchange = buildExchange(classification, chains.hopsFrom(record), surroundings.seenBy(record.id));
      (root.exchange === null ? added : changed).push(exchange);
      root.exchange = exchange;
    }
    return { added: added.sort(inTime), changed: changed.sort(inTime), removed };
  }

  /** Takes entries in one by one; what they did is known at the end. */
  function beginBatch() {
    const problems: EntryProblem[] = [];
    const ignored: Partial<Record<NoCall, number>> = {};
    return {
      /** `known`: as it was told before. */
      read(
        index: number,
        entry: HarEntry,
        startedAt: number | null,
        id: string,
        known: Part | undefined,
      ): void {
        const result = readEntry(entry, startedAt, id);
        if (!result.ok) {
          problems.push({ index, what: result.what });
          return;
        }
        if (result.flaw !== null) problems.push({ index, what: result.flaw });
        if (known === undefined) take(result.record, ignored);
        else update(known, result.record, ignored);
      },
      end(ids: readonly (string | null)[]): ExchangeLogChanges {
        for (const preflight of waiting) insert(preflight);
        waiting = [];
        return { ...rebuild(), ids, problems, ignored };
      },
    };
  }

  function add(entries: readonly HarEntry[], pages: AddOptions['pages']): ExchangeLogChanges {
    for (const page of Array.isArray(pages) ? (pages as readonly unknown[]) : []) {
      const read = readPage(page);
      if (read !== null) surroundings.learnPage(read);
    }
    const batch = beginBatch();
    const ids = entries.map((entry, index) => {
      const startedAt = startOf(entry);
      const identity = identityOf(entry, startedAt);
      const id = identity === null ? null : ledger.enter(identity);
      batch.read(index, entry, startedAt, id ?? '', undefined);
      return id;
    });
    return batch.end(ids);
  }

  function renew(entries: readonly RenewedEntry[]): ExchangeLogChanges {
    const batch = beginBatch();
    for (const [index, { id, entry }] of entries.entries()) {
      const known = parts.get(id);
      if (known === undefined || isUnchanged(entry, known.record)) continue;
      batch.read(index, entry, startOf(entry), id, known);
    }
    return batch.end(entries.map(({ id }) => id));
  }

  function forget(ids: readonly string[]): ExchangeChanges {
    for (const id of ids) {
      ledger.forget(id);
      const part = parts.get(id);
      if (part !== undefined) remove(part);
    }
    forgotten += ids.length;
    if (forgotten > parts.size * share) {
      forgotten = 0;
      surroundings.forget((id) => !ledger.knows(id));
    }
    return rebuild();
  }

  return {
    add,
    renew,
    forget,
    get: (id: string): Exchange | undefined => parts.get(id)?.exchange ?? undefined,
    all: (): Exchange[] => [...parts.values()].flatMap(({ exchange }) => exchange ?? []),
  };
}

const inTime = (a: Exchange, b: Exchange): number => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1);
