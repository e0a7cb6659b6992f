import { describe, expect, it } from 'vitest';
import { createRollout, judgeRoutes, type AgentProfile, type Exchange } from '../../../../../src/core';
import { agentRegexFromJson } from '../../../../../src/core/agent/agent-regex';
import { planTrial, type PlanBasis } from '../../../../../src/panel/store/trial/trial-plan';
import type { TrialChoices } from '../../../../../src/panel/store/trial/types';
import { parseTrial } from '../../../../../src/protocol/trial';
import {
  agentWith,
  pageFacts,
  sampleExchange,
  type ExchangeSpec,
} from '../../../core/verdict/sample-exchange';

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
const anything = { purpose: 'x-dtc', pattern: '', exclusions: '' } as const;
const chosen: TrialChoices = { route: 'header', mode: 'strict', scope: 'matched', ticked: new Set() };

function plan(
  choices: Partial<TrialChoices>,
  more: Partial<PlanBasis> = {},
  made: Readonly<Record<string, ExchangeSpec>> = calls,
  agent: AgentProfile | null = null,
) {
  const rollout = createRollout();
  const exchanges = new Map<string, Exchange>();
  const facts = pageFacts({ agent });
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
    picking: { purpose: 'x-dtc', pattern: 'partner', exclusions: '' },
    patternFlaw: null,
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
    const result = plan({ route: 'cookies' }, { picking: anything });
    expect(fate(result)).toMatchObject({ '/unasked': null, '/accepts': 'cannot' });
    expect(result.trial).toMatchObject({ change: { route: 'cookies' }, endpoints: [{ path: '/unasked' }] });
  });

  it('without a pattern: every cross-origin call', () => {
    const result = plan({}, { picking: anything });
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

describe('trace context', () => {
  const agent: AgentProfile = {
    ...agentWith(''),
    kind: 'new-rum',
    application: 'ea7c4b59f27d43eb',
    cookiePostfix: 'lab12345',
    correlation: null,
    traceContext: {
      enabled: true,
      tracestateKeyPrefix: '2ead957c-980df25b',
      inclusions: agentRegexFromJson('partner'),
      exclusions: agentRegexFromJson('private'),
    },
  };
  const allows = (headers: string): ExchangeSpec => ({
    request: { 'x-key': '1' },
    response: cors,
    preflight: { asked: 'x-key', headers: { ...cors, 'access-control-allow-headers': headers } },
  });
  const made: Readonly<Record<string, ExchangeSpec>> = {
    both: { url: 'https://api.partner.test/both', ...allows('x-key, traceparent, tracestate') },
    one: { url: 'https://api.partner.test/one', ...allows('x-key, traceparent') },
    classic: { url: 'https://api.partner.test/classic', ...allows('x-key, x-dtc') },
    private: { url: 'https://api.partner.test/private', ...allows('x-key, traceparent, tracestate') },
    other: { url: 'https://api.shop.test/other', response: cors },
  };
  const inclusions = { purpose: 'inclusions', pattern: 'partner', exclusions: 'private' } as const;
  const traced = (choices: Partial<TrialChoices>, more: Partial<PlanBasis> = {}) =>
    plan(choices, { agent, picking: inclusions, ...more }, made, agent);

  it('is what a trial adds where the pattern chosen is for it, to what is included and not excluded', () => {
    const result = traced({});
    expect(result).toMatchObject({ adds: ['traceparent', 'tracestate'], breaking: 2, obstacle: null });
    expect(fate(result)).toEqual({
      '/both': null,
      '/one': null,
      '/classic': null,
      '/private': 'not-matched',
      '/other': 'not-matched',
    });
    expect(result.trial).toMatchObject({ pattern: 'partner', exclusions: 'private' });
  });

  it('is the same while the exclusions are edited: what they find is left alone', () => {
    const isPrivate = (url: string) => (url.includes('private') ? 'yes' : 'no');
    const result = traced(
      {},
      {
        picking: { ...inclusions, purpose: 'exclusions' },
        callOf: (id) => {
          const exchange = { ...sampleExchange(made[id]), id };
          return { exchange, reach: { now: isPrivate(exchange.url), deployed: 'no' } };
        },
      },
    );
    expect(fate(result)).toEqual(fate(traced({})));
    expect(result.trial).toEqual(traced({}).trial);
  });

  it('guarded: goes where both headers are known to be allowed', () => {
    expect(fate(traced({ mode: 'guarded' }))).toMatchObject({
      '/both': null,
      '/one': 'unproven',
      '/classic': 'unproven',
    });
  });

  it('is not proven by what accepts x-dtc alone, nor the other way round', () => {
    const scope = {
      mode: 'guarded',
      scope: 'ticked',
      ticked: new Set(['GET https://api.partner.test/both']),
    } as const;
    expect(traced(scope).included).toBe(1);
    expect(traced(scope, { picking: { ...inclusions, purpose: 'x-dtc' } }).included).toBe(0);
  });

  it('as if fixed: both names are allowed', () => {
    expect(traced({ mode: 'as-if-fixed' }).trial?.mended).toMatchObject([
      { headerNames: ['traceparent', 'tracestate', 'x-key'] },
    ]);
  });

  it('ticked: exclusions do not count', () => {
    const ticked = new Set(['GET https://api.partner.test/private']);
    const { trial } = traced({ scope: 'ticked', ticked });
    expect(trial).toMatchObject({ pattern: null, exclusions: null, endpoints: [{ path: '/private' }] });
  });

  const madeUp = { key: 'crosslink-trial@dtr', application: 'crosslink-trial', postfix: null };

  it.each([
    [
      'the agent’s own',
      agent,
      { key: '2ead957c-980df25b@dtr', postfix: 'lab12345', application: 'ea7c4b59f27d43eb' },
    ],
    [
      'made up without a key prefix',
      { ...agent, traceContext: { ...agent.traceContext!, tracestateKeyPrefix: '' } },
      madeUp,
    ],
    ['made up without an application', { ...agent, application: null }, madeUp],
  ] as const)('has values: %s', (_, profile, expected) => {
    const { trial } = traced({}, { agent: profile });
    expect(trial?.change).toMatchObject({
      value: { kind: 'trace-context', ...expected, visitor: expect.stringContaining('CROSSLINKTRIAL') },
    });
    expect(parseTrial(JSON.parse(JSON.stringify(trial)))).toEqual(trial);
  });

  it.each([
    ['', null],
    ['(', null],
    ['private', 'private'],
  ])('exclusions %j are in force as %j', (exclusions, expected) => {
    expect(traced({}, { picking: { ...inclusions, exclusions } }).trial?.exclusions).toBe(expected);
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
    'inclusions that are broken while exclusions are edited',
    {},
    { picking: { purpose: 'exclusions', pattern: '(', exclusions: 'x' } },
    'The pattern is not a regular expression.',
  ],
  ['nothing ticked', { scope: 'ticked' }, {}, 'No endpoint is ticked.'],
  [
    'nothing proven',
    { mode: 'guarded' },
    { callOf: () => undefined },
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
