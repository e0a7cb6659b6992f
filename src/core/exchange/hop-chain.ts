import type { HopRecords } from './hop-records';
import { settled } from './held-response';
import { byTime, type NetworkRecord } from './network-record';
import type { PreflightPairs } from './preflight-pairing';
import type { RedirectPairs } from './redirect-chain';

/** Which records make up one exchange: a request, what its redirects led to, and the preflights of each. */
export interface HopChains {
  /**
   * The exchange's first record: that of the first hop, or the preflight that no request claims.
   *
   * @param known takes and gives what was found before, so that long chains are walked once
   */
  rootOf(record: NetworkRecord, known: Map<NetworkRecord, NetworkRecord>): NetworkRecord;
  hopsFrom(root: NetworkRecord): [HopRecords, ...HopRecords[]];
}

export function createHopChains(preflights: PreflightPairs, redirects: RedirectPairs): HopChains {
  const hopOf = (request: NetworkRecord): HopRecords => ({
    request,
    response: settled(request.response),
    preflight: preflights.preflightOf(request) ?? null,
  });
  return {
    rootOf(record, known) {
      const hop = preflights.requestOf(record) ?? record;
      const previous = redirects.previousOf(hop);
      if (previous === undefined) return hop;
      const path = new Set([hop]);
      let root = hop;
      for (
        let next: NetworkRecord | undefined = previous;
        next !== undefined;
        next = redirects.previousOf(root)
      ) {
        const remembered = known.get(next);
        if (remembered !== undefined) {
          root = remembered;
          break;
        }
        if (path.has(next)) {
          // redirects in a circle within one instant
          root = [...path].reduce((a, b) => (byTime(a, b) <= 0 ? a : b));
          break;
        }
        root = next;
        path.add(root);
      }
      for (const passed of path) known.set(passed, root);
      return root;
    },
    hopsFrom(root) {
      const hops: [HopRecords, ...HopRecords[]] = [hopOf(root)];
      let next = redirects.nextOf(root);
      if (next === undefined) return hops;
      for (
        const seen = new Set([root]);
        next !== undefined && !seen.has(next);
        next = redirects.nextOf(next)
      ) {
        seen.add(next);
        hops.push(hopOf(next));
      }
      return hops;
    },
  };
}
