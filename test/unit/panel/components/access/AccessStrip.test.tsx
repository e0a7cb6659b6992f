import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AccessStrip } from '../../../../../src/panel/components/access/AccessStrip';
import type { FakeSiteOptions } from '../../../../browser/gallery/fake-site';
import { fakeStore } from '../../../../browser/gallery/fake-store';

afterEach(cleanup);

function show(site: Partial<FakeSiteOptions>) {
  const { access, hook } = fakeStore({ site });
  const onReload = vi.fn();
  const view = render(<AccessStrip access={access} hook={hook} onReload={onReload} />);
  return { view, access, onReload, strip: view.getByRole('region', { name: 'Site access' }) };
}

describe('the line', () => {
  it.each([
    [{ granted: 'none' }, ['No site access', 'verdicts come from the network log alone']],
    [
      { granted: 'page', hook: 'reload' },
      ['Site access to 1 of 3 hosts', 'page hook: from the next load on'],
    ],
    [{ granted: 'all', hook: 'observing' }, ['Site access to 3 hosts', 'sees the page’s calls']],
    [{ granted: 'impossible' }, ['No site access can be had for this page']],
    [{ granted: 'all', hook: 'observing', dropped: 12 }, ['12 calls too many at once']],
  ] as const)('%j', (site, words) => {
    const { strip } = show(site);
    for (const part of words) expect(strip.textContent).toContain(part);
  });
});

it('offers to ask, and to reload where the hook comes with the next load', () => {
  const { view, access, onReload } = show({ granted: 'page', hook: 'reload' });
  fireEvent.click(view.getByRole('button', { name: 'Reload page' }));
  expect(onReload).toHaveBeenCalledOnce();
  fireEvent.click(view.getByRole('button', { name: 'Grant the rest…' }));
  expect(access.question.value.kind).toBe('prompt');
});

it('offers nothing where all is granted, or nothing can be', () => {
  for (const granted of ['all', 'impossible'] as const) {
    const { view } = show({ granted });
    expect(view.queryByRole('button', { name: /^Grant/ })).toBeNull();
    cleanup();
  }
});

it.each([
  ['refused', { kind: 'refused' }, 'Nothing changed'],
  ['withdrawn', { kind: 'withdrawn', labels: ['*.shop.test'] }, '*.shop.test was withdrawn'],
  ['asked in a tab', { kind: 'in-tab' }, 'Answer in the tab'],
  ['failed', { kind: 'failed', why: 'no gesture' }, 'no gesture'],
] as const)('says that it was %s, until that is dismissed', (_, question, words) => {
  const { view } = show({ question });
  expect(view.getByRole('status').textContent).toContain(words);
  fireEvent.click(view.getByRole('button', { name: 'Dismiss the note on site access' }));
  expect(view.getByRole('status').textContent).toBe('');
});

it('opens into every host with its purpose, and takes access back', () => {
  const { strip, view, access } = show({ granted: 'all', hook: 'observing' });
  fireEvent.click(strip.querySelector('.strip-toggle')!);
  expect(view.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual([
    '*.shop.test',
    'api.partner.test',
    'maps.third.test',
  ]);
  expect(strip.textContent).toContain('Page hook, RUM cookies, live trial');
  expect(strip.textContent).toContain('It cannot reach workers');
  expect(strip.textContent).toContain('*.example.test');
  fireEvent.click(view.getByRole('button', { name: 'Revoke access to api.partner.test' }));
  expect(access.hosts.value.map(({ granted }) => granted)).toEqual([true, false, true]);
});
