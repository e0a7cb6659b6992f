import type { SeenUrl } from '../../../core';
import { countsForRollout } from './counts-for-rollout';
import type { Judged } from './judged';
import type { JudgedChange } from './judgements';

interface SeenHost {
  readonly example: SeenUrl;
  calls: number;
}

/** One URL per host, relation and match: all that lint needs to know of the calls. */
export interface SeenUrls {
  sample(): readonly SeenUrl[];
  apply(change: JudgedChange): void;
  clear(): void;
}

export function createSeenUrls(): SeenUrls {
  const hosts = new Map<string, SeenHost>();
  const keyOf = ({ host, relation, reach }: Judged): string => `${host} ${relation} ${reach.now}`;
  return {
    sample: () => [...hosts.values()].map(({ example }) => example),
    apply: ({ gone, fresh }) => {
      for (const judged of fresh.filter(({ exchange }) => countsForRollout(exchange))) {
        const { exchange, relation, reach } = judged;
        const example = { url: exchange.url, relation, matched: reach.now === 'yes' };
        const known = hosts.get(keyOf(judged));
        if (known === undefined) hosts.set(keyOf(judged), { example, calls: 1 });
        else known.calls += 1;
      }
      for (const judged of gone.filter(({ exchange }) => countsForRollout(exchange))) {
        const known = hosts.get(keyOf(judged));
        if (known !== undefined && --known.calls === 0) hosts.delete(keyOf(judged));
      }
    },
    clear: () => hosts.clear(),
  };
}
