// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { PatternField } from '../../../../../src/panel/components/pattern/PatternField';
import { fakeStore, type FakeStoreOptions } from '../../../../browser/gallery/fake-store';

afterEach(cleanup);

function show(options: Partial<FakeStoreOptions> = {}) {
  const { pattern } = fakeStore(options);
  const view = render(<PatternField pattern={pattern} />);
  return { pattern, view, input: view.getByRole('textbox') as HTMLInputElement };
}

it('holds the deployed pattern, becomes a draft by typing, and goes back by one click', () => {
  const { pattern, view, input } = show();
  expect(input.value).toBe(pattern.deployed.value);
  expect(view.queryByText('draft')).toBeNull();
  fireEvent.input(input, { target: { value: 'partner' } });
  expect(pattern.isDraft.value).toBe(true);
  expect(view.queryByText('draft')).not.toBeNull();
  fireEvent.click(view.getByRole('button', { name: 'Back to deployed' }));
  expect(input.value).toBe(pattern.deployed.value);
  expect(pattern.isDraft.value).toBe(false);
});

it('goes back by Escape', () => {
  const { pattern, input } = show({ draft: 'partner' });
  fireEvent.keyDown(input, { key: 'Escape' });
  expect(pattern.isDraft.value).toBe(false);
});

it('shows the error in place of the counts', () => {
  const { view, input } = show({ draft: '(', patternError: 'Unterminated group' });
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(view.getByRole('alert').id).toBe(input.getAttribute('aria-describedby'));
  expect(view.queryByRole('status')).toBeNull();
});

it('counts what matches, what does not, and what would break', () => {
  const { view, pattern } = show();
  const { matched, unmatched } = pattern.counts.value;
  expect(view.getByRole('status').textContent).toContain(`${matched} calls match`);
  expect(view.getByRole('status').textContent).toContain(`${unmatched} do not`);
});

it('offers to discard a draft where nothing is deployed', () => {
  const { view } = show({ agent: null, draft: 'x' });
  expect(view.queryByRole('button', { name: 'Discard' })).not.toBeNull();
});
