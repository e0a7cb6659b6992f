import type { Judged } from '../judged/judged';
import { placeFor } from './merge';
import type { Compare } from './sort-keys';

/** Exchanges of one endpoint, in the table's order; those that belong to none share the key `null`. */
export interface EndpointGroup {
  readonly key: string | null;
  readonly members: readonly Judged[];
  /** Start of the earliest, ms since the epoch. */
  readonly appeared: number;
}

/** The shown exchanges by endpoint; a change costs work in proportion to itself. */
export interface EndpointGroups {
  readonly all: Iterable<EndpointGroup>;
  regroup(shown: readonly Judged[]): void;
  apply(gone: readonly Judged[], entered: readonly Judged[], compare: Compare<Judged>): void;
}

interface Group extends EndpointGroup {
  readonly members: Judged[];
  appeared: number;
}

export function createEndpointGroups(keyOf: (id: string) => string | null): EndpointGroups {
  const groups = new Map<string | null, Group>();
  let groupOf = new WeakMap<Judged, Group>();

  const join = (judged: Judged): Group => {
    const key = keyOf(judged.exchange.id);
    const known = groups.get(key);
    const group = known ?? { key, members: [], appeared: Infinity };
    if (known === undefined) groups.set(key, group);
    group.appeared = Math.min(group.appeared, judged.exchange.startedAt);
    groupOf.set(judged, group);
    return group;
  };

  const leave = (judged: Judged): void => {
    const group = groupOf.get(judged);
    const index = group?.members.indexOf(judged) ?? -1;
    if (group === undefined || index < 0) return;
    group.members.splice(index, 1);
    if (group.members.length === 0) groups.delete(group.key);
  };

  return {
    all: { [Symbol.iterator]: () => groups.values() },
    regroup: (shown) => {
      groups.clear();
      groupOf = new WeakMap();
      for (const judged of shown) join(judged).members.push(judged);
    },
    apply: (gone, entered, compare) => {
      for (const judged of gone) leave(judged);
      for (const judged of entered) {
        const { members } = join(judged);
        members.splice(placeFor(judged, members, compare), 0, judged);
      }
    },
  };
}
