import { computed, signal } from '@preact/signals';
import { cleanup, fireEvent, render, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { traceContextSet } from '../../../../../src/core';
import { TrialBanner } from '../../../../../src/panel/components/trial/TrialBanner';
import { TrialButtons } from '../../../../../src/panel/components/trial/TrialButtons';
import { TrialComparisonView } from '../../../../../src/panel/components/trial/TrialComparisonView';
import { TrialDialog } from '../../../../../src/panel/components/trial/TrialDialog';
import type { TrialState } from '../../../../../src/panel/store/trial/types';
import type { Trial } from '../../../../../src/protocol/trial';
import { sampleTrial, type FakeSiteOptions } from '../../../../browser/gallery/fake-site';
import { fakeStore } from '../../../../browser/gallery/fake-store';

const traced = {
  kind: 'trace-context',
  key: 'a@dtr',
  application: 'a1',
  postfix: '',
  visitor: 'v',
  session: 's',
} as const;

afterEach(cleanup);
// the test's DOM has no modal dialogs
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.setAttribute('open', '');
  };
});

function dialog(site: Partial<FakeSiteOptions> = {}, tickedInTable: ReadonlySet<string> = new Set()) {
  const { trial, probe } = fakeStore({ site });
  const spied = { ...trial, start: vi.fn(), confirm: vi.fn(trial.confirm) };
  const probing = { ...probe, probeEndpoints: vi.fn() };
  const open = signal(true);
  const view = render(
    <TrialDialog open={open} trial={spied} probe={probing} tickedInTable={tickedInTable} />,
  );
  const start = view.getByRole('button', { name: 'Start and reload page' }) as HTMLButtonElement;
  return { view, trial: spied, probe: probing, open, start };
}

describe('the dialog', () => {
  it('starts only when every condition is confirmed', () => {
    const { view, trial, open, start } = dialog();
    const boxes = within(view.getByRole('group', { name: 'Confirm once for this site' })).getAllByRole(
      'checkbox',
    );
    for (const box of boxes) {
      expect(start.disabled).toBe(true);
      fireEvent.click(box);
    }
    expect(start.disabled).toBe(false);
    fireEvent.submit(start.closest('form')!);
    expect([trial.confirm.mock.calls.length, trial.start.mock.calls.length, open.value]).toEqual([
      1,
      1,
      false,
    ]);
  });

  it('names the headers in trial: by route, in the conditions, and what picks the calls', () => {
    const { trial, probe } = fakeStore({ site: {} });
    const traces = { adds: traceContextSet, pattern: 'api', exclusions: 'private' };
    const plan = computed(() => ({ ...trial.plan.value, ...traces }));
    const view = render(
      <TrialDialog open={signal(true)} trial={{ ...trial, plan }} probe={probe} tickedInTable={new Set()} />,
    );
    const text = view.container.textContent ?? '';
    expect(text).toContain('traceparent and tracestate are added to the calls, as the agent would add them');
    expect(text).toContain('their preflights allow traceparent and tracestate, or I accept');
    expect(text).toContain('Matched by the inclusions, less the exclusions');
    expect(text).not.toContain('x-dtc');
  });

  it('asks for no confirmation a second time', () => {
    const { view, trial, start } = dialog({ confirmed: true });
    expect(view.queryByText('Confirm once for this site')).toBeNull();
    fireEvent.submit(start.closest('form')!);
    expect([trial.confirm.mock.calls.length, trial.start.mock.calls.length]).toEqual([0, 1]);
  });

  it('chooses route, mode and calls', () => {
    const { view, trial } = dialog({ confirmed: true });
    fireEvent.click(view.getByRole('radio', { name: /^Cookies/ }));
    fireEvent.click(view.getByRole('radio', { name: /^As if fixed/ }));
    fireEvent.click(view.getByRole('radio', { name: /^Ticked/ }));
    expect(trial.choices.value).toMatchObject({ route: 'cookies', mode: 'as-if-fixed', scope: 'ticked' });
  });

  it('says what stands in the way, and which endpoints will break', () => {
    const { view, start } = dialog({ confirmed: true });
    fireEvent.click(view.getByRole('radio', { name: /^Ticked/ }));
    expect(view.getByRole('status').textContent).toBe('No endpoint is ticked.');
    expect(start.disabled).toBe(true);
    fireEvent.click(view.getAllByRole('checkbox').find((box) => !(box as HTMLInputElement).disabled)!);
    expect(start.disabled).toBe(false);
  });

  it('offers to probe what a guarded trial leaves out', () => {
    const { view, probe } = dialog({ confirmed: true });
    fireEvent.click(view.getByRole('button', { name: /^Probe \d+ endpoints$/ }));
    expect(probe.probeEndpoints.mock.calls[0]?.[0]).toContain('GET https://api.shop.test/prices');
  });

  it('begins with the endpoints that are ticked in the table', () => {
    const ticked = new Set(['GET https://api.shop.test/prices']);
    const { trial } = dialog({ confirmed: true }, ticked);
    expect(trial.choices.value).toMatchObject({ scope: 'ticked', ticked });
  });
});

describe('the banner', () => {
  function banner(state: FakeSiteOptions['trial']) {
    const { trial } = fakeStore({ site: { trial: state } });
    const spied = { ...trial, stop: vi.fn(), reload: vi.fn() };
    const onCompare = vi.fn();
    return { trial: spied, onCompare, view: render(<TrialBanner trial={spied} onCompare={onCompare} />) };
  }

  it('is not there without a trial', () => {
    expect(banner('none').view.container.textContent).toBe('');
  });

  it('says what is altered, and how to end it', () => {
    const { view, trial, onCompare } = banner('running');
    const text = view.getByRole('status').textContent;
    expect(text).toContain(
      'This page is being altered. x-dtc of the agent’s own session is added to its calls',
    );
    expect(text).toContain('strict: as production would behave');
    fireEvent.click(view.getByRole('button', { name: 'Stop trial' }));
    fireEvent.click(view.getByRole('button', { name: 'Reload page' }));
    fireEvent.click(view.getByRole('button', { name: 'Results' }));
    expect([trial.stop, trial.reload, onCompare].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1]);
  });

  it.each<[string, Trial['change'], string]>([
    [
      'a made-up x-dtc',
      { route: 'header', value: { kind: 'synthetic', value: 'x' } },
      'A made-up x-dtc is added to its calls',
    ],
    [
      'trace context',
      { route: 'header', value: traced },
      'traceparent and tracestate are added to its calls, with the agent’s own session where its cookies tell it',
    ],
    [
      'made-up trace context',
      { route: 'header', value: { ...traced, postfix: null } },
      'Made-up traceparent and tracestate are added to its calls',
    ],
    ['credentials', { route: 'cookies' }, 'Its calls are made credentialed'],
  ])('names what is added: %s', (_, change, words) => {
    const { trial } = fakeStore({ site: { trial: 'running' } });
    const state = signal<TrialState>({ kind: 'running', trial: { ...sampleTrial, change } });
    const { container } = render(<TrialBanner trial={{ ...trial, state }} onCompare={() => {}} />);
    expect(container.textContent).toContain(`This page is being altered. ${words}; strict:`);
  });

  it('stops once', () => {
    const button = banner('stopping').view.getByRole('button', { name: 'Stopping…' }) as HTMLButtonElement;
    expect(button.disabled).toBe(true);
  });

  it('says afterwards that the page may still show it, until that is dismissed', () => {
    const { view } = banner('over');
    expect(view.getByRole('status').textContent).toContain(
      'The trial was stopped. New calls are the page’s own',
    );
    fireEvent.click(view.getByRole('button', { name: 'Dismiss the note on the trial' }));
    expect(view.container.textContent).toBe('');
  });

  it('says why it did not work', () => {
    expect(banner('failed').view.getByRole('status').textContent).toContain('needs site access');
  });
});

describe('the switch', () => {
  it.each([
    ['none', false],
    ['running', true],
  ] as const)('%s: pressed %s', (state, pressed) => {
    const { trial } = fakeStore({ site: { trial: state } });
    const stop = vi.fn();
    const dialogOpen = signal(false);
    const view = render(
      <TrialButtons trial={{ ...trial, stop }} dialogOpen={dialogOpen} comparisonOpen={signal(false)} />,
    );
    const button = view.getByRole('button', { name: 'Live trial' });
    expect(button.getAttribute('aria-pressed')).toBe(String(pressed));
    fireEvent.click(button);
    expect([stop.mock.calls.length, dialogOpen.value]).toEqual(pressed ? [1, false] : [0, true]);
  });
});

describe('baseline against trial', () => {
  const show = (site: Partial<FakeSiteOptions>) => {
    const onStart = vi.fn();
    const view = render(
      <TrialComparisonView trial={fakeStore({ site }).trial} onStart={onStart} onClose={() => {}} />,
    );
    return { view, onStart };
  };

  it('tells how to come to something to compare', () => {
    const { view, onStart } = show({});
    fireEvent.click(view.getByRole('button', { name: 'Start a trial…' }));
    expect(onStart).toHaveBeenCalledOnce();
  });

  it('sets prediction beside outcome, what broke first, and says where they differ', () => {
    const { view } = show({ tried: true });
    const lines = [...view.container.querySelectorAll<HTMLElement>('[data-endpoint]')];
    expect(lines[0]?.dataset).toMatchObject({
      endpoint: 'POST https://api.partner.test/v1/quotes',
      predicted: 'links',
      tried: 'breaks',
    });
    expect(lines[0]?.textContent).toContain('Not among the headers allowed: x-dtc.');
    expect(lines[0]?.textContent).toContain('not as predicted');
    const prices = lines.find(({ dataset }) => dataset['endpoint'] === 'GET https://api.shop.test/prices');
    expect(prices?.textContent).toContain('was not certain: the trial answers it');
    expect(prices?.textContent).toContain('0/1 → 1/1');
  });

  it('sums up what broke and what the preflights cost', () => {
    const totals = show({ tried: true }).view.container.querySelector('.totals')?.textContent;
    expect(totals).toContain('Broke4');
    expect(totals).toContain('Preflights+4');
    expect(totals).toContain('median 22 ms');
  });
});

describe('the comparison', () => {
  it('takes the focus, is left by Escape, and gives the focus back to what opened it', () => {
    const opener = document.body.appendChild(document.createElement('button'));
    opener.focus();
    const onClose = vi.fn();
    const { trial } = fakeStore({ site: { tried: true } });
    const { getByRole, unmount } = render(
      <TrialComparisonView trial={trial} onStart={() => {}} onClose={onClose} />,
    );
    expect(document.activeElement).toBe(getByRole('region', { name: 'Baseline against trial' }));
    fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
    expect(onClose).toHaveBeenCalledOnce();
    unmount();
    expect(document.activeElement).toBe(opener);
    opener.remove();
  });
});
