import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { EmptyState } from '../../../../../src/panel/components/feedback/EmptyState';
import { fakeStore, type FakeStoreOptions } from '../../../../browser/gallery/fake-store';

afterEach(cleanup);

function show(options: Partial<FakeStoreOptions>) {
  const store = fakeStore(options);
  return { store, view: render(<EmptyState recording={store.recording} table={store.table} />) };
}

it('teaches that recording needs a page that calls, and reloads it', () => {
  const { table, recording } = fakeStore({ exchanges: [] });
  const reloadPage = vi.fn();
  const view = render(<EmptyState recording={{ ...recording, reloadPage }} table={table} />);
  expect(view.container.textContent).toContain('No XHR or fetch call yet');
  fireEvent.click(view.getByRole('button', { name: 'Reload page' }));
  expect(reloadPage).toHaveBeenCalledOnce();
});

it('says that recording is off, and starts it', () => {
  const { store, view } = show({ exchanges: [], recording: false });
  fireEvent.click(view.getByRole('button', { name: 'Start recording' }));
  expect(store.recording.recording.value).toBe(true);
});

it('says that the filter hides all, why, and clears it', () => {
  const { store, view } = show({ filter: 'nothing', filterError: 'Unterminated group' });
  store.table.invert.value = true;
  expect(view.container.textContent).toContain('Unterminated group');
  fireEvent.click(view.getByRole('button', { name: 'Clear filter' }));
  expect(store.table.filter.value).toBe('');
  expect(store.table.invert.value).toBe(false);
});

it.each([
  ['connecting', 'Connecting…'],
  ['lost', 'Nothing can be recorded'],
] as const)('tells that the connection is %s', (connection, title) => {
  expect(show({ exchanges: [], connection }).view.queryByText(title)).not.toBeNull();
});
