import { Timeline } from './timeline';

export interface PairingRules<Left, Right> {
  /** ms since the epoch; two that belong together have nearly the same. */
  readonly leftTime: (left: Left) => number;
  readonly rightTime: (right: Right) => number;
  /** The right one is looked for from `leftTime - before` to `leftTime + after` (ms). */
  readonly window: { readonly before: number; readonly after: number };
  /** How well two fit, apart from their distance in time: 0 is best; `null`: they cannot belong together. */
  readonly rank: (left: Left, right: Right) => number | null;
  /** Total orders; they settle what fits equally well. */
  readonly leftOrder: (a: Left, b: Left) => number;
  readonly rightOrder: (a: Right, b: Right) => number;
}

/** Pairs things of two kinds one to one; both must lie under the same key to meet. */
export interface NearestPairs<Left, Right> {
  addLeft(key: string, left: Left): void;
  addRight(key: string, right: Right): void;
  removeLeft(key: string, left: Left): void;
  removeRight(key: string, right: Right): void;
  rightOf(left: Left): Right | undefined;
  leftOf(right: Right): Left | undefined;
}

/** A page that floods one URL gets only so many neighbours considered: work stays proportional to the entries. */
const MAX_NEIGHBOURS = 2_000;

interface Side<Own, Other> {
  readonly lines: Map<string, Timeline<Own>>;
  readonly partners: Map<Own, Other>;
  readonly time: (own: Own) => number;
  readonly order: (a: Own, b: Own) => number;
  readonly rank: (own: Own, other: Other) => number | null;
  /** Where the other one is looked for, ms from its own time. */
  readonly before: number;
  readonly after: number;
}

/**
 * Keeps the stable pairing of two kinds of things while they arrive in any order: no two that are not paired with each
 * other would both rather be. Preferences are a strict order of pairs (rank, distance in time, the two orders), hence
 * the stable pairing is unique and does not depend on the order of arrival; a newcomer costs the chain of those that it
 * displaces, not a new start.
 *
 * @param changed called with everything that got or lost a partner
 */
export function createNearestPairs<Left, Right>(
  rules: PairingRules<Left, Right>,
  changed: (item: Left | Right) => void,
): NearestPairs<Left, Right> {
  const left: Side<Left, Right> = {
    lines: new Map(),
    partners: new Map(),
    time: rules.leftTime,
    order: rules.leftOrder,
    rank: rules.rank,
    before: rules.window.before,
    after: rules.window.after,
  };
  const right: Side<Right, Left> = {
    lines: new Map(),
    partners: new Map(),
    time: rules.rightTime,
    order: rules.rightOrder,
    rank: (own, other) => rules.rank(other, own),
    before: rules.window.after,
    after: rules.window.before,
  };

  function add<Own extends Left | Right, Other extends Left | Right>(
    key: string,
    item: Own,
    own: Side<Own, Other>,
    other: Side<Other, Own>,
  ): void {
    let line = own.lines.get(key);
    if (line === undefined) own.lines.set(key, (line = new Timeline(own.time, own.order)));
    line.add(item);
    place(key, item, own, other);
  }

  function remove<Own extends Left | Right, Other extends Left | Right>(
    key: string,
    item: Own,
    own: Side<Own, Other>,
    other: Side<Other, Own>,
  ): void {
    own.lines.get(key)?.remove(item);
    const partner = own.partners.get(item);
    if (partner === undefined) return;
    own.partners.delete(item);
    other.partners.delete(partner);
    changed(partner);
    place(key, partner, other, own);
  }

  /** Finds the seeker its partner, then whom it displaced, and so on. */
  function place<Own extends Left | Right, Other extends Left | Right>(
    key: string,
    seeker: Own,
    own: Side<Own, Other>,
    other: Side<Other, Own>,
  ): void {
    const line = other.lines.get(key);
    if (line === undefined) return;
    for (let next: Own | undefined = seeker; next !== undefined;) {
      const partner = bestPartner(next, line, own, other);
      if (partner === undefined) return;
      const displaced: Own | undefined = other.partners.get(partner);
      if (displaced !== undefined) {
        own.partners.delete(displaced);
        changed(displaced);
      }
      own.partners.set(next, partner);
      other.partners.set(partner, next);
      changed(next);
      changed(partner);
      next = displaced;
    }
  }

  return {
    addLeft: (key, item) => add(key, item, left, right),
    addRight: (key, item) => add(key, item, right, left),
    removeLeft: (key, item) => remove(key, item, left, right),
    removeRight: (key, item) => remove(key, item, right, left),
    rightOf: (item) => left.partners.get(item),
    leftOf: (item) => right.partners.get(item),
  };
}

/** The best of those that would rather have the seeker than whom they have. */
function bestPartner<Own, Other>(
  seeker: Own,
  line: Timeline<Other>,
  own: Side<Own, Other>,
  other: Side<Other, Own>,
): Other | undefined {
  const time = own.time(seeker);
  let best: Other | undefined;
  let bestRank = Infinity;
  let bestDistance = Infinity;
  for (const candidate of line.around(time, time - own.before, time + own.after, MAX_NEIGHBOURS)) {
    const distance = Math.abs(other.time(candidate) - time);
    // candidates come nearest first
    if (bestRank === 0 && distance > bestDistance) break;
    const rank = own.rank(seeker, candidate);
    if (rank === null || !prefers(candidate, seeker, rank, distance, own, other)) continue;
    const comparison =
      best === undefined ? -1 : rank - bestRank || distance - bestDistance || other.order(candidate, best);
    if (comparison < 0) {
      best = candidate;
      bestRank = rank;
      bestDistance = distance;
    }
  }
  return best;
}

function prefers<Own, Other>(
  candidate: Other,
  seeker: Own,
  rank: number,
  distance: number,
  own: Side<Own, Other>,
  other: Side<Other, Own>,
): boolean {
  const present = other.partners.get(candidate);
  if (present === undefined) return true;
  const presentRank = own.rank(present, candidate);
  if (presentRank === null) return true;
  const presentDistance = Math.abs(own.time(present) - other.time(candidate));
  return (rank - presentRank || distance - presentDistance || own.order(seeker, present)) < 0;
}
