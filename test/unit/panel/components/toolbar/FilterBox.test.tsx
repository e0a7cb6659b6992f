import { cleanup, fireEvent, render } from '@testing-library/preact';
import { createRef } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { FilterBox } from '../../../../../src/panel/components/toolbar/FilterBox';
import { fakeStore, type FakeStoreOptions } from '../../../../browser/gallery/fake-store';

afterEach(cleanup);

function show(options: Partial<FakeStoreOptions> = {}) {
  const { table } = fakeStore(options);
  const view = render(<FilterBox table={table} input={createRef<HTMLInputElement>()} />);
  const input = view.getByRole('combobox') as HTMLInputElement;
  const type = (text: string) => {
    input.value = text;
    input.setSelectionRange(text.length, text.length);
    fireEvent.input(input);
  };
  const key = (name: string) => fireEvent.keyDown(input, { key: name });
  const words = () => view.queryAllByRole('option').map(({ textContent }) => textContent);
  return { table, view, input, type, key, words };
}

describe('completion', () => {
  it('offers words while typing, and says which is chosen', () => {
    const { input, type, key, words, view } = show();
    expect(input.getAttribute('aria-expanded')).toBe('false');
    type('outcome:');
    expect(words()).toEqual(['outcome:breaks', 'outcome:links']);
    expect(input.getAttribute('aria-expanded')).toBe('true');
    key('ArrowDown');
    key('ArrowDown');
    const chosen = view.getByRole('option', { selected: true });
    expect(chosen.textContent).toBe('outcome:links');
    expect(input.getAttribute('aria-activedescendant')).toBe(chosen.id);
    key('ArrowDown');
    expect(view.getByRole('option', { selected: true }).textContent).toBe('outcome:breaks');
  });

  it.each(['Enter', 'Tab'])('takes the chosen word by %s', (name) => {
    const { table, type, key, words } = show();
    type('a outcome:b');
    key('ArrowDown');
    key(name);
    expect(table.filter.value).toBe('a outcome:breaks ');
    expect(words()).toEqual([]);
  });

  it('goes on with values after a key', () => {
    const { table, type, key, words } = show();
    type('hos');
    key('ArrowDown');
    key('Enter');
    expect(table.filter.value).toBe('host:');
    expect(words()).toEqual(['host:api.shop.test']);
  });

  it('takes a word by the mouse', () => {
    const { table, type, view } = show();
    type('is:');
    fireEvent.mouseDown(view.getByRole('option'));
    expect(table.filter.value).toBe('is:preflight ');
  });

  it('leaves Enter and Tab alone while nothing is chosen', () => {
    const { input, type } = show();
    type('out');
    expect(fireEvent.keyDown(input, { key: 'Tab' })).toBe(true);
    expect(fireEvent.keyDown(input, { key: 'Enter' })).toBe(true);
  });
});

describe('Escape', () => {
  it('closes the completions first, then clears, then is not the field’s', () => {
    const { table, input, type, key, words } = show();
    type('out');
    key('Escape');
    expect(words()).toEqual([]);
    expect(table.filter.value).toBe('out');
    key('Escape');
    expect(table.filter.value).toBe('');
    expect(fireEvent.keyDown(input, { key: 'Escape' })).toBe(true);
  });
});

it('shows what is wrong with a filter in place', () => {
  const { input, view } = show({ filter: '/[/', filterError: 'Unterminated character class' });
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(view.getByRole('alert').id).toBe(input.getAttribute('aria-describedby'));
  expect(view.getByRole('alert').textContent).toBe('Unterminated character class');
});

it('is emptied by its button', () => {
  const { table, view } = show({ filter: 'orders' });
  fireEvent.click(view.getByRole('button', { name: 'Clear the filter' }));
  expect(table.filter.value).toBe('');
});
