import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { PatternField } from '../../../../../src/panel/components/pattern/PatternField';
import { fakeStore, type FakeStoreOptions } from '../../../../browser/gallery/fake-store';

afterEach(cleanup);

function show(options: Partial<FakeStoreOptions> = {}) {
  const { pattern } = fakeStore(options);
  const view = render(<PatternField pattern={pattern} />);
  return { pattern, view, input: view.getByRole('textbox') as HTMLTextAreaElement };
}

it('holds the deployed pattern, and becomes a draft by typing', () => {
  const { pattern, input } = show();
  expect(input.value).toBe(pattern.deployed.value);
  fireEvent.input(input, { target: { value: 'part\r\nner' } });
  expect([pattern.isDraft.value, pattern.text.value]).toEqual([true, 'partner']);
});

it('shows the deployed pattern again by Escape', () => {
  const { pattern, input } = show({ draft: 'partner' });
  fireEvent.keyDown(input, { key: 'Escape' });
  expect(pattern.text.value).toBe(pattern.deployed.value);
});

it('colours the pattern as it stands, and underlines what lint found', () => {
  const { view } = show({ draft: 'api.shop.test/(a|b)' });
  const layer = view.container.querySelector('.pattern-layer')!;
  expect(layer.textContent).toBe('api.shop.test/(a|b)');
  const underlined = [...layer.querySelectorAll('[data-severity="warning"]')];
  expect(underlined.map(({ textContent }) => textContent)).toContain('.');
  expect(layer.querySelectorAll('[data-token="group"]')).toHaveLength(2);
});

it('marks an invalid pattern', () => {
  const { view, input } = show({ draft: 'a(' });
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(view.container.querySelector('[data-severity="error"]')?.textContent).toBe('(');
});

it('goes from finding to finding by F8, round and backwards, and says each', () => {
  const { view, input, pattern } = show({ draft: 'api.shop.test/x' });
  const tip = view.container.querySelector<HTMLElement>('#pattern-tip')!;
  const [first] = pattern.findings.value;
  const { length } = pattern.findings.value;
  expect(length).toBeGreaterThan(1);
  input.setSelectionRange(0, 0);
  fireEvent.keyDown(input, { key: 'F8' });
  expect([input.selectionStart, input.selectionEnd]).toEqual([first!.start, first!.end]);
  expect([tip.hidden, tip.textContent]).toEqual([false, first!.message]);
  for (let step = 0; step < length; step += 1) fireEvent.keyDown(input, { key: 'F8' });
  expect(input.selectionStart).toBe(first!.start);
  fireEvent.keyDown(input, { key: 'F8', shiftKey: true });
  expect(input.selectionStart).toBe(pattern.findings.value.at(-1)!.start);
  fireEvent.keyDown(input, { key: 'Escape' });
  expect([tip.hidden, pattern.isDraft.value]).toEqual([true, true]);
});
