// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { ComparedReport, Outcome } from '../../../../../src/core';
import { CompareForm } from '../../../../../src/panel/components/export/CompareForm';
import { fakeSessions } from '../../../../browser/gallery/fake-sessions';
import { fakeStore } from '../../../../browser/gallery/fake-store';

afterEach(cleanup);

const verdict = (outcome: Outcome) => ({ outcome, reasons: [], addsPreflight: false });

function report(paths: Readonly<Record<string, Outcome>>): ComparedReport {
  return {
    generatedAt: '2026-01-31T14:05:00.000Z',
    page: { url: 'https://app.shop.test/' },
    engine: 'standard',
    regex: { pattern: null, source: 'none' },
    endpoints: Object.entries(paths).map(([path, header]) => ({
      method: 'GET',
      origin: 'https://api.shop.test',
      path,
      count: 1,
      verdicts: { today: verdict('unlinked'), cookies: verdict('unlinked'), header: verdict(header) },
    })),
  };
}

const before = {
  id: 'a',
  name: 'before.json',
  report: report({ '/same': 'links', '/mended': 'breaks', '/old': 'links' }),
};
const after = {
  id: 'b',
  name: 'after.json',
  report: report({ '/same': 'links', '/mended': 'links', '/new': 'unknown' }),
};

const show = (reports: readonly (typeof before)[]) =>
  render(<CompareForm sessions={{ ...fakeSessions(fakeStore()), live: null, reports: signal(reports) }} />);

it('says what to do while there is nothing to compare with', () => {
  expect(show([before]).container.textContent).toContain('There is nothing to compare with yet.');
});

it('compares two reports: what changed, came and went', () => {
  const { container } = show([before, after]);
  expect(container.querySelector('.comparison-answer')?.textContent).toBe(
    '1 changed, 1 appeared, 1 disappeared, 1 unchanged.',
  );
  const rows = [...container.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map(({ textContent }) => textContent).join(' | '),
  );
  expect(rows[0]).toBe('GET https://api.shop.test/mended | Header | breaks | links');
  expect(rows).toContain('Header | not there | unknown');
  expect(rows).toContain('Header | links | gone');
});

it('compares the other way round when the sides are changed', () => {
  const { container, getByLabelText } = show([before, after]);
  fireEvent.change(getByLabelText('Before'), { target: { value: 'b' } });
  fireEvent.change(getByLabelText('After'), { target: { value: 'a' } });
  expect(container.querySelector('tbody tr')?.textContent).toContain('linksbreaks');
});
