import { withHookFacts } from './hook-facts';
import type { HookCall } from './hook-call';
import { createNearestPairs } from './nearest-pairs';
import { TimeIndex } from './time-index';
import type { Exchange, ExchangeApi } from './types';
import { originOf } from '../site/origin';
import { parseUrl } from '../site/parse-url';

/** A report with the document that it came from; reports of one document are numbered in their order. */
interface Reported {
  readonly call: HookCall;
  readonly document: string;
}

/**
 * Where the request is looked for, ms from the call: the browser logs it when it starts it, which a busy network delays; its
 * clock and the page's differ by some ms.
 */
const WINDOW = { before: 500, after: 15_000 };
/** ms; within it calls count as made at once: those of a burst to one URL are then told apart by their order, not by time. */
const INSTANT = 250;
/** Reports that are kept, and characters of their URLs and headers; a page that floods loses the oldest. */
const CAPACITY = { reports: 20_000, characters: 20_000_000 };

/** Ties the page hook's reports to the calls in the network log, whichever comes first. */
export interface HookJoin {
  /** Ids of exchanges whose facts change by these reports. */
  report(document: string, calls: readonly HookCall[]): readonly string[];
  /** Takes exchanges that are new or have changed. Ids of others whose facts change by that. */
  put(exchanges: readonly Exchange[]): readonly string[];
  remove(ids: readonly string[]): readonly string[];
  /** The exchange with the facts of its report, or as it is. */
  joined(exchange: Exchange): Exchange;
  clear(): void;
}

export function createHookJoin(): HookJoin {
  let session = createSession();
  return {
    report: (document, calls) => session.report(document, calls),
    put: (exchanges) => session.put(exchanges),
    remove: (ids) => session.remove(ids),
    joined: (exchange) => session.joined(exchange),
    clear: () => {
      session = createSession();
    },
  };
}

function createSession(): Omit<HookJoin, 'clear'> {
  const known = new Map<string, Exchange>();
  const order: { readonly key: string; readonly reported: Reported }[] = [];
  let characters = 0;
  const reports = new TimeIndex<Reported>({ time: ({ call }) => instantOf(call.at), order: inReportedOrder });
  const exchanges = new TimeIndex<Exchange>({ time: ({ startedAt }) => instantOf(startedAt), order: inTime });
  let touched = new Set<string>();
  const pairs = createNearestPairs(
    { lefts: reports, rights: exchanges, window: WINDOW, together: 0, rank },
    (item) => {
      if ('id' in item) touched.add(item.id);
    },
  );
  const takeTouched = (except: ReadonlySet<string>): readonly string[] => {
    const ids = [...touched].filter((id) => !except.has(id));
    touched = new Set();
    return ids;
  };

  const drop = (id: string): void => {
    const exchange = known.get(id);
    if (exchange === undefined) return;
    known.delete(id);
    exchanges.remove(keyOf(exchange.method, exchange.url), exchange);
    pairs.rightRemoved(keyOf(exchange.method, exchange.url), exchange);
  };

  const forgetOldest = (): void => {
    const oldest = order.shift();
    if (oldest === undefined) return;
    characters -= charactersOf(oldest.reported.call);
    reports.remove(oldest.key, oldest.reported);
    pairs.leftRemoved(oldest.key, oldest.reported);
  };

  return {
    report: (document, calls) => {
      for (const call of calls) {
        const key = keyOfCall(call);
        if (key === null) continue;
        const reported = { call, document };
        reports.add(key, reported);
        pairs.leftAdded(key, reported);
        order.push({ key, reported });
        characters += charactersOf(call);
        while (order.length > CAPACITY.reports || characters > CAPACITY.characters) forgetOldest();
      }
      return takeTouched(new Set());
    },
    put: (changed) => {
      for (const exchange of changed) {
        drop(exchange.id);
        known.set(exchange.id, exchange);
        const key = keyOf(exchange.method, exchange.url);
        exchanges.add(key, exchange);
        pairs.rightAdded(key, exchange);
      }
      return takeTouched(new Set(changed.map(({ id }) => id)));
    },
    remove: (ids) => {
      for (const id of ids) drop(id);
      return takeTouched(new Set(ids));
    },
    joined: (exchange) => {
      const own = known.get(exchange.id);
      const reported = own === undefined ? undefined : pairs.leftOf(own);
      return reported === undefined ? exchange : withHookFacts(exchange, reported.call);
    },
  };
}

function charactersOf({ url, documentUrl, baseUrl, headers }: HookCall): number {
  let count = url.length + documentUrl.length + baseUrl.length;
  for (const { name, value } of headers) count += name.length + (value?.length ?? 0);
  return count;
}

/** `null`: a URL that the browser could not resolve either. */
function keyOfCall({ url, baseUrl, method }: HookCall): string | null {
  const resolved = parseUrl(url, baseUrl);
  return resolved === null ? null : keyOf(method, resolved.href);
}

function keyOf(method: string, url: string): string {
  const fragment = url.indexOf('#');
  return `${method} ${fragment === -1 ? url : url.slice(0, fragment)}`;
}

const sameKind: Readonly<Record<HookCall['api'], ReadonlySet<ExchangeApi>>> = {
  xhr: new Set<ExchangeApi>(['xhr', 'script', 'agent-beacon']),
  // Chromium logs a fetch with `keepalive` as a ping
  fetch: new Set<ExchangeApi>(['fetch', 'script', 'beacon', 'agent-beacon']),
  beacon: new Set<ExchangeApi>(['beacon', 'agent-beacon', 'script']),
};

/** 0: of one document; 1: the log does not say; `null`: of another kind, or of another origin. */
function rank({ call }: Reported, exchange: Exchange): number | null {
  if (!sameKind[call.api].has(exchange.api)) return null;
  const origin = originOf(call.documentUrl)?.serialized;
  if (origin !== undefined && exchange.initiatorOrigin !== 'null' && origin !== exchange.initiatorOrigin) {
    return null;
  }
  return exchange.documentUrl !== null && sameDocument(exchange.documentUrl, call.documentUrl) ? 0 : 1;
}

function sameDocument(a: string, b: string): boolean {
  return a.split('#', 1)[0] === b.split('#', 1)[0];
}

function instantOf(time: number): number {
  return Math.floor(time / INSTANT) * INSTANT;
}

function inReportedOrder(a: Reported, b: Reported): number {
  if (a.document === b.document) return a.call.n - b.call.n;
  return a.call.at - b.call.at || (a.document < b.document ? -1 : 1);
}

function inTime(a: Exchange, b: Exchange): number {
  return a.startedAt - b.startedAt || (a.id < b.id ? -1 : a.id === b.id ? 0 : 1);
}
