import { buildExchange } from './build-exchange';
import type { Classification, NoCall } from './classification';
import { classify } from './classify';
import { EntryLedger } from './entry-ledger';
import type { EntryProblem } from './exchange-log';
import type { HarEntry, HarPage } from './har';
import { createHopChains, type HopChains } from './hop-chain';
import type { NetworkRecord } from './network-record';
import { createPreflightPairs } from './preflight-pairing';
import { holdEntry, identityOf, readPage, startOf } from './read-entry';
import { createRedirectPairs, redirectKey } from './redirect-chain';
import { createRequestIndex, requestKey } from './request-index';
import { SurroundingsLog, type Surroundings } from './surroundings';
import type { Exchange } from './types';

/** The calls of a log whose entries are all there. */
export interface WholeLog {
  /** In the order of time. Each is made when its turn comes: whoever goes through them once need not have room for all. */
  readonly exchanges: Iterable<Exchange>;
  /** Of the first exchange that is known to belong to a page. */
  readonly pageUrl: string | null;
  readonly problems: readonly EntryProblem[];
  /** How many entries are no calls, by what they are. */
  readonly ignored: Readonly<Partial<Record<NoCall, number>>>;
}

/** A record that takes part in an exchange. */
interface Part {
  readonly record: NetworkRecord;
  readonly classification: Exclude<Classification, { kind: 'none' }>;
  /** The key of the request that a preflight asks for or a redirect leads to; `null`: it is neither. */
  readonly seeks: string | null;
}

/**
 * What an exchange log comes to that is given all entries at once, for less: nothing that comes later can change what was made.
 * The entries must stay as they are while the exchanges are gone through.
 *
 * @param look sees each entry: once they have all been gone through, a large log is out of the processor's caches
 */
export function readWholeLog(
  entries: readonly HarEntry[],
  pages: readonly HarPage[] | null | undefined,
  look: (entry: unknown) => void = ignore,
): WholeLog {
  const ledger = new EntryLedger();
  const surroundings = new SurroundingsLog();
  const problems: EntryProblem[] = [];
  const ignored: Partial<Record<NoCall, number>> = {};
  const parts: Part[] = [];
  for (const page of Array.isArray(pages) ? (pages as readonly unknown[]) : []) {
    const read = readPage(page);
    if (read !== null) surroundings.learnPage(read);
  }
  for (let index = 0; index < entries.length; index++) {
    const entry: unknown = entries[index];
    look(entry);
    const startedAt = startOf(entry);
    const identity = identityOf(entry, startedAt);
    const id = identity === null ? '' : ledger.enter(identity);
    const read = holdEntry(entry, startedAt, id);
    if (!read.ok) {
      problems.push({ index, what: read.what });
      continue;
    }
    const { record, flaw } = read;
    if (flaw !== null) problems.push({ index, what: flaw });
    const classification = classify(record);
    if (classification.kind === 'none') {
      surroundings.learnOther(record, classification.why);
      ignored[classification.why] = (ignored[classification.why] ?? 0) + 1;
      continue;
    }
    if (classification.kind === 'call') surroundings.learnCall(record);
    const seeks = classification.kind === 'preflight' ? requestKey(record) : redirectKey(record);
    parts.push({ record, classification, seeks });
  }
  const chains = chained(parts);
  const roots = rootsOf(parts, chains);
  const complete = surroundings.complete();
  return {
    exchanges: exchangesOf(roots, chains, complete),
    pageUrl: firstPageUrl(roots, complete),
    problems,
    ignored,
  };
}

/** Ties preflights and redirects to their requests. Most URLs are asked for by neither: their requests need not be looked at. */
function chained(parts: readonly Part[]): HopChains {
  const sought = new Set<string>();
  for (const { seeks } of parts) if (seeks !== null) sought.add(seeks);
  const requests = createRequestIndex();
  const preflights = createPreflightPairs(requests, ignore);
  const redirects = createRedirectPairs(requests, ignore);
  for (const { record, classification, seeks } of parts) {
    if (classification.kind === 'preflight') continue;
    const key = requestKey(record);
    if (!sought.has(key) && seeks === null) continue;
    requests.add(key, record);
    redirects.requestAdded(record);
  }
  for (const { record, classification } of parts) {
    if (classification.kind === 'preflight') preflights.add(record);
  }
  return createHopChains(preflights, redirects);
}

const ignore = (): void => {};

/** The first records of the exchanges, in the order of time. */
function rootsOf(parts: readonly Part[], chains: HopChains): readonly Part[] {
  const known = new Map<NetworkRecord, NetworkRecord>();
  return parts.filter(({ record }) => chains.rootOf(record, known) === record).sort(inTime);
}

function inTime({ record: a }: Part, { record: b }: Part): number {
  return a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1);
}

function* exchangesOf(
  roots: readonly Part[],
  chains: HopChains,
  surroundings: Surroundings,
): Generator<Exchange> {
  for (const { record, classification } of roots) {
    yield buildExchange(classification, chains.hopsFrom(record), surroundings);
  }
}

function firstPageUrl(roots: readonly Part[], surroundings: Surroundings): string | null {
  for (const { record } of roots) {
    const url = surroundings.pageUrl(record);
    if (url !== null) return url;
  }
  return null;
}
