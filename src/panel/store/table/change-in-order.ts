import type { Judged } from '../judged/judged';
import { insertInOrder, placeOf, removeInOrder } from './merge';
import type { Compare } from './sort-keys';

/**
 * Brings an ordered list up to date: what of `gone` stands in it goes, `entered`, in order, comes. Where an exchange only takes
 * its former self's place, nothing is moved: a new pattern replaces every exchange of a session.
 */
export function changeInOrder(
  list: Judged[],
  gone: readonly Judged[],
  entered: readonly Judged[],
  compare: Compare<Judged>,
): void {
  if (gone.length === 0) return insertInOrder(list, entered, compare);
  const leaving = new Map(gone.map((judged) => [judged.exchange.id, judged]));
  const coming: Judged[] = [];
  for (const judged of entered) {
    const former = leaving.get(judged.exchange.id);
    const place = former && compare(former, judged) === 0 ? placeOf(former, list, compare) : -1;
    if (place < 0) coming.push(judged);
    else {
      list[place] = judged;
      leaving.delete(judged.exchange.id);
    }
  }
  removeInOrder(list, [...leaving.values()], compare);
  insertInOrder(list, coming, compare);
}
