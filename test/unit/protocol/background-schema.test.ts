import { describe, expect, it } from 'vitest';
import {
  backgroundVersion,
  isPresenceQuestion,
  parseCall,
  parseEvent,
} from '../../../src/protocol/background-schema';
import { hookLimits } from '../../../src/protocol/hook-limits';
import { parseHookCalls } from '../../../src/protocol/hook-schema';

const request = { url: 'https://api.test/', origin: 'null', method: 'PUT', headerNames: ['x-dtc'] };
const probe = { id: 'a-1', timeout: 1_000, request };
const message = (name: string, params: unknown, change: object = {}): unknown => ({
  crosslink: 'call',
  version: backgroundVersion,
  tabId: 1,
  name,
  params,
  ...change,
});

describe('a call to the background', () => {
  it.each([
    ['access.read', { patterns: ['*://*.shop.test/*'] }],
    ['probe.run', probe],
    ['trial.stop', {}],
    ['cookies.read', { pageUrl: 'https://a.test/', targets: [] }],
  ])('%s is read', (name, params) => {
    expect(parseCall(message(name, params))).toEqual({ name, tabId: 1, params });
  });

  it.each([
    ['another version', message('trial.stop', {}, { version: 0 })],
    ['no tab', message('trial.stop', {}, { tabId: -1 })],
    ['an unknown name', message('eval', {})],
    ['a name of Object.prototype', message('constructor', {})],
    ['parameters of another call', message('probe.run', { patterns: [] })],
    ['more than asked for', message('trial.stop', { also: 1 })],
    ['a pattern that is none', message('access.revoke', { patterns: ['<all_urls>'] })],
    [
      'a URL that is not of the web',
      message('probe.run', { ...probe, request: { ...request, url: 'file:///etc' } }),
    ],
    [
      'a header name with a line break',
      message('probe.run', { ...probe, request: { ...request, headerNames: ['a\nb'] } }),
    ],
    ['nothing', undefined],
  ])('with %s is refused', (_, input) => {
    expect(parseCall(input)).toBeNull();
  });
});

const call = {
  n: 0,
  api: 'fetch',
  at: 1,
  url: '/a',
  method: 'GET',
  input: 'string',
  container: 'none',
  frozen: null,
  headers: [{ name: 'x-dtc', value: 'sn=""' }],
  mode: 'cors',
  credentials: 'same-origin',
  body: 'none',
  uploadListener: null,
  keepalive: false,
  sync: false,
  documentUrl: 'https://a.test/',
  baseUrl: 'https://a.test/',
  agent: 'none',
  trial: { id: 't', effect: { kind: 'header-added', headers: ['traceparent', 'tracestate'] } },
};

describe('calls that the page reports', () => {
  it.each([
    ['a URL without end', { url: 'x'.repeat(hookLimits.url + 1) }],
    ['headers without end', { headers: Array.from({ length: 100 }, () => ({ name: 'a', value: null })) }],
    ['a number that is none', { at: Number.NaN }],
    ['an object for a text', { method: { toString: () => 'GET' } }],
    ['an unknown kind', { api: 'constructor' }],
    ['an effect of its own', { trial: { id: 't', effect: { kind: 'linked' } } }],
    ['a member too many', { also: 1 }],
    ['a member missing', { agent: undefined }],
  ])('with %s are dropped, the others stay', (_, change) => {
    expect(parseHookCalls([{ ...call, ...change }, call])).toEqual([call]);
  });

  it.each(['none', 'starting', 'running', 'new-rum'])('tell of the agent: %s', (agent) => {
    expect(parseHookCalls([{ ...call, agent }])).toEqual([{ ...call, agent }]);
  });

  it('are no more than fit in one message', () => {
    expect(parseHookCalls(Array.from({ length: 500 }, () => call))).toHaveLength(hookLimits.calls);
    expect(parseHookCalls({ length: 1, 0: call })).toEqual([]);
  });
});

it('an event is read by every panel if it names no tab', () => {
  const event = { crosslink: 'event', version: backgroundVersion, tabId: null, restarted: false };
  expect(parseEvent({ ...event, event: { type: 'access-changed' } })?.tabId).toBeNull();
  expect(parseEvent({ ...event, event: { type: 'other' } })).toBeNull();
});

it('the question for a panel is of its tab and tells nothing', () => {
  const question = {
    crosslink: 'event',
    version: backgroundVersion,
    tabId: 7,
    event: null,
    restarted: false,
  };
  expect(isPresenceQuestion(question, 7)).toBe(true);
  expect(isPresenceQuestion(question, 8)).toBe(false);
  expect(isPresenceQuestion({ ...question, event: { type: 'access-changed' } }, 7)).toBe(false);
  expect(isPresenceQuestion({ ...question, version: backgroundVersion + 1 }, 7)).toBe(false);
});
