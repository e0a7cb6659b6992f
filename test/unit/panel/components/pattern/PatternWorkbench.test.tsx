import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { PatternWorkbench } from '../../../../../src/panel/components/pattern/PatternWorkbench';
import { fakeStore, type FakeStoreOptions } from '../../../../browser/gallery/fake-store';

afterEach(cleanup);

function show(options: Partial<FakeStoreOptions> = {}, open = true) {
  const { pattern } = fakeStore(options);
  pattern.isOpen.value = open;
  return { pattern, view: render(<PatternWorkbench pattern={pattern} />) };
}

it('is one line that opens', () => {
  const { view } = show({}, false);
  expect(view.queryByRole('group', { name: 'Draft' })).toBeNull();
  fireEvent.click(view.getByRole('button', { name: 'Pattern workbench' }));
  expect(view.queryByRole('group', { name: 'Draft' })).not.toBeNull();
});

it('counts what the pattern reaches; a count narrows the table and widens it again', () => {
  const { view, pattern } = show();
  const count = view.getByRole('button', { name: `${pattern.counts.value.matched} matched` });
  fireEvent.click(count);
  expect(pattern.isNarrowedTo('matched')).toBe(true);
  expect(count.getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(count);
  expect(pattern.isNarrowedTo('matched')).toBe(false);
});

it('mends by one click what can be mended, and says once what holds in several places', () => {
  const { view, pattern } = show({ draft: 'api.shop.test/x' });
  expect(
    view.getAllByRole('listitem').filter(({ dataset }) => dataset['code'] === 'unescaped-dot'),
  ).toHaveLength(1);
  fireEvent.click(view.getByRole('button', { name: 'Escape the dots' }));
  expect(pattern.text.value).toBe('api\\.shop\\.test/x');
});

it('stands beside what is deployed, and switches to it', () => {
  const { view, pattern } = show({ draft: 'partner' });
  expect(view.container.querySelector('.beside-deployed')?.textContent).toContain(pattern.deployed.value!);
  fireEvent.change(view.getByRole('combobox', { name: 'Pattern shown' }), { target: { value: '' } });
  expect(pattern.text.value).toBe(pattern.deployed.value);
  expect(view.container.querySelector('.beside-deployed')).toBeNull();
});

it('offers every form with where it goes, but none that would not come back the same', () => {
  const { view } = show({ draft: '^shop' });
  expect(view.getByText('{"correlationHeaderInclusionRegex":"^shop"}')).toBeTruthy();
  expect((view.getByRole('button', { name: 'data-dtconfig' }) as HTMLButtonElement).disabled).toBe(true);
  expect(view.container.textContent).toContain('Enable Real User Monitoring for cross-origin XHR calls');
});

it('suggests a pattern for what is ticked and takes it as a draft', () => {
  const { view, pattern } = show();
  fireEvent.click(view.getByRole('button', { name: 'Suggest' }));
  fireEvent.click(view.getByRole('button', { name: 'Tick all that would link' }));
  const suggested = pattern.suggest.suggestion.value!.pattern;
  expect(view.container.querySelector(`[data-pattern]`)?.getAttribute('data-pattern')).toBe(suggested);
  expect(view.container.querySelectorAll('.suggestion-parts > div').length).toBeGreaterThan(1);
  fireEvent.click(view.getByRole('button', { name: 'Use as draft' }));
  expect(pattern.text.value).toBe(suggested);
});
