import { withoutFragment } from '../../core/exchange/network-record';
import { mapKey } from '../../core/site/map-key';
import type { Timer } from '../../protocol/timer';
import type { LogVisits, Visit } from './log-visits';
import { isRefusedPreflight, requestedBy } from './preflight-entry';
import type { Sight } from './sight';

/** ms without an announcement before the log is read, so that little happens meanwhile. */
const quiet = 2000;
/** ms until the log is read although the page never comes to rest. */
const longestWait = 30_000;
/** ms that a request may take after a preflight that does not look refused. */
const patience = 10_000;
/** ms after a navigation until its document must have been announced. */
const documentPatience = 2000;
/** ms between looks while the log holds what nobody announces: the user has filtered the Network panel. */
const interval = 2500;

export interface RareVisitsOptions {
  readonly visit: () => Promise<Visit>;
  readonly isRecording: () => boolean;
  /** The filter of the Network panel hides calls, or no longer. */
  readonly onHiding: (hides: boolean) => void;
  readonly timer: Timer;
  /** ms */
  readonly now: () => number;
}

/**
 * Looks into a log that reading disturbs only with a reason, and in a quiet moment. The reasons: Firefox never announces a
 * request whose preflight was refused, and nothing that the filter of its Network panel hides.
 */
export function startRareVisits(options: RareVisitsOptions): LogVisits {
  const { visit, isRecording, onHiding, timer, now } = options;
  /** Requests whose preflight was announced, and they were not; with the time of the preflight. */
  const awaited = new Map<string, number>();
  /**
   * Addresses announced since the last navigation, with the time of their first request: the new document's is among them, before
   * the navigation or soon after.
   */
  const addresses = new Map<string, number>();
  let wasShown = false;
  let announcedAt = -Infinity;
  let wantedSince: number | null = null;
  let cancelCheck: (() => void) | null = null;

  const look = async (): Promise<void> => {
    wantedSince = null;
    if (!isRecording()) return;
    awaited.clear();
    const { unannounced } = await visit();
    onHiding(unannounced > 0);
    if (unannounced > 0) timer(want, interval);
  };

  const check = (): void => {
    cancelCheck = null;
    if (wantedSince === null) return;
    const wait = Math.min(announcedAt + quiet, wantedSince + longestWait) - now();
    if (wait <= 0) void look();
    else cancelCheck = timer(check, wait);
  };

  const want = (): void => {
    wantedSince ??= now();
    cancelCheck ??= timer(check, quiet);
  };

  const expect = (request: string, preflight: Sight): void => {
    awaited.set(request, Date.parse(preflight.startedDateTime));
    if (isRefusedPreflight(preflight)) return want();
    timer(() => {
      if (awaited.has(request)) want();
    }, patience);
  };

  return {
    announced: (entry) => {
      announcedAt = now();
      const url = mapKey(entry.request.url);
      if (!addresses.has(url)) addresses.set(url, Date.parse(entry.startedDateTime));
      const request = requestedBy(entry);
      if (request === null) awaited.delete(`${entry.request.method} ${url}`);
      else expect(request, entry);
    },
    navigated: (url) => {
      const document = mapKey(withoutFragment(url));
      const begun = addresses.get(document);
      // the log of the document before is gone; calls of the new one may have been announced already
      for (const [request, at] of awaited) if (begun !== undefined && at < begun) awaited.delete(request);
      wantedSince = null;
      addresses.clear();
      if (awaited.size > 0) want();
      if (begun !== undefined) return;
      timer(() => {
        if (!addresses.has(document)) want();
      }, documentPatience);
    },
    panelShown: () => {
      // first shown when devtools open: the user has not been to the Network panel
      if (wasShown) want();
      wasShown = true;
    },
    panelUsed: () => {},
  };
}
