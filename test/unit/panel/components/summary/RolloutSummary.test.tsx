import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { RolloutSummary } from '../../../../../src/panel/components/summary/RolloutSummary';
import { outcomes, routes } from '../../../../../src/core';
import { fakeStore } from '../../../../browser/gallery/fake-store';

afterEach(cleanup);

function show() {
  const { summary, engines } = fakeStore();
  const view = render(<RolloutSummary summary={summary} engines={engines} />);
  const segment = (route: string, outcome: string) =>
    view
      .getByRole('group', { name: new RegExp(`^${route}`) })
      .querySelector<HTMLElement>(`[data-outcome="${outcome}"]`);
  return { summary, view, segment };
}

it('gives the answer first, then each outcome that there is, in word and number', () => {
  const { summary, view, segment } = show();
  expect(view.getByRole('status').textContent).toBe(summary.answer.value);
  for (const route of routes) {
    for (const outcome of outcomes) {
      const count = summary.summary.value[route][outcome];
      const title = route[0]!.toUpperCase() + route.slice(1);
      expect(segment(title, outcome)?.textContent ?? null).toBe(count === 0 ? null : `${count}${outcome}`);
    }
  }
});

it('narrows the table by a click, says so, and widens it again', () => {
  const { summary, segment } = show();
  fireEvent.click(segment('Cookies', 'breaks')!);
  expect(summary.isNarrowedTo('cookies', 'breaks')).toBe(true);
  expect(segment('Cookies', 'breaks')!.getAttribute('aria-pressed')).toBe('true');
  expect(segment('Header', 'links')!.getAttribute('aria-pressed')).toBe('false');
  fireEvent.click(segment('Cookies', 'breaks')!);
  expect(segment('Cookies', 'breaks')!.getAttribute('aria-pressed')).toBe('false');
});

it('tells the preflights that a route adds, and what they cost', () => {
  const { summary, view } = show();
  const { addedPreflights, preflightCost } = summary.summary.value;
  const header = view.getByRole('group', { name: /^Header/ });
  expect(header.textContent).toContain(
    `+${addedPreflights.header} preflights, ~${preflightCost!.median} ms each`,
  );
  expect(view.getByRole('group', { name: /^Today/ }).textContent).not.toContain('preflight');
});
