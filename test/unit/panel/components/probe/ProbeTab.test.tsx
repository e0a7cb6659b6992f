import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Route, Verdict } from '../../../../../src/core';
import type { ProbeResult } from '../../../../../src/core/probe/types';
import { ProbeButton } from '../../../../../src/panel/components/probe/ProbeButton';
import { ProbeProgress } from '../../../../../src/panel/components/probe/ProbeStatus';
import { ProbeTab } from '../../../../../src/panel/components/probe/ProbeTab';
import type { FakeSiteOptions } from '../../../../browser/gallery/fake-site';
import { fakeStore } from '../../../../browser/gallery/fake-store';
import { sampleCalls } from '../../../../browser/gallery/sample-calls';

afterEach(cleanup);

const recommendations = sampleCalls.find(({ url }) => url.includes('/recommendations'))!;
const own = sampleCalls.find(({ url }) => url.endsWith('app.shop.test/cart'))!;
const unknown: Verdict = { outcome: 'unknown', reasons: [], addsPreflight: true, steps: [] };
const noneTold = { today: unknown, cookies: unknown, header: unknown };

function show(
  site: Partial<FakeSiteOptions>,
  exchange = recommendations,
  verdicts: Readonly<Record<Route, Verdict>> = noneTold,
) {
  const { probe } = fakeStore({ site });
  const spied = { ...probe, probeCall: vi.fn(), cancel: vi.fn() };
  return { probe: spied, view: render(<ProbeTab exchange={exchange} probe={spied} verdicts={verdicts} />) };
}

describe('an endpoint', () => {
  it('that was not asked: shows what would be sent, and sends it on a click', () => {
    const { view, probe } = show({});
    const sent = view.getByRole('region', { name: 'Would be sent' });
    expect(sent.textContent).toContain('OPTIONS https://api.shop.test/recommendations?user=42');
    expect(sent.textContent).toContain('access-control-request-headersx-dtc');
    expect(view.queryByRole('region', { name: 'Header' })).toBeNull();
    expect(probe.probeCall).not.toHaveBeenCalled();
    fireEvent.click(view.getByRole('button', { name: 'Probe' }));
    expect(probe.probeCall).toHaveBeenCalledExactlyOnceWith(recommendations);
  });

  it.each([
    ['answered', 'Answered with status 204 after 31 ms.'],
    ['redirected', 'Answered by a redirect.'],
    ['no-answer', 'No answer: Failed to fetch'],
    ['timeout', 'No answer within 10.0 s.'],
    ['no-access', 'Nothing was sent: no access to api.partner.test.'],
    ['failed', 'Nothing was sent: The browser refused the rule.'],
  ] satisfies readonly (readonly [ProbeResult['kind'], string])[])('%s', (probeResult, words) => {
    const { view } = show({ probeResult });
    expect(
      view
        .getAllByRole('status')
        .map(({ textContent }) => textContent)
        .join(),
    ).toContain(words);
    expect(view.getByRole('button', { name: 'Probe again' })).toBeTruthy();
  });

  it('that answered: shows the answer and what follows from it', () => {
    const { view } = show({ probeResult: 'answered' });
    expect(view.getByRole('region', { name: 'Sent' })).toBeTruthy();
    expect(view.getByRole('region', { name: 'Answer' }).textContent).toContain('Status 204');
    expect(view.container.querySelector('[data-route="header"]')).not.toBeNull();
  });

  it.each(['probed', 'preflight-refused-with-x-dtc'] as const)(
    'that answered: shows the other routes whose verdicts follow from it, too (%s)',
    (code) => {
      const cookies: Verdict = { ...unknown, reasons: [{ code, text: 'told' }] };
      const { view } = show({ probeResult: 'answered' }, recommendations, { ...noneTold, cookies });
      const routes = [...view.container.querySelectorAll<HTMLElement>('[data-route]')];
      expect(routes.map(({ dataset }) => dataset['route'])).toEqual(['header', 'cookies']);
    },
  );

  it('of the page’s own origin has nothing to be asked', () => {
    expect(show({}, own).view.container.textContent).toContain('There is nothing to ask');
  });
});

describe('the toolbar’s button', () => {
  function button(site: Partial<FakeSiteOptions>, ticked: ReadonlySet<string>) {
    const { probe } = fakeStore({ site });
    const spied = { ...probe, probeUnasked: vi.fn(), probeEndpoints: vi.fn() };
    const view = render(<ProbeButton probe={spied} ticked={ticked} />);
    return { probe: spied, element: view.getByRole('button') as HTMLButtonElement };
  }

  it('asks all unknown endpoints', () => {
    const { probe, element } = button({}, new Set());
    expect(element.getAttribute('aria-label')).toBe('Probe 3 unknown endpoints');
    fireEvent.click(element);
    expect(probe.probeUnasked).toHaveBeenCalledOnce();
  });

  it('asks those that are ticked in the table', () => {
    const ticked = new Set(['GET https://api.shop.test/prices']);
    const { probe, element } = button({}, ticked);
    fireEvent.click(element);
    expect(probe.probeEndpoints).toHaveBeenCalledExactlyOnceWith(ticked);
  });

  it('waits while probes are under way', () => {
    expect(button({ probing: { done: 1, total: 3 } }, new Set()).element.disabled).toBe(true);
  });
});

it('probes under way can be cancelled', () => {
  const { probe } = fakeStore({ site: { probing: { done: 1, total: 3 } } });
  const cancel = vi.fn();
  const view = render(<ProbeProgress probe={{ ...probe, cancel }} />);
  expect(view.container.textContent).toContain('probed 1 of 3');
  fireEvent.click(view.getByRole('button', { name: 'Cancel probing' }));
  expect(cancel).toHaveBeenCalledOnce();
});
