import { describe, expect, it } from 'vitest';
import { createRollout, judgeRoutes, type Exchange } from '../../../../../src/core';
import { planTrial, type PlanBasis } from '../../../../../src/panel/store/trial/trial-plan';
import type { TrialChoices } from '../../../../../src/panel/store/trial/types';
import { parseTrial } from '../../../../../src/protocol/trial';
import { pageFacts, sampleExchange, type ExchangeSpec } from '../../../core/verdict/sample-exchange';

const cors = { 'access-control-allow-origin': '*' };
const named = {
  'access-control-allow-origin': 'https://app.shop.test',
  'access-control-allow-credentials': 'true',
};
const calls: Readonly<Record<string, ExchangeSpec>> = {
  own: { url: 'https://app.shop.test/cart' },
  accepts: {
    url: 'https://api.partner.test/accepts',
    method: 'PUT',
    request: { 'x-key': '1' },
    response: cors,
    preflight: {
      asked: 'x-key',
      headers: {
        ...cors,
        'access-control-allow-headers': 'x-key, x-dtc',
        'access-control-allow-methods': 'PUT',
      },
    },
  },
  reflects: {
    url: 'https://api.partner.test/reflects',
    request: { 'x-key': '1' },
    response: cors,
    preflight: { asked: 'x-key', headers: { ...cors, 'access-control-allow-headers': 'x-key' } },
  },
  refuses: {
    url: 'https://api.partner.test/refuses',
    request: { 'x-key': '1' },
    response: cors,
    preflight: { asked: 'x-key', headers: { ...cors, 'access-control-allow-headers': 'x-key, x-other' } },
  },
  unasked: { url: 'https://api.shop.test/unasked', response: named },
  beacon: { url: 'https://api.partner.test/beacon', api: 'beacon' },
};
const chosen: TrialChoices = { route: 'header', mode: 'strict', scope: 'matched', ticked: new Set() };

function plan(
  choices: Partial<TrialChoices>,
  more: Partial<PlanBasis> = {},
  made: Readonly<Record<string, ExchangeSpec>> = calls,
) {
  const rollout = createRollout();
  const exchanges = new Map<string, Exchange>();
  const facts = pageFacts({ agent: null });
  for (const [id, spec] of Object.entries(made)) {
    const exchange = { ...sampleExchange(spec), id };
    exchanges.set(id, exchange);
    rollout.set(exchange, judgeRoutes(exchange, facts));
  }
  return planTrial({
    choices: { ...chosen, ...choices },
    endpoints: rollout.endpoints(),
    callOf: (id) => {
      const exchange = exchanges.get(id);
      const now = exchange?.url.includes('partner') ? 'yes' : 'no';
      return exchange && { exchange, reach: { now, deployed: 'no' } };
    },
    pageOrigin: 'https://app.shop.test',
    agent: null,
    pattern: 'partner',
    patternFlaw: null,
    purpose: 'x-dtc',
    engine: 'chromium',
    id: 'a-trial-0123456789',
    ...more,
  });
}
const fate = (result: ReturnType<typeof plan>) =>
  Object.fromEntries(result.endpoints.map(({ path, leftAlone }) => [path, leftAlone]));

describe('which endpoints a trial changes', () => {
  it('strict, matched: all that the pattern matches, also later ones; never same-origin ones', () => {
    const result = plan({});
    expect(fate(result)).toEqual({
      '/accepts': null,
      '/reflects': null,
      '/refuses': null,
      '/unasked': 'not-matched',
      '/beacon': 'cannot',
    });
    expect(result).toMatchObject({ included: 3, breaking: 1, includesUnseen: true });
    expect(result.trial).toMatchObject({ pattern: 'partner', endpoints: null, mended: [] });
  });

  it('guarded: only those that are known to accept it, by name', () => {
    const result = plan({ mode: 'guarded' });
    expect(fate(result)).toMatchObject({ '/accepts': null, '/reflects': 'unproven', '/refuses': 'unproven' });
    expect(result.includesUnseen).toBe(false);
    expect(result.trial?.endpoints).toEqual([
      { method: 'PUT', origin: 'https://api.partner.test', path: '/accepts' },
    ]);
  });

  it('ticked: those, whatever the pattern says', () => {
    const key = 'GET https://api.shop.test/unasked';
    const result = plan({ scope: 'ticked', ticked: new Set([key]) });
    expect(fate(result)).toMatchObject({ '/unasked': null, '/accepts': 'not-ticked' });
    expect(result.trial).toMatchObject({ pattern: null, endpoints: [{ path: '/unasked' }] });
  });

  it('on the cookie route: those of the page’s site, by name', () => {
    const result = plan({ route: 'cookies' }, { pattern: '' });
    expect(fate(result)).toMatchObject({ '/unasked': null, '/accepts': 'cannot' });
    expect(result.trial).toMatchObject({ change: { route: 'cookies' }, endpoints: [{ path: '/unasked' }] });
  });

  it('without a pattern: every cross-origin call', () => {
    const result = plan({}, { pattern: '' });
    expect(fate(result)).toMatchObject({ '/accepts': null, '/unasked': null });
    expect(result.trial?.pattern).toBeNull();
  });
});

describe('as if fixed', () => {
  it('mends the answers of each origin for the methods and headers that were seen', () => {
    const result = plan({ mode: 'as-if-fixed' });
    expect(result.trial?.mended).toEqual([
      {
        from: 'https://app.shop.test',
        origin: 'https://api.partner.test',
        methods: ['PUT', 'GET'],
        headerNames: ['x-dtc', 'x-key'],
      },
    ]);
    expect(result.breaking).toBe(0);
  });

  it('mends them for every origin that calls, a frame’s too, but not for a document that has none', () => {
    const url = 'https://api.partner.test/a';
    const result = plan(
      { mode: 'as-if-fixed' },
      {},
      {
        page: { url, response: cors },
        frame: { url, from: 'https://frame.other.test', response: cors },
        sandboxed: { url, from: 'null', response: cors },
      },
    );
    expect(result.trial?.mended.map(({ from }) => from)).toEqual([
      'https://app.shop.test',
      'https://frame.other.test',
    ]);
  });
});

describe('the value of x-dtc', () => {
  it('is a marked, synthetic one where there is no agent', () => {
    const change = plan({}).trial?.change;
    expect(change?.route === 'header' && change.value.kind).toBe('synthetic');
    expect(JSON.stringify(change)).toContain('crosslink-trial');
  });

  it('is the agent’s own, with the synthetic one where it has no session', () => {
    const agent = { ...pageFacts().agent!, cookiePostfix: 'lab12345', application: 'ea7c4b59f27d43eb' };
    expect(plan({}, { agent }).trial?.change).toMatchObject({
      value: { kind: 'agent', postfix: 'lab12345', application: 'ea7c4b59f27d43eb' },
    });
  });
});

it.each([
  ['no page', {}, { pageOrigin: null }, 'Only pages of the web can be altered.'],
  ['an opaque page', {}, { pageOrigin: 'null' }, 'Only pages of the web can be altered.'],
  ['a broken pattern', {}, { patternFlaw: 'invalid' }, 'The pattern is not a regular expression.'],
  [
    'a pattern that would freeze the page',
    {},
    { patternFlaw: 'too-slow' },
    'The pattern is too slow on the URLs of this page: the trial would make it stand still.',
  ],
  [
    'a pattern that is for trace context',
    {},
    { purpose: 'inclusions' },
    'A trial of the header route adds x-dtc; the pattern chosen is for traceparent and tracestate.',
  ],
  ['nothing ticked', { scope: 'ticked' }, {}, 'No endpoint is ticked.'],
  [
    'nothing proven',
    { mode: 'guarded' },
    { pattern: 'x', callOf: () => undefined },
    'No endpoint is known to accept it: probe them first.',
  ],
  [
    'nothing seen',
    { mode: 'as-if-fixed' },
    { endpoints: [] },
    'No endpoint was seen that it could apply to: use the page first.',
  ],
] as const)('cannot start with %s', (_, choices, basis, obstacle) => {
  expect(plan(choices, basis)).toMatchObject({ obstacle, trial: null });
});

it.each(['strict', 'guarded', 'as-if-fixed'] as const)(
  'makes a %s trial that the protocol accepts',
  (mode) => {
    const { trial } = plan({ mode });
    expect(parseTrial(JSON.parse(JSON.stringify(trial)))).toEqual(trial);
  },
);
