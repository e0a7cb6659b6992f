import type { Judged } from '../judged/judged';
import { changeInOrder } from './change-in-order';
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
  /** `entered` in order. */
  apply(gone: readonly Judged[], entered: readonly Judged[], compare: Compare<Judged>): void;
}

interface Group extends EndpointGroup {
  readonly members: Judged[];
  appeared: number;
}

/** What changes of one group. */
interface GroupChange {
  readonly gone: Judged[];
  readonly entered: Judged[];
}

export function createEndpointGroups(keyOf: (judged: Judged) => string | null): EndpointGroups {
  const groups = new Map<string | null, Group>();

  const groupFor = (key: string | null, { exchange }: Judged): Group => {
    const known = groups.get(key);
    const group = known ?? { key, members: [], appeared: Infinity };
    if (known === undefined) groups.set(key, group);
    group.appeared = Math.min(group.appeared, exchange.startedAt);
    return group;
  };

  return {
    all: { [Symbol.iterator]: () => groups.values() },
    regroup: (shown) => {
      groups.clear();
      for (const judged of shown) groupFor(keyOf(judged), judged).members.push(judged);
    },
    apply: (gone, entered, compare) => {
      const changes = new Map<Group, GroupChange>();
      const changeOf = (group: Group): GroupChange => {
        const change = changes.get(group) ?? { gone: [], entered: [] };
        changes.set(group, change);
        return change;
      };
      for (const judged of gone) {
        const group = groups.get(keyOf(judged));
        if (group !== undefined) changeOf(group).gone.push(judged);
      }
      for (const judged of entered) changeOf(groupFor(keyOf(judged), judged)).entered.push(judged);
      for (const [group, change] of changes) {
        changeInOrder(group.members, change.gone, change.entered, compare);
        if (group.members.length === 0) groups.delete(group.key);
        else if (change.gone.some(({ exchange }) => exchange.startedAt <= group.appeared))
          group.appeared = earliest(group.members);
      }
    },
  };
}

function earliest(members: readonly Judged[]): number {
  return members.reduce((start, { exchange }) => Math.min(start, exchange.startedAt), Infinity);
}
