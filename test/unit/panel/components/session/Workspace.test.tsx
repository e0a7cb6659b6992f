import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Workspace } from '../../../../../src/panel/components/session/Workspace';
import { fakeSessions } from '../../../../browser/gallery/fake-sessions';
import { fakeStore, type FakeStoreOptions } from '../../../../browser/gallery/fake-store';
import { pretendLayout } from '../layout';

beforeEach(() => pretendLayout(1400, 447));
afterEach(cleanup);

function show(options: Partial<FakeStoreOptions> = {}) {
  const store = fakeStore(options);
  const view = render(
    <Workspace sessions={fakeSessions(store)} theme={store.settings.theme} engine={store.page.engine} />,
  );
  const row = (index: number) => view.container.querySelector<HTMLElement>(`[data-index="${index}"]`)!;
  return { store, view, row };
}

describe('shortcuts', () => {
  it('record, clear and filter', () => {
    const { store, view } = show();
    fireEvent.keyDown(document.body, { key: 'e', ctrlKey: true });
    expect(store.recording.recording.value).toBe(false);
    fireEvent.keyDown(document.body, { key: 'f', ctrlKey: true });
    expect(document.activeElement).toBe(view.getByRole('combobox', { name: 'Filter' }));
    fireEvent.keyDown(document.activeElement!, { key: 'l', ctrlKey: true });
    expect(store.table.total.value).toBe(0);
  });

  it('open the help, but not while typing', () => {
    const { view } = show();
    fireEvent.keyDown(view.getByRole('combobox', { name: 'Filter' }), { key: '?', shiftKey: true });
    expect(view.queryByText('What the words mean')).toBeNull();
    fireEvent.keyDown(document.body, { key: '?', shiftKey: true });
    expect(view.queryByText('What the words mean')).not.toBeNull();
  });

  it('end with the panel', async () => {
    const { store } = show();
    const removed = vi.spyOn(window, 'removeEventListener');
    cleanup();
    await vi.waitFor(() => expect(removed).toHaveBeenCalledWith('keydown', expect.any(Function)));
    fireEvent.keyDown(document.body, { key: 'e', ctrlKey: true });
    expect(store.recording.recording.value).toBe(true);
  });
});

describe('details', () => {
  it('open by click, follow the selection, and close by Escape, which leads back to the row', () => {
    const { view, row } = show();
    fireEvent.click(row(0));
    expect(view.getByRole('region', { name: 'Details' }).textContent).toContain('https://app.shop.test/cart');
    fireEvent.keyDown(row(0), { key: 'ArrowDown' });
    expect(view.getByRole('region', { name: 'Details' }).textContent).toContain(
      'https://app.shop.test/session',
    );
    fireEvent.keyDown(view.getByRole('tab', { name: 'Decision' }), { key: 'Escape' });
    expect(view.queryByRole('region', { name: 'Details' })).toBeNull();
    expect(document.activeElement).toBe(row(1));
  });

  it('show per route the verdict, the deciding reason, its fix, and what was seen beside what is needed', () => {
    const { view, row } = show();
    fireEvent.click(row(4));
    const cookies = view.container.querySelector<HTMLElement>('[data-route="cookies"]')!;
    expect(cookies.querySelector('.outcome-badge')?.textContent).toBe('breaks');
    expect(cookies.textContent).toContain('acac-missing');
    expect(cookies.querySelector('.fix')?.textContent).toContain('Access-Control-Allow-Credentials: true');
    const failed = cookies.querySelector('.step[data-result="fail"]')!;
    expect(failed.querySelector('.step-result')?.textContent).toBe('fail');
    expect(failed.querySelector('.evidence-values')?.textContent).toContain('needed');
  });

  it('have tabs for a call, and arrows between them', () => {
    const { view, row } = show();
    fireEvent.click(row(4));
    const tab = (name: string) => view.getByRole('tab', { name });
    fireEvent.keyDown(tab('Decision'), { key: 'ArrowRight' });
    expect(document.activeElement).toBe(tab('Fix'));
    expect(view.getByRole('tabpanel').textContent).toContain('curl');
    fireEvent.click(tab('Headers'));
    expect(view.getByRole('tabpanel').textContent).toContain('Access-Control-Request-Headers');
    fireEvent.keyDown(tab('Headers'), { key: 'End' });
    expect(view.getByRole('tabpanel').textContent).toContain('Initiator’s origin');
    expect(tab('Facts').getAttribute('aria-selected')).toBe('true');
  });

  it('are resized by arrow keys', () => {
    const { store, view, row } = show();
    fireEvent.click(row(0));
    const splitter = view.getByRole('separator');
    fireEvent.keyDown(splitter, { key: 'ArrowLeft' });
    expect(store.settings.detailWidth.value).toBe(476);
    expect(splitter.getAttribute('aria-valuenow')).toBe('476');
  });

  it('say of a preflight that it can never be linked', () => {
    const { view, row } = show();
    fireEvent.click(row(5));
    expect(view.getByRole('tabpanel').textContent).toContain('A preflight can never be linked');
  });
});

it('carries theme and engine on the root element', () => {
  show({ theme: 'dark', engine: 'firefox' });
  expect(document.documentElement.dataset['theme']).toBe('dark');
  expect(document.documentElement.classList.contains('engine-firefox')).toBe(true);
  expect(document.documentElement.classList.contains('engine-chromium')).toBe(false);
});

it('marks matched and failed calls in words, too', () => {
  pretendLayout(1400, 4000);
  const { view } = show({ grouped: false });
  const rowOf = (url: string) => view.container.querySelector(`[data-kind="exchange"][data-url="${url}"]`)!;
  const failed = rowOf('https://api.shop.test/cart/lines/7');
  expect(failed.classList.contains('row-trouble')).toBe(true);
  expect(failed.textContent).toContain('(failed)');
  expect(rowOf('https://api.shop.test/prices').classList.contains('row-trouble')).toBe(true);
  expect(rowOf('https://app.shop.test/cart').classList.contains('row-trouble')).toBe(false);
  expect(rowOf('https://api.shop.test/checkout').textContent).toContain('matched by the pattern');
  expect(rowOf('https://app.shop.test/cart').textContent).not.toContain('matched');
});
