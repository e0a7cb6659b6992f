import { expect, it } from 'vitest';
import { nextSort, originalSort } from '../../../../../src/panel/components/table/sort-cycle';

it('goes from ascending to descending to the order of the calls', () => {
  const first = nextSort(originalSort, 'header');
  const second = nextSort(first, 'header');
  expect(first).toEqual({ column: 'header', direction: 'ascending' });
  expect(second).toEqual({ column: 'header', direction: 'descending' });
  expect(nextSort(second, 'header')).toEqual(originalSort);
});

it('begins anew on another column', () => {
  expect(nextSort({ column: 'url', direction: 'descending' }, 'tier')).toEqual({
    column: 'tier',
    direction: 'ascending',
  });
});
