import type { Judged } from '../judged/judged';
import type { JudgedChange } from '../judged/judgements';
import type { PreflightState, TierState } from '../types';

/** What the calls of an endpoint have in common, or which of them stands for them. */
export interface CallsFacts {
  readonly preflight: PreflightState;
  readonly tier: TierState;
  /** The call that was made last. */
  readonly latest: Judged;
}

/** The facts of every endpoint; a change costs work in proportion to itself, since one endpoint may have most of the log. */
export interface EndpointFacts {
  /** The same object as before while nothing of it changed; `null`: the endpoint has no calls. */
  of(key: string): CallsFacts | null;
  apply(change: JudgedChange): void;
  clear(): void;
}

export interface EndpointFactsOptions {
  /** `null`: it belongs to no endpoint. */
  readonly keyOf: (judged: Judged) => string | null;
  readonly callsOf: (key: string) => Iterable<Judged>;
}

interface Tally {
  calls: number;
  preflightsSeen: number;
  preflightsAdded: number;
  tiersSeen: number;
  latest: Judged;
  /** The latest went: none that is left began after it. */
  latestIsGone: boolean;
  facts: CallsFacts | null;
}

export function createEndpointFacts({ keyOf, callsOf }: EndpointFactsOptions): EndpointFacts {
  const tallies = new Map<string, Tally>();

  const count = (tally: Tally, { preflight, tier }: Judged, by: 1 | -1): void => {
    tally.calls += by;
    if (preflight === 'seen') tally.preflightsSeen += by;
    if (preflight === 'added') tally.preflightsAdded += by;
    if (tier === 'seen') tally.tiersSeen += by;
    tally.facts = null;
  };

  const tallyFor = (key: string, first: Judged): Tally => {
    const known = tallies.get(key);
    if (known !== undefined) return known;
    const tally = { calls: 0, preflightsSeen: 0, preflightsAdded: 0, tiersSeen: 0, latest: first };
    const fresh: Tally = { ...tally, latestIsGone: false, facts: null };
    tallies.set(key, fresh);
    return fresh;
  };

  const leave = (judged: Judged): void => {
    const key = keyOf(judged) ?? '';
    const tally = tallies.get(key);
    if (tally === undefined) return;
    count(tally, judged, -1);
    if (tally.calls === 0) tallies.delete(key);
    else if (tally.latest === judged) tally.latestIsGone = true;
  };

  const enter = (judged: Judged): void => {
    const key = keyOf(judged);
    if (key === null) return;
    const tally = tallyFor(key, judged);
    count(tally, judged, 1);
    if (judged.exchange.startedAt < tally.latest.exchange.startedAt) return;
    tally.latest = judged;
    tally.latestIsGone = false;
  };

  return {
    of: (key) => {
      const tally = tallies.get(key);
      if (tally === undefined) return null;
      if (tally.latestIsGone) tally.latest = latestOf(callsOf(key)) ?? tally.latest;
      tally.latestIsGone = false;
      tally.facts ??= {
        preflight: tally.preflightsSeen > 0 ? 'seen' : tally.preflightsAdded > 0 ? 'added' : 'none',
        tier: tally.tiersSeen > 0 ? 'seen' : 'not-seen',
        latest: tally.latest,
      };
      return tally.facts;
    },
    apply: ({ gone, fresh }) => {
      for (const judged of gone) leave(judged);
      for (const judged of fresh) enter(judged);
    },
    clear: () => tallies.clear(),
  };
}

function latestOf(calls: Iterable<Judged>): Judged | null {
  let latest: Judged | null = null;
  for (const judged of calls) {
    if (latest === null || judged.exchange.startedAt >= latest.exchange.startedAt) latest = judged;
  }
  return latest;
}
