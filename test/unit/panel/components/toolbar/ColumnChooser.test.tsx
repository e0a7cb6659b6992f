import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { ColumnChooser } from '../../../../../src/panel/components/toolbar/ColumnChooser';
import { fakeStore } from '../../../../browser/gallery/fake-store';

afterEach(cleanup);

function show() {
  const { settings } = fakeStore();
  const view = render(<ColumnChooser settings={settings} />);
  const button = view.getByRole('button', { name: 'Columns' });
  const key = (name: string) => fireEvent.keyDown(document.activeElement!, { key: name });
  return { settings, view, button, key };
}

it('hides and shows columns, never the name', () => {
  const { settings, view, button } = show();
  fireEvent.click(button);
  expect(view.queryByRole('menuitemcheckbox', { name: 'Name' })).toBeNull();
  const tier = view.getByRole('menuitemcheckbox', { name: 'Tier' });
  expect(tier.getAttribute('aria-checked')).toBe('true');
  fireEvent.click(tier);
  expect(settings.hiddenColumns.value).toEqual(['tier']);
  expect(tier.getAttribute('aria-checked')).toBe('false');
  fireEvent.click(tier);
  expect(settings.hiddenColumns.value).toEqual([]);
});

it('is walked by keys, and gives the focus back', () => {
  const { view, button, key } = show();
  fireEvent.click(button);
  const items = view.getAllByRole('menuitemcheckbox');
  expect(document.activeElement).toBe(items[0]);
  key('ArrowDown');
  expect(document.activeElement).toBe(items[1]);
  key('ArrowUp');
  key('ArrowUp');
  expect(document.activeElement).toBe(items.at(-1));
  key('Home');
  expect(document.activeElement).toBe(items[0]);
  key('Escape');
  expect(view.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(button);
});

it('closes when something else is clicked', () => {
  const { view, button } = show();
  fireEvent.click(button);
  fireEvent.pointerDown(view.getByRole('menu'));
  expect(view.queryByRole('menu')).not.toBeNull();
  fireEvent.pointerDown(document.body);
  expect(view.queryByRole('menu')).toBeNull();
});
