import type { NoCall } from './classification';
import { byTime, type NetworkRecord } from './network-record';
import { loadsWorker } from './worker-script';

/** What the rest of the log tells about one of its calls. */
export interface Surroundings {
  /** URL of the top-level page that a record belongs to. */
  pageUrl(record: NetworkRecord): string | null;
  isWorkerScript(url: string): boolean;
  /** Some request shows cookies: their absence elsewhere means something. */
  cookiesVisible(): boolean;
  /** When a call to its own origin first carried cookies, ms since the epoch; `null`: none did. */
  cookiesSince(origin: string): number | null;
}

/** A page of the log: one load of a top-level document. */
export interface LogPage {
  readonly ref: string;
  readonly url: string | null;
  /** ms since the epoch */
  readonly startedAt: number | null;
}

/** Something that the surroundings tell and that may change as entries arrive. */
type Topic = `page ${string}` | 'pages' | `worker ${string}` | 'cookies' | `cookies ${string}`;

class View implements Surroundings {
  constructor(
    private readonly log: SurroundingsLog,
    private readonly reader: string,
  ) {}

  pageUrl(record: NetworkRecord): string | null {
    return this.log.pageUrl(record, this.reader);
  }
  isWorkerScript(url: string): boolean {
    return this.log.isWorkerScript(url, this.reader);
  }
  cookiesVisible(): boolean {
    return this.log.cookiesVisible(this.reader);
  }
  cookiesSince(origin: string): number | null {
    return this.log.cookiesSince(origin, this.reader);
  }
}

/** Gathers what entries tell about others, and says which calls must be looked at again when that changes. */
export class SurroundingsLog {
  private readonly pages = new Map<string, LogPage>();
  private pagesInTime: readonly LogPage[] = [];
  private readonly documents = new Map<string, NetworkRecord>();
  private readonly workers = new Set<string>();
  private readonly cookies = new Map<string, number>();
  private anyCookies = false;
  private readonly watchers = new Map<Topic, string[]>();
  private readonly stale = new Set<string>();

  learnPage(page: LogPage): void {
    const known = this.pages.get(page.ref);
    if (known !== undefined && known.url === page.url && known.startedAt === page.startedAt) return;
    this.pages.set(page.ref, page);
    this.pagesInTime = [...this.pages.values()]
      .filter(({ startedAt }) => startedAt !== null)
      .sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0) || (a.ref < b.ref ? -1 : 1));
    this.changed(`page ${page.ref}`);
    this.changed('pages');
  }

  /** Learns from a call; the same one may be told again. */
  learnCall(record: NetworkRecord): void {
    this.learnCookies(record);
    const { named, origin, startedAt } = record;
    const sameOrigin =
      named.secFetchSite === 'same-origin' ||
      (named.origin === null && named.referer?.startsWith(`${origin}/`) === true);
    if (!record.carriesCookies || !sameOrigin) return;
    const since = this.cookies.get(origin);
    if (since !== undefined && since <= startedAt) return;
    this.cookies.set(origin, startedAt);
    this.changed(`cookies ${origin}`);
  }

  /** Learns from an entry that is no call. */
  learnOther(record: NetworkRecord, why: NoCall): void {
    this.learnCookies(record);
    if (loadsWorker(record) && !this.workers.has(record.url)) {
      this.workers.add(record.url);
      this.changed(`worker ${record.url}`);
    }
    const { pageref } = record;
    if (why !== 'navigation' || pageref === null || record.redirectTarget !== null) return;
    if (record.named.secFetchDest !== null && record.named.secFetchDest !== 'document') return;
    const known = this.documents.get(pageref);
    if (known !== undefined && byTime(known, record) <= 0) return;
    this.documents.set(pageref, record);
    this.changed(`page ${pageref}`);
  }

  /** The surroundings as the call with this id sees them; it is noted for everything that it asks. */
  seenBy(id: string): Surroundings {
    return new View(this, id);
  }

  /** Ids of calls for which something changed since this was last asked. */
  takeStale(): string[] {
    const ids = [...this.stale];
    this.stale.clear();
    return ids;
  }

  pageUrl(record: NetworkRecord, reader: string): string | null {
    const { pageref } = record;
    if (pageref === null) {
      this.watch('pages', reader);
      return this.pagesInTime.findLast(({ startedAt }) => (startedAt ?? 0) <= record.startedAt)?.url ?? null;
    }
    const told = this.pages.get(pageref)?.url ?? null;
    if (told !== null) return told;
    this.watch(`page ${pageref}`, reader);
    return this.documents.get(pageref)?.url ?? null;
  }

  isWorkerScript(url: string, reader: string): boolean {
    if (this.workers.has(url)) return true;
    this.watch(`worker ${url}`, reader);
    return false;
  }

  cookiesVisible(reader: string): boolean {
    if (!this.anyCookies) this.watch('cookies', reader);
    return this.anyCookies;
  }

  cookiesSince(origin: string, reader: string): number | null {
    this.watch(`cookies ${origin}`, reader);
    return this.cookies.get(origin) ?? null;
  }

  private learnCookies(record: NetworkRecord): void {
    if (this.anyCookies || !record.carriesCookies) return;
    this.anyCookies = true;
    this.changed('cookies');
  }

  private watch(topic: Topic, id: string): void {
    const ids = this.watchers.get(topic);
    if (ids === undefined) this.watchers.set(topic, [id]);
    else if (ids.at(-1) !== id) ids.push(id);
  }

  private changed(topic: Topic): void {
    for (const id of this.watchers.get(topic) ?? []) this.stale.add(id);
    this.watchers.delete(topic);
  }
}
