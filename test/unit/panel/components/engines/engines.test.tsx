import { cleanup, fireEvent, render, within } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { EngineContext } from '../../../../../src/panel/components/engines/engine-context';
import { EngineMark } from '../../../../../src/panel/components/engines/EngineMark';
import { EngineSwitch } from '../../../../../src/panel/components/engines/EngineSwitch';
import { DecisionTab } from '../../../../../src/panel/components/detail/DecisionTab';
import { judgeRoutes } from '../../../../../src/core';
import { fakeStore } from '../../../../browser/gallery/fake-store';
import { pageFacts, rumCookies, sampleExchange } from '../../../core/verdict/sample-exchange';

afterEach(cleanup);

/** An http page and its https API: one site for Firefox only. */
const differing = sampleExchange({
  from: 'http://app.shop.test',
  credentials: 'include',
  request: [rumCookies],
  response: {
    'access-control-allow-origin': 'http://app.shop.test',
    'access-control-allow-credentials': 'true',
  },
});
const alike = { ...sampleExchange(), id: 'alike' };

function show(children: ComponentChildren, engine: 'chromium' | 'firefox' = 'firefox') {
  const { engines } = fakeStore({ exchanges: [differing, alike], engine });
  const view = render(<EngineContext.Provider value={engines}>{children}</EngineContext.Provider>);
  return { engines, view };
}

describe('the switch', () => {
  it('offers this browser by its name, both browsers and the standard, and tells the store', () => {
    const { engines } = fakeStore({ engine: 'firefox' });
    const view = render(<EngineSwitch engines={engines} />);
    const select = view.getByRole('combobox', { name: 'Judge for' }) as HTMLSelectElement;
    expect([...select.options].map(({ text }) => text)).toEqual([
      'this browser (Firefox)',
      'Chrome',
      'Firefox',
      'the standard',
    ]);
    expect(select.value).toBe('own');
    fireEvent.change(select, { target: { value: 'chromium' } });
    expect(engines.judgeFor.value).toBe('chromium');
    expect(engines.judgedFor.value).toBe('chromium');
  });
});

describe('the mark of a row', () => {
  it('says in words which browser judges the call otherwise', () => {
    const { view } = show(<EngineMark id={differing.id} kind="call" />);
    expect(view.container.textContent).toBe('differs in Chrome');
    expect(view.container.querySelector('svg')).not.toBeNull();
  });

  it('stands at its endpoint, too', () => {
    const { view } = show(<EngineMark id="GET https://api.shop.test/orders" kind="endpoint" />);
    expect(view.container.textContent).toBe('differs in Chrome');
  });

  it('is not there where all browsers agree', () => {
    const { view } = show(<EngineMark id={alike.id} kind="call" />);
    expect(view.container.textContent).toBe('');
  });
});

describe('the details', () => {
  const verdicts = judgeRoutes(differing, pageFacts({ engine: 'firefox' }));

  it('tell at the route what the other browser makes of it', () => {
    const of = { kind: 'call', id: differing.id } as const;
    const { view } = show(<DecisionTab method="GET" url={differing.url} verdicts={verdicts} of={of} />);
    const cookies = within(view.getByRole('region', { name: /Cookies/ }));
    expect(cookies.getByText(/In Chrome/).textContent).toContain('cannot');
    const today = within(view.getByRole('region', { name: /Today/ }));
    expect(today.queryByText(/In Chrome/)).toBeNull();
  });

  it('tell of an endpoint how many calls differ', () => {
    const of = { kind: 'endpoint', key: 'GET https://api.shop.test/orders', calls: 2 } as const;
    const { view } = show(<DecisionTab method="GET" url={differing.url} verdicts={verdicts} of={of} />);
    expect(view.getByText(/1 call would come to something else in Chrome/)).toBeTruthy();
  });
});
