import type { Sort, SortColumn } from '../../store/types';

/** The order in which calls were made: what the table returns to. */
export const originalSort: Sort = { column: 'started', direction: 'ascending' };

/** The sort after a click on a column: ascending, then descending, then as the calls were made. */
export function nextSort(sort: Sort, column: SortColumn): Sort {
  if (sort.column !== column) return { column, direction: 'ascending' };
  return sort.direction === 'ascending' ? { column, direction: 'descending' } : originalSort;
}
