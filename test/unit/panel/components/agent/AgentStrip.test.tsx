import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { AgentStrip } from '../../../../../src/panel/components/agent/AgentStrip';
import { fakeStore, type FakeStoreOptions } from '../../../../browser/gallery/fake-store';
import { sampleAgent } from '../../../../browser/gallery/sample-agent';

afterEach(cleanup);

function show(options: Partial<FakeStoreOptions> = {}) {
  const view = render(<AgentStrip page={fakeStore(options).page} />);
  const strip = view.getByRole('region', { name: 'RUM agent' });
  const toggle = strip.querySelector<HTMLButtonElement>('.strip-toggle')!;
  return { view, strip, toggle };
}

describe('an agent', () => {
  it('is told in one line', () => {
    const line = show().toggle.textContent;
    for (const part of [
      'RUM agent 1.337',
      'classic RUM',
      '2 warnings',
      'captures',
      'ea7c4b59f27d43eb',
      'shop.test',
    ]) {
      expect(line).toContain(part);
    }
  });

  it('says what it does not capture, and what is not known', () => {
    const line = show({ agent: { ...sampleAgent, capturesXhr: null, capturesFetch: false } }).toggle
      .textContent;
    expect(line).toContain('perhaps XHR');
    expect(line).toContain('not fetch');
  });

  it('opens into everything that is known', () => {
    const { strip, toggle } = show();
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(toggle);
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    const facts = Object.fromEntries(
      [...strip.querySelectorAll('.agent-field')].map((field) => [
        field.querySelector('dt')!.textContent,
        field.querySelector('dd')!.textContent,
      ]),
    );
    expect(facts).toMatchObject({
      'Injected by': 'OneAgent JavaScript tag, automatically',
      'Captures XHR': 'yes',
      'Opt-in': 'not required',
      'RUM cookies': 'shop.test · no SameSite · not Secure',
      'Cookies on the page': 'dtCookie, rxVisitor, dtPC',
      'Configuration from': 'the running agent',
    });
    expect(strip.textContent).toContain('The configuration comes from local storage');
  });
});

describe('no agent', () => {
  it('says by what the routes are judged, and why', () => {
    const { strip, toggle } = show({ agent: null });
    expect(toggle.textContent).toContain('as if a current agent captured XHR and fetch');
    fireEvent.click(toggle);
    expect(strip.textContent).toContain('nothing links today');
  });
});

describe('a page that cannot be asked', () => {
  it('names the error', () => {
    const { strip, toggle } = show({ agent: null, agentState: 'unreadable', agentError: 'EvalError' });
    fireEvent.click(toggle);
    expect(strip.textContent).toContain('EvalError');
  });
});

it('has nothing to open while it is being read', () => {
  const { toggle } = show({ agent: null, agentState: 'reading' });
  expect(toggle.disabled).toBe(true);
});
