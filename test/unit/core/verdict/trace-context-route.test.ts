import { describe, expect, test } from 'vitest';
import { agentRegexFromJson } from '../../../../src/core/agent/agent-regex';
import type { HeaderSet } from '../../../../src/core/agent/link-headers';
import type { AgentProfile, TraceContextProfile } from '../../../../src/core/agent/profile';
import { judge } from '../../../../src/core/verdict/judge';
import type { ReasonCode } from '../../../../src/core/verdict/reason';
import type { Outcome, PageFacts } from '../../../../src/core/verdict/types';
import { agentWith, pageFacts, rumCookies, sampleExchange, shop, xDtc } from './sample-exchange';
import type { ExchangeSpec } from './sample-exchange';

const partner = 'https://api.partner.test/offers';
const allowShop = { 'Access-Control-Allow-Origin': shop };
const traced: HeaderSet = ['traceparent', 'tracestate'];
const all: HeaderSet = ['x-dtc', ...traced];
const own = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const agents = [
  ['traceparent', own],
  ['tracestate', '2ead957c@dtr=1;97039bf817c8584a;1;745a78fe5b6e57f6;1777;V-0'],
] as const;

function traceContext(
  inclusions: string,
  differences: Partial<TraceContextProfile> = {},
): TraceContextProfile {
  return {
    enabled: true,
    inclusions: agentRegexFromJson(inclusions),
    exclusions: null,
    tracestateKeyPrefix: '2ead957c',
    ...differences,
  };
}

const newRum = (inclusions: string, differences: Partial<TraceContextProfile> = {}): AgentProfile =>
  agentWith('', {
    kind: 'new-rum',
    application: 'ea7c4b59f27d43eb',
    modules: '18X',
    traceContext: traceContext(inclusions, differences),
  });

const both = (chw: string, inclusions: string, differences: Partial<AgentProfile> = {}): AgentProfile =>
  agentWith(chw, {
    kind: 'both',
    application: 'ea7c4b59f27d43eb',
    traceContext: traceContext(inclusions),
    ...differences,
  });

/** A PUT that is preflighted today; the answer allows these headers. */
const put = (allowed: string, more: ExchangeSpec = {}): ExchangeSpec => ({
  url: partner,
  method: 'PUT',
  request: [['Content-Type', 'application/json']],
  response: allowShop,
  preflight: {
    asked: 'content-type',
    headers: {
      ...allowShop,
      'Access-Control-Allow-Methods': 'PUT',
      'Access-Control-Allow-Headers': allowed,
    },
  },
  ...more,
});

type Expected = readonly [outcome: Outcome, reason: ReasonCode, adds: HeaderSet, addsPreflight?: boolean];

interface Case {
  readonly what: string;
  readonly call: ExchangeSpec;
  readonly page: Partial<PageFacts>;
  readonly header: Expected;
}

const included = { agent: newRum('partner') };

const cases: readonly Case[] = [
  {
    what: 'both names are allowed',
    call: put('content-type, Traceparent, TraceState'),
    page: included,
    header: ['links', 'header-accepted', traced, false],
  },
  {
    what: 'tracestate is missing',
    call: put('content-type, traceparent'),
    page: included,
    header: ['breaks', 'acah-lacks-trace-context', traced, false],
  },
  {
    what: 'traceparent is missing',
    call: put('content-type, tracestate'),
    page: included,
    header: ['breaks', 'acah-lacks-trace-context', traced, false],
  },
  {
    what: 'an endpoint that is prepared for x-dtc is not prepared for trace context',
    call: put('content-type, x-dtc'),
    page: included,
    header: ['breaks', 'acah-lacks-trace-context', traced, false],
  },
  {
    what: '* covers both without credentials',
    call: put('*'),
    page: included,
    header: ['links', 'header-accepted', traced, false],
  },
  {
    what: '* covers neither with credentials',
    call: put('*', {
      credentials: 'include',
      response: { ...allowShop, 'Access-Control-Allow-Credentials': 'true' },
      preflight: {
        asked: 'content-type',
        headers: {
          ...allowShop,
          'Access-Control-Allow-Credentials': 'true',
          'Access-Control-Allow-Methods': 'PUT',
          'Access-Control-Allow-Headers': 'content-type, *',
        },
      },
    }),
    page: included,
    header: ['breaks', 'acah-wildcard-credentialed', traced, false],
  },
  {
    what: 'a server that reflects',
    call: put('content-type'),
    page: included,
    header: ['links', 'header-likely-accepted', traced, false],
  },
  {
    what: 'a simple call: nobody has asked',
    call: { url: partner, response: allowShop },
    page: included,
    header: ['unknown', 'preflight-not-seen', traced, true],
  },
  {
    what: 'not included',
    call: put('content-type, traceparent, tracestate'),
    page: { agent: newRum('api\\.shop') },
    header: ['unlinked', 'trace-context-not-included', traced],
  },
  {
    what: 'no inclusions at all',
    call: put('content-type, traceparent, tracestate'),
    page: { agent: newRum('') },
    header: ['unlinked', 'trace-context-not-included', traced],
  },
  {
    what: 'inclusions see the absolute URL only',
    call: { url: `${shop}/api`, credentials: 'omit', response: {} },
    page: { agent: newRum('^/api') },
    header: ['links', 'header-free', traced, false],
  },
  {
    what: 'excluded, although included',
    call: put('content-type, traceparent, tracestate'),
    page: { agent: newRum('partner', { exclusions: agentRegexFromJson('/offers') }) },
    header: ['unlinked', 'trace-context-excluded', traced],
  },
  {
    what: 'an invalid exclusion excludes nothing',
    call: put('content-type, traceparent, tracestate'),
    page: { agent: newRum('partner', { exclusions: agentRegexFromJson('(') }) },
    header: ['links', 'header-accepted', traced, false],
  },
  {
    what: 'an invalid inclusion includes nothing',
    call: put('content-type, traceparent, tracestate'),
    page: { agent: newRum('(') },
    header: ['unlinked', 'trace-context-not-included', traced],
  },
  {
    what: 'switched off',
    call: put('content-type, traceparent, tracestate'),
    page: { agent: newRum('partner', { enabled: false }) },
    header: ['unlinked', 'trace-context-off', traced],
  },
  {
    what: 'no key prefix: the agent has nothing to write',
    call: put('content-type, traceparent, tracestate'),
    page: { agent: newRum('partner', { tracestateKeyPrefix: '' }) },
    header: ['unlinked', 'trace-context-no-values', traced],
  },
  {
    what: 'the page’s own traceparent, seen on the wire: only tracestate is added, included or not',
    call: put('traceparent', {
      request: [['traceparent', own]],
      preflight: {
        asked: 'traceparent',
        headers: {
          ...allowShop,
          'Access-Control-Allow-Methods': 'PUT',
          'Access-Control-Allow-Headers': 'traceparent, x-a',
        },
      },
    }),
    page: { agent: newRum('') },
    header: ['breaks', 'acah-lacks-trace-context', ['tracestate'], false],
  },
  {
    what: 'a malformed traceparent of the page’s own',
    call: put('traceparent, tracestate', {
      request: [['traceparent', 'x']],
      preflight: {
        asked: 'traceparent',
        headers: {
          ...allowShop,
          'Access-Control-Allow-Methods': 'PUT',
          'Access-Control-Allow-Headers': 'traceparent, tracestate',
        },
      },
    }),
    page: included,
    header: ['unlinked', 'traceparent-invalid', traced],
  },
  {
    what: 'sent today and accepted',
    call: { url: partner, request: agents, response: allowShop },
    page: included,
    header: ['links', 'trace-context-sent', traced, false],
  },
  {
    what: 'a trace context of another tool’s is not the agent’s',
    call: {
      url: partner,
      request: [
        ['traceparent', own],
        ['tracestate', 'vendor=1'],
      ],
      response: allowShop,
    },
    page: { agent: agentWith('') },
    header: ['unlinked', 'regex-not-set', ['x-dtc']],
  },
  {
    what: 'it breaks the call today already',
    call: {
      url: partner,
      status: null,
      error: 'net::ERR_FAILED',
      preflight: { asked: 'traceparent,tracestate', headers: allowShop },
    },
    page: included,
    header: ['unlinked', 'call-fails', traced],
  },
  {
    what: 'a draft that no longer includes takes it away',
    call: { url: partner, request: agents, response: allowShop },
    page: { ...included, traceContextDraft: { inclusions: 'api\\.shop' } },
    header: ['unlinked', 'trace-context-not-included', traced],
  },
  {
    what: 'a draft of exclusions takes it away',
    call: { url: partner, request: agents, response: allowShop },
    page: { ...included, traceContextDraft: { exclusions: 'partner' } },
    header: ['unlinked', 'trace-context-excluded', traced],
  },
  {
    what: 'a draft of inclusions adds it',
    call: put('content-type, traceparent, tracestate'),
    page: { agent: newRum(''), traceContextDraft: { inclusions: 'partner' } },
    header: ['links', 'header-accepted', traced, false],
  },
  {
    what: 'a draft of inclusions without New RUM on the page changes nothing',
    call: put('content-type, traceparent, tracestate'),
    page: { agent: agentWith('shop'), traceContextDraft: { inclusions: 'partner' } },
    header: ['unlinked', 'regex-no-match', ['x-dtc']],
  },
  {
    what: 'no-cors',
    call: { url: partner, mode: 'no-cors' },
    page: included,
    header: ['cannot', 'no-cors', traced],
  },
  {
    what: 'New RUM without its fetch module',
    call: { url: partner, response: allowShop },
    page: { agent: { ...newRum('partner'), modules: '1X', capturesFetch: false } },
    header: ['unlinked', 'fetch-not-captured', traced],
  },
  {
    what: 'same origin with cookies links by them',
    call: { url: `${shop}/api`, request: [rumCookies] },
    page: included,
    header: ['links', 'same-origin', traced],
  },
  {
    what: 'both agents: x-dtc and trace context are added and allowed',
    call: put('content-type, x-dtc, traceparent, tracestate'),
    page: { agent: both('partner', 'partner') },
    header: ['links', 'header-accepted', all, false],
  },
  {
    what: 'both agents: x-dtc alone is allowed',
    call: put('content-type, x-dtc'),
    page: { agent: both('partner', 'partner') },
    header: ['breaks', 'acah-lacks-trace-context', all, false],
  },
  {
    what: 'both agents: trace context alone is allowed',
    call: put('content-type, traceparent, tracestate'),
    page: { agent: both('partner', 'partner') },
    header: ['breaks', 'acah-lacks-x-dtc', all, false],
  },
  {
    what: 'both agents, only the classic pattern matches',
    call: put('content-type, x-dtc'),
    page: { agent: both('partner', 'shop') },
    header: ['links', 'header-accepted', ['x-dtc'], false],
  },
  {
    what: 'both agents, only the inclusions match',
    call: put('content-type, traceparent, tracestate'),
    page: { agent: both('shop', 'partner') },
    header: ['links', 'header-accepted', traced, false],
  },
  {
    what: 'both agents, neither matches: the classic pattern is named',
    call: put('content-type'),
    page: { agent: both('shop', 'shop') },
    header: ['unlinked', 'regex-no-match', all],
  },
  {
    what: 'both agents, only inclusions are set, and do not match: they are named',
    call: put('content-type'),
    page: { agent: both('', 'shop') },
    header: ['unlinked', 'trace-context-not-included', traced],
  },
  {
    what: 'both agents, the classic one does not capture fetch, New RUM’s own module does',
    call: put('content-type, traceparent, tracestate'),
    page: { agent: both('partner', 'partner', { modules: 'x8', capturesFetch: false }) },
    header: ['links', 'header-accepted', traced, false],
  },
  {
    what: 'both agents, and xhb keeps x-dtc away but not trace context',
    call: put('content-type, traceparent, tracestate'),
    page: { agent: both('partner', 'partner', { correlationExclusion: agentRegexFromJson('partner') }) },
    header: ['links', 'header-accepted', traced, false],
  },
  {
    what: 'both agents, x-dtc was sent today without trace context, a draft of inclusions adds it',
    call: { url: partner, request: [xDtc], response: allowShop },
    page: { agent: both('partner', ''), traceContextDraft: { inclusions: 'partner' } },
    header: ['unknown', 'preflight-not-seen', all, false],
  },
  {
    what: 'cookies are refused: x-dtc would be empty, trace context links',
    call: put('content-type, x-dtc, traceparent, tracestate'),
    page: { agent: both('partner', 'partner', { cookieSameSite: 'none' }) },
    header: ['links', 'header-accepted', all, false],
  },
  {
    what: 'an inclusion that is too slow',
    call: put('content-type, x-dtc, traceparent, tracestate'),
    page: {
      agent: both('partner', '(a+)+$'),
      matches: (regex) =>
        regex.pattern === '(a+)+$'
          ? { matched: 'unknown', because: 'regex-too-slow' }
          : { matched: regex.pattern === 'partner' },
    },
    header: ['unknown', 'regex-too-slow', all, false],
  },
];

test.each(cases)('$what', ({ call, page, header: [outcome, code, adds, addsPreflight = false] }) => {
  const verdict = judge(sampleExchange(call), 'header', pageFacts(page));
  expect([verdict.outcome, verdict.reasons[0]?.code, verdict.adds, verdict.addsPreflight]).toEqual([
    outcome,
    code,
    adds,
    addsPreflight,
  ]);
});

describe('today', () => {
  const today = (call: ExchangeSpec, page: Partial<PageFacts>) => {
    const { outcome, reasons } = judge(sampleExchange(call), 'today', pageFacts(page));
    return [outcome, reasons[0]?.code];
  };

  test.each<[string, ExchangeSpec, Partial<PageFacts>, readonly [Outcome, ReasonCode]]>([
    [
      'a draft changes nothing about what was sent',
      { url: partner, request: agents, response: allowShop },
      { ...included, traceContextDraft: { inclusions: '' } },
      ['links', 'trace-context-sent'],
    ],
    [
      'a traceparent without an entry of Dynatrace’s in tracestate is another tool’s',
      { url: partner, request: [agents[0], ['tracestate', 'a=1']], response: allowShop },
      included,
      ['unlinked', 'cross-origin-uncredentialed'],
    ],
    [
      'an x-dtc of the page’s own beside the agent’s trace context',
      { url: partner, request: [['x-dtc', 'mine'], ...agents], response: allowShop },
      included,
      ['links', 'trace-context-sent'],
    ],
    [
      'an x-dtc without session beside trace context',
      { url: partner, request: [['x-dtc', 'sn="v_4_srv__sn_", v="1"'], ...agents], response: allowShop },
      { agent: both('partner', 'partner') },
      ['links', 'trace-context-sent'],
    ],
  ])('%s', (_what, call, page, expected) => {
    expect(today(call, page)).toEqual(expected);
  });
});
