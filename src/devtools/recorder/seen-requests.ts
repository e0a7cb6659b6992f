import { withoutFragment } from '../../core/exchange/network-record';
import type { SeenRequest } from '../../protocol/seen-request';
import type { SlimEntry } from '../../protocol/slim-entry';

/** ms; the log's start of a request and webRequest's differ by a few. */
const tolerance = 100;
/** ms within which a service worker asks the network for what it was asked. */
const patience = 10_000;
const capacity = 10_000;

/** What `webRequest` saw, to be found for the entries of a log that tells less. */
export interface SeenRequests {
  add(requests: readonly SeenRequest[]): void;
  /** A worker's script was loaded from this URL. */
  learnWorker(url: string): void;
  /** The entry with what was seen of its request; the same one where that adds nothing. */
  mark(entry: SlimEntry): SlimEntry;
}

export function createSeenRequests(): SeenRequests {
  const byTarget = new Map<string, SeenRequest[]>();
  const workers = new Set<string>();
  let order: SeenRequest[] = [];

  const of = (entry: SlimEntry): SeenRequest | null => {
    const startedAt = Date.parse(entry.startedDateTime);
    let nearest: SeenRequest | null = null;
    for (const each of byTarget.get(targetOf(entry.request)) ?? []) {
      const distance = Math.abs(each.at - startedAt);
      if (distance <= tolerance && (nearest === null || distance < Math.abs(nearest.at - startedAt)))
        nearest = each;
    }
    return nearest;
  };

  /** A service worker passed the request on: it asked the network for the same. */
  const wasPassedOn = (seen: SeenRequest): boolean =>
    (byTarget.get(targetOf(seen)) ?? []).some(
      (other) => other.sent && other.caller !== seen.caller && inPatience(seen, other),
    );

  const forgetOldest = (): void => {
    const gone = new Set(order.slice(0, capacity / 2));
    order = order.slice(capacity / 2);
    for (const [target, requests] of byTarget) {
      const left = requests.filter((each) => !gone.has(each));
      if (left.length > 0) byTarget.set(target, left);
      else byTarget.delete(target);
    }
  };

  return {
    add: (requests) => {
      for (const each of requests) {
        const target = targetOf(each);
        const known = byTarget.get(target);
        if (known === undefined) byTarget.set(target, [each]);
        else known.push(each);
        order.push(each);
      }
      if (order.length > capacity) forgetOldest();
    },
    learnWorker: (url) => void workers.add(withoutFragment(url)),
    mark: (entry) => {
      const seen = of(entry);
      if (seen === null) return entry;
      const { caller } = seen;
      return withMarks(entry, {
        isBeacon: seen.beacon,
        worker: caller !== null && workers.has(withoutFragment(caller)) ? caller : null,
        isMadeUp: !seen.sent && (entry.response?.status ?? 0) > 0 && !wasPassedOn(seen),
      });
    },
  };
}

interface Marks {
  readonly isBeacon: boolean;
  /** URL of the script of the worker that called. */
  readonly worker: string | null;
  /** A service worker answered by itself. */
  readonly isMadeUp: boolean;
}

/** In Chromium's own words, which the core reads. */
function withMarks(entry: SlimEntry, { isBeacon, worker, isMadeUp }: Marks): SlimEntry {
  const isMarked =
    (!isBeacon || entry._resourceType === 'beacon') &&
    (worker === null || entry._initiator !== undefined) &&
    (!isMadeUp || entry._fetchedViaServiceWorker === true);
  if (isMarked) return entry;
  return {
    ...entry,
    ...(isBeacon && { _resourceType: 'beacon' }),
    ...(worker !== null && { _initiator: { stack: { callFrames: [{ url: worker }] } } }),
    ...(isMadeUp && { _fetchedViaServiceWorker: true }),
  };
}

function inPatience(first: SeenRequest, second: SeenRequest): boolean {
  return second.at >= first.at && second.at - first.at <= patience;
}

function targetOf({ method, url }: { readonly method: string; readonly url: string }): string {
  return `${method} ${withoutFragment(url)}`;
}
