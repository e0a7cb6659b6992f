import { TimeIndex } from './time-index';

export interface PairingRules<Left, Right> {
  /** Those of each kind; two that belong together lie under the same key and have nearly the same time. */
  readonly lefts: TimeIndex<Left>;
  readonly rights: TimeIndex<Right>;
  /** The right one is looked for from the left one's time `- before` to `+ after` (ms). */
  readonly window: { readonly before: number; readonly after: number };
  /**
   * ms, at most `SETTLED`; those that are no further apart are equally near: of several the first left one goes with the first right
   * one.
   */
  readonly together: number;
  /** How well two fit, apart from their distance in time: 0 is best; `null`: they cannot belong together. */
  readonly rank: (left: Left, right: Right) => number | null;
}

/** Pairs things of two kinds one to one. What enters or leaves an index is told here afterwards. */
export interface NearestPairs<Left, Right> {
  leftAdded(key: string, left: Left): void;
  rightAdded(key: string, right: Right): void;
  leftRemoved(key: string, left: Left): void;
  rightRemoved(key: string, right: Right): void;
  rightOf(left: Left): Right | undefined;
  leftOf(right: Right): Left | undefined;
}

/** A page that floods one URL gets only so many neighbours considered: work stays proportional to the entries. */
const MAX_NEIGHBOURS = 1_000;
/** ms; pairs of best rank that are no further apart can be parted only by a newcomer that is as near. */
const SETTLED = 100;

interface Side<Own, Other> {
  readonly index: TimeIndex<Own>;
  /** Those without a settled partner, where that is kept. */
  readonly open: TimeIndex<Own> | null;
  readonly partners: Map<Own, Other>;
  readonly rank: (own: Own, other: Other) => number | null;
  /** Rank of the present pair. */
  readonly presentRank: (own: Own) => number | undefined;
  /** Where the other one is looked for, ms from its own time. */
  readonly before: number;
  readonly after: number;
  readonly together: number;
}

/**
 * Keeps the stable pairing of two kinds of things while they arrive in any order: no two that are not paired with each
 * other would both rather be. Preferences are a strict order of pairs (rank, distance in time, the two orders), hence
 * the stable pairing is unique and does not depend on the order of arrival; a newcomer costs the chain of those that it
 * displaces, not a new start. Cheapest where the left ones are few and come after the right ones.
 *
 * @param changed called with everything that got or lost a partner
 */
export function createNearestPairs<Left, Right>(
  { lefts, rights, window, together, rank }: PairingRules<Left, Right>,
  changed: (item: Left | Right) => void,
): NearestPairs<Left, Right> {
  const ranks = new Map<Left, number>();
  const openLefts = new TimeIndex(lefts.clock);
  const left: Side<Left, Right> = {
    index: lefts,
    open: openLefts,
    partners: new Map(),
    rank,
    presentRank: (own) => ranks.get(own),
    together,
    ...window,
  };
  const right: Side<Right, Left> = {
    index: rights,
    open: null,
    partners: new Map(),
    rank: (own, other) => rank(other, own),
    presentRank: (own) => {
      const partner = right.partners.get(own);
      return partner === undefined ? undefined : ranks.get(partner);
    },
    together,
    before: window.after,
    after: window.before,
  };

  const isSettled = (own: Left, other: Right, pairRank: number): boolean =>
    pairRank === 0 && Math.abs(lefts.clock.time(own) - rights.clock.time(other)) <= SETTLED;

  function join(key: string, own: Left, other: Right): void {
    const pairRank = rank(own, other) ?? Infinity;
    left.partners.set(own, other);
    right.partners.set(other, own);
    ranks.set(own, pairRank);
    if (isSettled(own, other, pairRank)) openLefts.remove(key, own);
    changed(own);
    changed(other);
  }

  function part(key: string, own: Left, other: Right): void {
    left.partners.delete(own);
    right.partners.delete(other);
    if (isSettled(own, other, ranks.get(own) ?? Infinity)) openLefts.add(key, own);
    ranks.delete(own);
    changed(own);
    changed(other);
  }

  /** Finds a left one its partner, then whom it displaced, and so on. */
  function placeLeft(key: string, seeker: Left): void {
    for (let next: Left | undefined = seeker; next !== undefined;) {
      const partner = bestPartner(key, next, left, right);
      if (partner === undefined) return;
      const displaced = right.partners.get(partner);
      if (displaced !== undefined) part(key, displaced, partner);
      join(key, next, partner);
      next = displaced;
    }
  }

  function placeRight(key: string, seeker: Right): void {
    for (let next: Right | undefined = seeker; next !== undefined;) {
      const partner = bestPartner(key, next, right, left);
      if (partner === undefined) return;
      const displaced = left.partners.get(partner);
      if (displaced !== undefined) part(key, partner, displaced);
      join(key, partner, next);
      next = displaced;
    }
  }

  return {
    leftAdded(key, item) {
      openLefts.add(key, item);
      placeLeft(key, item);
    },
    rightAdded: placeRight,
    leftRemoved(key, item) {
      const partner = left.partners.get(item);
      if (partner !== undefined) part(key, item, partner);
      openLefts.remove(key, item);
      if (partner !== undefined) placeRight(key, partner);
    },
    rightRemoved(key, item) {
      const partner = right.partners.get(item);
      if (partner === undefined) return;
      part(key, partner, item);
      placeLeft(key, partner);
    },
    rightOf: (item) => left.partners.get(item),
    leftOf: (item) => right.partners.get(item),
  };
}

/** The best of those that would rather have the seeker than whom they have. */
function bestPartner<Own, Other>(
  key: string,
  seeker: Own,
  own: Side<Own, Other>,
  other: Side<Other, Own>,
): Other | undefined {
  // most requests have neither preflight nor redirect: nothing lies under their key
  if (!other.index.has(key)) return undefined;
  const time = own.index.clock.time(seeker);
  let best: Other | undefined;
  let bestRank = Infinity;
  let bestDistance = Infinity;
  let visited = 0;
  const consider = (candidate: Other, apart: number): boolean => {
    const distance = felt(apart, own.together);
    // candidates come nearest first
    if (bestRank === 0 && distance > bestDistance) return false;
    const rank = offer(seeker, candidate, distance, own, other);
    if (rank !== null) {
      const comparison =
        best === undefined
          ? -1
          : rank - bestRank || distance - bestDistance || other.index.clock.order(candidate, best);
      if (comparison < 0) {
        best = candidate;
        bestRank = rank;
        bestDistance = distance;
      }
    }
    return ++visited < MAX_NEIGHBOURS;
  };
  const from = time - own.before;
  const to = time + own.after;
  if (other.open === null) {
    other.index.around(key, time, from, to, consider);
  } else {
    other.index.around(key, time, Math.max(from, time - SETTLED), Math.min(to, time + SETTLED), consider);
    other.open.around(key, time, from, to, consider);
  }
  return best;
}

function felt(apart: number, together: number): number {
  return apart <= together ? 0 : apart;
}

/** Rank of the pair, if the candidate would rather have the seeker than whom it has; else `null`. */
function offer<Own, Other>(
  seeker: Own,
  candidate: Other,
  distance: number,
  own: Side<Own, Other>,
  other: Side<Other, Own>,
): number | null {
  const present = other.partners.get(candidate);
  if (present === undefined) return own.rank(seeker, candidate);
  const presentRank = other.presentRank(candidate) ?? Infinity;
  const apart = Math.abs(own.index.clock.time(present) - other.index.clock.time(candidate));
  const presentDistance = felt(apart, own.together);
  const nearness = distance - presentDistance || own.index.clock.order(seeker, present);
  if (presentRank === 0 && nearness > 0) return null;
  const rank = own.rank(seeker, candidate);
  if (rank === null) return null;
  return (rank - presentRank || nearness) < 0 ? rank : null;
}
