import { describe, expect, it } from 'vitest';
import type { HookCall } from '../../../../../src/core/exchange/hook-call';
import { exchangeFacts } from '../../../../../src/panel/components/detail/exchange-facts';
import { hookFacts, hookNote } from '../../../../../src/panel/components/detail/hook-facts';
import { sampleCalls } from '../../../../browser/gallery/sample-calls';

const call: HookCall = {
  n: 1,
  api: 'fetch',
  at: 1000,
  url: '/cart',
  method: 'GET',
  input: 'request',
  container: 'headers',
  frozen: null,
  headers: [
    { name: 'x-dtc', value: 'sn="v_4_srv_1_sn_A", pc="1$2_3h4", v="1", app="a", r="https://app.shop.test/"' },
    { name: 'authorization', value: null },
  ],
  mode: 'cors',
  credentials: 'include',
  body: 'none',
  uploadListener: null,
  keepalive: true,
  sync: false,
  documentUrl: 'https://app.shop.test/',
  baseUrl: 'https://app.shop.test/',
  agent: 'running',
  trial: null,
};
const line = (name: string, given = call) => hookFacts(given).find((fact) => fact.name === name);

describe('what only the page hook tells', () => {
  it.each([
    ['URL as passed', '/cart'],
    ['First argument of fetch', 'request'],
    ['Kind of init.headers', 'headers'],
    ['Keepalive', 'yes'],
    ['RUM agent at that time', 'running'],
    ['User action open', 'yes'],
  ])('%s: %s, from the page hook', (name, value) => {
    expect(line(name)).toEqual({ name, value, source: 'page hook' });
  });

  it('shows values of headers only where they bear on linking', () => {
    expect(line('Headers set')?.value).toMatch(/^x-dtc: sn=.*\nauthorization$/s);
    expect(line('Headers set', { ...call, headers: [] })?.value).toBe('none');
  });

  it.each([
    ['none', 'not seen: there was neither dT_ nor DT_RUM'],
    ['starting', 'configured, not started yet'],
    ['new-rum', 'New RUM Experience; nothing recorded of it tells whether it had started'],
  ] as const)('an agent of which it saw “%s”: %s', (agent, value) => {
    expect(line('RUM agent at that time', { ...call, agent })?.value).toBe(value);
  });

  it('does not ask an XHR what only fetch has', () => {
    expect(line('Kind of init.headers', { ...call, api: 'xhr' })).toEqual({
      name: 'Kind of init.headers',
      value: null,
      source: 'only calls of fetch have one',
    });
  });

  it.each([
    [{ kind: 'header-added', headers: ['x-dtc'] }, 'x-dtc added'],
    [{ kind: 'header-added', headers: ['traceparent', 'tracestate'] }, 'traceparent and tracestate added'],
    [{ kind: 'made-credentialed' }, 'made credentialed'],
    [{ kind: 'already' }, 'left alone: it was so already'],
    [{ kind: 'not-matched' }, 'left alone: not meant for it'],
    [{ kind: 'not-possible', why: 'no-cors' }, 'could not be changed: no-cors'],
  ] as const)('what a trial did: %j', (effect, words) => {
    expect(line('Live trial', { ...call, trial: { id: 'trial', effect } })?.value).toBe(words);
  });
});

describe('a call without a report', () => {
  const [exchange] = sampleCalls;
  it.each([
    ['no-access', 'With site access'],
    ['reload', 'reload the page'],
    ['observing', 'made by a worker'],
  ] as const)('%s', (state, words) => {
    expect(hookNote(exchange!, state)).toContain(words);
  });

  it('of a worker says so whatever the hook does', () => {
    expect(hookNote({ ...exchange!, api: 'worker' }, 'no-access')).toContain('Made by a worker');
  });
});

it('names the page hook where it tells the kind of call and its document', () => {
  const exchange = { ...sampleCalls[0]!, documentUrl: call.documentUrl, hook: call };
  const sources = Object.fromEntries(exchangeFacts(exchange, null).map(({ name, source }) => [name, source]));
  expect(sources).toMatchObject({ 'Made by': 'page hook', Document: 'page hook', URL: 'network log' });
});
