import type { NoCall } from './classification';
import { byTime, type NetworkRecord } from './network-record';
import { scriptName } from './script-name';
import { loadsWorker } from './worker-script';

/** What the rest of the log tells about one of its calls. */
export interface Surroundings {
  /** URL of the top-level page that a record belongs to. */
  pageUrl(record: NetworkRecord): string | null;
  /** One of the scripts that made the call is a worker's. */
  madeByWorker(record: NetworkRecord): boolean;
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

/** Which calls asked for something of one kind (a page, a worker's script) that may change as entries arrive. */
class Readers {
  private readonly ids = new Map<string, string[]>();

  /** @param id `null`: whoever asks does not want to be told */
  note(subject: string, id: string | null): void {
    if (id === null) return;
    const ids = this.ids.get(subject);
    if (ids === undefined) this.ids.set(subject, [id]);
    else if (ids.at(-1) !== id) ids.push(id);
  }

  has(subject: string): boolean {
    return this.ids.has(subject);
  }

  /** Forgets those that are gone. */
  forget(isGone: (id: string) => boolean): void {
    for (const [subject, ids] of this.ids) {
      const left = ids.filter((id) => !isGone(id));
      if (left.length === 0) this.ids.delete(subject);
      else if (left.length < ids.length) this.ids.set(subject, left);
    }
  }

  /** Ids of those that asked since this was last called. */
  take(subject: string): readonly string[] {
    const ids = this.ids.get(subject) ?? [];
    this.ids.delete(subject);
    return ids;
  }
}

/** The subject where a kind has only one. */
const all = '';

class View implements Surroundings {
  constructor(
    private readonly log: SurroundingsLog,
    private readonly reader: string | null,
  ) {}

  pageUrl(record: NetworkRecord): string | null {
    return this.log.pageUrl(record, this.reader);
  }
  madeByWorker(record: NetworkRecord): boolean {
    return this.log.madeByWorker(record, this.reader);
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
  private readonly readersOf = {
    page: new Readers(),
    pagesInTime: new Readers(),
    worker: new Readers(),
    anyCookies: new Readers(),
    cookiesSince: new Readers(),
  };
  private readonly stale = new Set<string>();

  learnPage(page: LogPage): void {
    const known = this.pages.get(page.ref);
    if (known !== undefined && known.url === page.url && known.startedAt === page.startedAt) return;
    this.pages.set(page.ref, page);
    this.pagesInTime = [...this.pages.values()]
      .filter(({ startedAt }) => startedAt !== null)
      .sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0) || (a.ref < b.ref ? -1 : 1));
    this.changed('page', page.ref);
    this.changed('pagesInTime');
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
    this.changed('cookiesSince', origin);
  }

  /**
   * Forgets who asked, of the calls that are gone, and documents that are, unless a call that is left belongs to one. What the
   * others told stays known: it was so.
   */
  forget(isGone: (id: string) => boolean): void {
    for (const readers of Object.values(this.readersOf)) readers.forget(isGone);
    for (const [pageref, { id }] of this.documents) {
      if (isGone(id) && !this.readersOf.page.has(pageref)) this.documents.delete(pageref);
    }
  }

  /** Learns from an entry that is no call. */
  learnOther(record: NetworkRecord, why: NoCall): void {
    this.learnCookies(record);
    if (loadsWorker(record)) this.learnWorker(scriptName(record.url));
    const { pageref } = record;
    if (why !== 'navigation' || pageref === null || record.redirectTarget !== null) return;
    if (record.named.secFetchDest !== null && record.named.secFetchDest !== 'document') return;
    const known = this.documents.get(pageref);
    if (known !== undefined && byTime(known, record) <= 0) return;
    this.documents.set(pageref, record);
    this.changed('page', pageref);
  }

  /** The surroundings as the call with this id sees them; it is noted for everything that it asks. */
  seenBy(id: string): Surroundings {
    return new View(this, id);
  }

  /** The surroundings as they are at last, when everything was learnt. */
  complete(): Surroundings {
    return new View(this, null);
  }

  /** Ids of calls for which something changed since this was last asked. */
  takeStale(): string[] {
    const ids = [...this.stale];
    this.stale.clear();
    return ids;
  }

  pageUrl(record: NetworkRecord, reader: string | null): string | null {
    const { pageref } = record;
    if (pageref === null) {
      this.readersOf.pagesInTime.note(all, reader);
      return this.pagesInTime.findLast(({ startedAt }) => (startedAt ?? 0) <= record.startedAt)?.url ?? null;
    }
    const told = this.pages.get(pageref)?.url ?? null;
    if (told !== null) return told;
    this.readersOf.page.note(pageref, reader);
    return this.documents.get(pageref)?.url ?? null;
  }

  madeByWorker(record: NetworkRecord, reader: string | null): boolean {
    if (reader === null && this.workers.size === 0) return false;
    // no early end: each caller that is not known as a worker's script yet may become known
    return record.callers.filter((name) => this.isWorkerScript(name, reader)).length > 0;
  }

  private isWorkerScript(name: string, reader: string | null): boolean {
    if (this.workers.has(name)) return true;
    this.readersOf.worker.note(name, reader);
    return false;
  }

  cookiesVisible(reader: string | null): boolean {
    if (!this.anyCookies) this.readersOf.anyCookies.note(all, reader);
    return this.anyCookies;
  }

  cookiesSince(origin: string, reader: string | null): number | null {
    this.readersOf.cookiesSince.note(origin, reader);
    return this.cookies.get(origin) ?? null;
  }

  private learnWorker(name: string): void {
    if (this.workers.has(name)) return;
    this.workers.add(name);
    this.changed('worker', name);
  }

  private learnCookies(record: NetworkRecord): void {
    if (this.anyCookies || !record.carriesCookies) return;
    this.anyCookies = true;
    this.changed('anyCookies');
  }

  private changed(kind: keyof typeof this.readersOf, subject = all): void {
    for (const id of this.readersOf[kind].take(subject)) this.stale.add(id);
  }
}
