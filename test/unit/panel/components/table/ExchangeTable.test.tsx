import { signal } from '@preact/signals';
import { act, cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ExchangeTable } from '../../../../../src/panel/components/table/ExchangeTable';
import { fakeStore, type FakeStoreOptions } from '../../../../browser/gallery/fake-store';
import { manyCalls } from '../../../../browser/gallery/sample-calls';
import { pretendLayout } from '../layout';

beforeEach(() => pretendLayout(1400, 447));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(options: Partial<FakeStoreOptions> = {}) {
  const store = fakeStore(options);
  const detailOpen = signal(false);
  const onDetail = vi.fn((open: boolean) => void (detailOpen.value = open));
  const view = render(
    <ExchangeTable
      table={store.table}
      settings={store.settings}
      detailOpen={detailOpen}
      onDetail={onDetail}
      empty={<p>nothing here</p>}
    />,
  );
  const grid = view.getByRole('treegrid');
  const row = (index: number) => grid.querySelector<HTMLElement>(`[data-index="${index}"]`)!;
  const key = (name: string, more: KeyboardEventInit = {}) =>
    fireEvent.keyDown(document.activeElement!, { key: name, ...more });
  return { store, view, grid, row, key, onDetail };
}

describe('what the grid tells', () => {
  it('counts all rows and the heading, though few exist', () => {
    const { grid } = show({ exchanges: manyCalls(2_000), grouped: false });
    expect(Number(grid.getAttribute('aria-rowcount'))).toBeGreaterThan(2_001);
    expect(grid.querySelectorAll('.body-group > [role="row"]').length).toBeLessThan(60);
  });

  it('gives rows their index, level and state', () => {
    const { row } = show();
    expect(row(3).getAttribute('aria-rowindex')).toBe('5');
    expect(row(3).getAttribute('aria-expanded')).toBe('true');
    expect(row(3).getAttribute('aria-level')).toBe('1');
    expect(row(4).getAttribute('aria-level')).toBe('2');
    expect(row(5).getAttribute('aria-level')).toBe('3');
    expect(row(4).hasAttribute('aria-expanded')).toBe(false);
  });

  it('exposes method, URL and outcomes on every row', () => {
    const { row } = show();
    expect({ ...row(4).dataset }).toMatchObject({
      kind: 'exchange',
      method: 'GET',
      url: 'https://api.shop.test/catalogue/items/1042?fields=price,stock',
      today: 'unlinked',
      cookies: 'breaks',
      header: 'links',
    });
    expect({ ...row(3).dataset }).toMatchObject({
      kind: 'endpoint',
      url: 'https://api.shop.test/catalogue/items/{id}',
    });
    expect({ ...row(5).dataset }).toMatchObject({
      kind: 'preflight',
      method: 'OPTIONS',
      today: 'cannot',
      header: 'cannot',
    });
    expect(row(5).textContent).toContain('cannot link');
  });

  it('marks the status of an endpoint whose latest call went wrong, as those of its calls', () => {
    const { grid } = show();
    const failed = [...grid.querySelectorAll('.status-trouble')].map(
      (cell) => cell.closest<HTMLElement>('.row')!.dataset['kind'],
    );
    expect(new Set(failed)).toContain('endpoint');
    expect(grid.querySelectorAll('.status-trouble')).toHaveLength(
      [...grid.querySelectorAll('.cell')].filter(({ textContent }) =>
        /^(\(failed\)|[45]\d\d)$/.test(textContent),
      ).length,
    );
  });

  it('shows what stands in for rows only when there are none', () => {
    expect(show().view.queryByText('nothing here')).toBeNull();
    cleanup();
    expect(show({ exchanges: [] }).view.queryByText('nothing here')).not.toBeNull();
  });
});

describe('keys', () => {
  it('have one row as tab stop, and move focus and selection together', () => {
    const { grid, row, key, store } = show();
    expect(grid.querySelectorAll('.body-group [tabindex="0"]')).toHaveLength(1);
    row(0).focus();
    key('ArrowDown');
    key('ArrowDown');
    expect(store.table.selected.value?.key).toBe(store.table.rows.value.at(1)!.key);
    expect(document.activeElement).toBe(row(1));
    expect(row(1).getAttribute('aria-selected')).toBe('true');
    expect(grid.querySelectorAll('.body-group [tabindex="0"]')).toHaveLength(1);
  });

  it('reach the last of 20,000 rows and come back', () => {
    const { grid, row, key, store } = show({ exchanges: manyCalls(20_000), grouped: false });
    row(0).focus();
    key('End');
    const last = store.table.rows.value.length - 1;
    expect(document.activeElement).toBe(row(last));
    expect(grid.scrollTop).toBe((last + 1) * 22 - 420);
    key('Home');
    expect(document.activeElement).toBe(row(0));
  });

  it('open and close endpoints, and find the parent', () => {
    const { row, key } = show();
    fireEvent.click(row(4));
    key('ArrowLeft');
    expect(document.activeElement).toBe(row(3));
    key('ArrowLeft');
    expect(row(3).getAttribute('aria-expanded')).toBe('false');
    key('ArrowRight');
    expect(row(3).getAttribute('aria-expanded')).toBe('true');
    key('ArrowRight');
    expect(document.activeElement).toBe(row(4));
  });

  it('open the details with Enter and close them with Escape, once', () => {
    const { row, key, onDetail } = show();
    row(0).focus();
    key('Enter');
    expect(onDetail).toHaveBeenLastCalledWith(true);
    key('Escape');
    expect(onDetail).toHaveBeenLastCalledWith(false);
    key('Escape');
    expect(onDetail).toHaveBeenCalledTimes(2);
  });

  it('let through what is not theirs', () => {
    const { row } = show();
    row(0).focus();
    expect(fireEvent.keyDown(row(0), { key: 'a' })).toBe(true);
    expect(fireEvent.keyDown(row(0), { key: 'ArrowDown' })).toBe(false);
  });
});

describe('the mouse', () => {
  it('selects a row and opens its details', () => {
    const { row, store, onDetail } = show();
    fireEvent.click(row(1));
    expect(store.table.selectedKey.value).toBe(store.table.rows.value.at(1)!.key);
    expect(onDetail).toHaveBeenCalledWith(true);
  });

  it('opens an endpoint by its arrow without selecting it', () => {
    const { row, store } = show();
    fireEvent.click(row(3).querySelector('.expander')!);
    expect(row(3).getAttribute('aria-expanded')).toBe('false');
    expect(store.table.selectedKey.value).toBeNull();
  });

  it('leaves navigations alone', () => {
    const { row, onDetail } = show({ grouped: false });
    fireEvent.click(row(0));
    expect(onDetail).not.toHaveBeenCalled();
  });
});

describe('the selected row', () => {
  const flat = { exchanges: manyCalls(100), grouped: false };
  const turnAround = (store: ReturnType<typeof show>['store']) =>
    act(() => void (store.table.sort.value = { column: 'started', direction: 'descending' }));

  it('stays in sight when it gets another place', () => {
    const { grid, row, store } = show(flat);
    fireEvent.click(row(3));
    turnAround(store);
    const index = store.table.rows.value.indexOf(store.table.selectedKey.value!);
    expect(index).toBeGreaterThan(90);
    expect(grid.scrollTop).toBe((index + 1) * 22 - 420);
    expect(row(index - 5)).not.toBeNull();
  });

  it('is left where it is by who has scrolled away from it', () => {
    const { grid, row, store } = show(flat);
    fireEvent.click(row(3));
    grid.scrollTop = 880;
    fireEvent.scroll(grid);
    turnAround(store);
    expect(grid.scrollTop).toBe(880);
  });

  it('stays in sight when the table gets smaller', () => {
    let resized = (): void => undefined;
    vi.stubGlobal(
      'ResizeObserver',
      class {
        constructor(callback: () => void) {
          resized = callback;
        }
        observe() {}
        disconnect() {}
      },
    );
    const { grid, row } = show(flat);
    fireEvent.click(row(15));
    expect(grid.scrollTop).toBe(0);
    pretendLayout(1400, 227);
    act(resized);
    expect(grid.scrollTop).toBe(16 * 22 - 200);
  });
});

describe('following the end', () => {
  it('begins at the first row and stays there', () => {
    const { grid } = show({ exchanges: manyCalls(100), grouped: false });
    expect(grid.scrollTop).toBe(0);
  });

  it('shows the rows at the new end at once, before the scroll event of the next frame', () => {
    const calls = manyCalls(300);
    const { grid, row, store } = show({ exchanges: calls, grouped: false });
    Object.defineProperty(grid, 'scrollHeight', { get: () => 27 + store.table.rows.value.length * 22 });
    act(() => void (store.table.filter.value = calls[7]!.url));
    act(() => void (store.table.filter.value = ''));
    expect(grid.scrollTop).toBeGreaterThan(0);
    expect(row(store.table.rows.value.length - 2)).not.toBeNull();
  });
});

describe('headings', () => {
  const heading = (grid: HTMLElement, column: string) =>
    grid.querySelector<HTMLButtonElement>(`[data-column="${column}"] button`)!;

  it('sort, and say so', () => {
    const { grid, store } = show();
    const cell = grid.querySelector('[data-column="header"]')!;
    expect(cell.getAttribute('aria-sort')).toBe('none');
    fireEvent.click(heading(grid, 'header'));
    expect(cell.getAttribute('aria-sort')).toBe('ascending');
    fireEvent.click(heading(grid, 'header'));
    expect(store.table.sort.value).toEqual({ column: 'header', direction: 'descending' });
    expect(cell.getAttribute('aria-sort')).toBe('descending');
  });

  it('are one tab stop, with arrows along them', () => {
    const { grid, key } = show();
    heading(grid, 'url').focus();
    key('ArrowRight');
    expect(document.activeElement).toBe(heading(grid, 'today'));
    key('ArrowLeft');
    key('ArrowLeft');
    expect(document.activeElement).toBe(heading(grid, 'url'));
    expect(grid.querySelectorAll('.head-row [tabindex="0"]')).toHaveLength(1);
  });

  it('are resized by Shift and arrows, within limits, and the width is remembered', () => {
    const { grid, key, store } = show();
    heading(grid, 'cookies').focus();
    key('ArrowRight', { shiftKey: true });
    key('ArrowRight', { shiftKey: true });
    expect(store.settings.columnWidths.value).toEqual({ cookies: 104 });
    expect(grid.style.getPropertyValue('--columns').split(' ')[2]).toBe('104px');
    for (let press = 0; press < 30; press += 1) key('ArrowLeft', { shiftKey: true });
    expect(store.settings.columnWidths.value).toEqual({ cookies: 44 });
    fireEvent.dblClick(grid.querySelector('[data-column="cookies"] .column-edge')!);
    expect(store.settings.columnWidths.value).toEqual({});
  });

  it('lead into the rows', () => {
    const { grid, key, row } = show();
    heading(grid, 'tier').focus();
    key('ArrowDown');
    expect(document.activeElement).toBe(row(0));
  });

  it('disappear with their columns', () => {
    const { grid, store } = show();
    store.settings.hiddenColumns.value = ['tier'];
    return vi.waitFor(() => {
      expect(grid.querySelector('[data-column="tier"]')).toBeNull();
      expect(grid.getAttribute('aria-colcount')).toBe('7');
    });
  });
});
