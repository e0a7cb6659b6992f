import { describe, expect, it } from 'vitest';
import type { HookCall, HookTrialEffect } from '../../../../src/core/exchange/hook-call';
import { classicSet, traceContextSet, type HeaderSet } from '../../../../src/core/agent/link-headers';
import { compareTrial } from '../../../../src/core/trial/compare-trial';
import type { ComparedCall } from '../../../../src/core/trial/types';
import { judgeRoutes } from '../../../../src/core/verdict/judge';
import type { Header } from '../../../../src/core/fetch/types';
import {
  agentWith,
  pageFacts,
  rumCookies,
  sampleExchange,
  xDtc,
  type ExchangeSpec,
} from '../verdict/sample-exchange';

const url = 'https://api.partner.test/prices';
const allowing = { 'access-control-allow-origin': '*' };
const agentless = { ...pageFacts(), agent: null };
let next = 0;

interface More {
  pageref?: string;
  trial?: { id: string; effect: HookTrialEffect };
}
const by = (kind: 'header-added' | 'made-credentialed', headers: HeaderSet = classicSet): More => ({
  trial: { id: 'trial', effect: kind === 'header-added' ? { kind, headers } : { kind } },
});

function call(spec: ExchangeSpec, more: More = {}): ComparedCall {
  const exchange = { ...sampleExchange({ url, ...spec }), id: `call-${next++}`, ...more };
  return { exchange, verdicts: judgeRoutes(exchange, agentless) };
}
const plain = (more: More = {}) => call({ response: allowing }, more);
const accepted = (more: More = {}) =>
  call(
    {
      request: [xDtc],
      response: allowing,
      preflight: { asked: 'x-dtc', headers: { ...allowing, 'access-control-allow-headers': 'x-dtc' } },
    },
    { ...by('header-added'), ...more },
  );
const refused = (more: More = {}) =>
  call(
    { status: null, error: 'net::ERR_FAILED', preflight: { asked: 'x-dtc', headers: allowing } },
    { ...by('header-added'), ...more },
  );
/** The server refuses by its own headers, which the log shows; the trial had mended them. */
const mended = () =>
  call(
    { request: [xDtc], response: allowing, preflight: { asked: 'x-dtc', headers: allowing } },
    by('header-added'),
  );
const untouched = () => plain({ trial: { id: 'trial', effect: { kind: 'not-matched' } } });
const header = { route: 'header', mode: 'strict', engine: 'chromium' } as const;

describe('an endpoint in a trial', () => {
  it('that nobody had asked and that accepts x-dtc: linked, which answers the question', () => {
    const { endpoints, linked, differing } = compareTrial([plain()], [accepted()], header);
    expect(endpoints[0]).toMatchObject({
      key: `GET ${url}`,
      before: { calls: 1, linked: 0 },
      after: { calls: 1, linked: 1, tried: 1 },
      broke: 0,
      predicted: { outcome: 'unknown' },
      tried: { outcome: 'links', because: { code: 'x-dtc-sent' } },
      difference: 'answered',
    });
    expect(linked).toEqual({ before: 0, after: 1 });
    expect(differing).toBe(0);
  });

  it('that refuses x-dtc broke, with the rule that failed', () => {
    const { endpoints, broke } = compareTrial([plain()], [refused()], header);
    expect(endpoints[0]).toMatchObject({
      broke: 1,
      tried: { outcome: 'breaks', because: { code: 'acah-lacks-x-dtc' } },
    });
    expect(broke).toBe(1);
  });

  it('that failed without the trial is not broken by it', () => {
    const failing = call({ status: null, error: 'net::ERR_CONNECTION_REFUSED' });
    const [endpoint] = compareTrial([failing], [refused()], header).endpoints;
    expect(endpoint).toMatchObject({
      broke: 0,
      difference: null,
      tried: { outcome: 'unlinked', because: { code: 'call-fails' } },
    });
  });

  it('that the trial left alone was not tried', () => {
    const [endpoint] = compareTrial([plain()], [untouched()], header).endpoints;
    expect(endpoint).toMatchObject({
      after: { calls: 1, tried: 0 },
      tried: null,
      untried: { kind: 'not-matched' },
      difference: null,
    });
  });

  it('of which no report came tells so', () => {
    expect(compareTrial([plain()], [plain()], header).endpoints[0]?.untried).toEqual({ kind: 'unseen' });
  });

  it.each([
    ['https://app.shop.test', 'https://app.shop.test/', 'not-in-force'],
    ['null', 'https://app.shop.test/sandboxed', 'not-in-force'],
    ['https://app.shop.test', 'about:srcdoc', 'not-in-force'],
    ['null', 'about:srcdoc', 'never-in-time'],
  ])('that the trial had not reached: of %s, document %s: %s', (from, documentUrl, kind) => {
    const unreached = call({ from, response: allowing });
    const hook = { documentUrl, trial: null } as HookCall;
    const seen = { ...unreached, exchange: { ...unreached.exchange, hook } };
    expect(compareTrial([plain()], [seen], header).endpoints[0]?.untried).toEqual({ kind });
  });

  it('that could not be altered tells why', () => {
    const effect = { kind: 'not-possible', why: 'the request is frozen' } as const;
    const [endpoint] = compareTrial([], [plain({ trial: { id: 'trial', effect } })], header).endpoints;
    expect(endpoint?.untried).toEqual(effect);
  });

  it('that was not called in the trial is neither tried nor left alone', () => {
    const [endpoint] = compareTrial([plain()], [], header).endpoints;
    expect(endpoint).toMatchObject({ tried: null, untried: null, after: { calls: 0 } });
  });

  it('that was not seen before has no prediction', () => {
    const [endpoint] = compareTrial([], [accepted()], header).endpoints;
    expect(endpoint).toMatchObject({ predicted: null, difference: null, before: { calls: 0 } });
  });

  it('of which some calls broke counts as broken', () => {
    const [endpoint] = compareTrial([plain()], [accepted(), refused(), accepted()], header).endpoints;
    expect(endpoint).toMatchObject({
      broke: 1,
      tried: { outcome: 'breaks' },
      after: { tried: 3, linked: 2 },
    });
  });
});

describe('traceparent and tracestate in trial', () => {
  const traced = { ...header, adds: traceContextSet };
  const parent: Header = ['traceparent', '00-0af7651916cd43dd8448eb211c80319c-97039bf817c8584a-01'];
  const state: Header = ['tracestate', '2ead957c-980df25b@dtr=1;97039bf817c8584a;1;a;v;s'];
  const foreign: Header = ['tracestate', 'other=1'];
  const asking = (allowed: string, spec: ExchangeSpec) =>
    call(
      {
        response: allowing,
        preflight: {
          asked: 'traceparent,tracestate',
          headers: { ...allowing, 'access-control-allow-headers': allowed },
        },
        ...spec,
      },
      by('header-added', traceContextSet),
    );
  const both = 'traceparent, tracestate';
  const failed = { status: null, error: 'net::ERR_FAILED' };

  it.each<[string, string, ExchangeSpec, string, string, string]>([
    ['both arrive', both, { request: [parent, state] }, 'links', 'trace-context-sent', ''],
    [
      'both arrive, with entries of others',
      both,
      { request: [parent, ['tracestate', `${state[1]},b=1`]] },
      'links',
      'trace-context-sent',
      '',
    ],
    [
      'traceparent alone',
      both,
      { request: [parent] },
      'unlinked',
      'cross-origin-uncredentialed',
      'tracestate did not arrive.',
    ],
    [
      'another system’s tracestate',
      both,
      { request: [parent, foreign] },
      'unlinked',
      'cross-origin-uncredentialed',
      'tracestate did not arrive.',
    ],
    [
      'nothing',
      both,
      { request: [] },
      'unlinked',
      'cross-origin-uncredentialed',
      'traceparent and tracestate did not arrive.',
    ],
    ['one is refused', 'traceparent', { ...failed, request: [] }, 'breaks', 'acah-lacks-trace-context', ''],
    ['x-dtc alone is allowed', 'x-dtc', { ...failed, request: [] }, 'breaks', 'acah-lacks-trace-context', ''],
  ])('%s', (_, allowed, spec, outcome, code, text) => {
    const [endpoint] = compareTrial([plain()], [asking(allowed, spec)], traced).endpoints;
    expect(endpoint?.tried).toMatchObject({ outcome, because: { code } });
    if (text !== '') expect(endpoint?.tried?.because.text).toBe(text);
  });

  it('lost on a redirect', () => {
    const lost = asking(both, {
      request: [parent, state],
      status: 302,
      redirectedTo: [{ response: allowing }],
    });
    expect(compareTrial([], [lost], traced).endpoints[0]?.tried?.because.text).toBe(
      'traceparent and tracestate were lost on a redirect.',
    );
  });

  it('are judged by what was predicted of them, not of x-dtc', () => {
    const agent = agentWith('api\\.');
    const exchange = { ...sampleExchange({ url, response: allowing }), id: 'before' };
    const before = { exchange, verdicts: judgeRoutes(exchange, pageFacts({ agent })) };
    expect(before.verdicts.header.adds).toEqual(classicSet);
    const { endpoints } = compareTrial([before], [asking(both, { request: [parent, state] })], traced);
    expect(endpoints[0]?.difference).toBe('not-by-agent');
  });
});

describe('as if fixed', () => {
  it('an accepted call links, though the log shows the headers that would refuse it', () => {
    const [endpoint] = compareTrial([plain()], [mended()], { ...header, mode: 'as-if-fixed' }).endpoints;
    expect(endpoint).toMatchObject({ tried: { outcome: 'links' }, broke: 0, after: { linked: 1 } });
  });

  it('what no rule can mend still breaks', () => {
    const [endpoint] = compareTrial([plain()], [refused()], { ...header, mode: 'as-if-fixed' }).endpoints;
    expect(endpoint).toMatchObject({ tried: { outcome: 'breaks' }, broke: 1 });
  });
});

describe('the cookie route', () => {
  const cookies = { ...header, route: 'cookies' } as const;
  const credentialed = {
    'access-control-allow-origin': 'https://app.shop.test',
    'access-control-allow-credentials': 'true',
  };
  const target = 'https://api.shop.test/prices';

  it.each([
    ['links', 'cookies-sent', [rumCookies], credentialed],
    ['unlinked', 'rum-cookies-not-sent', [], credentialed],
    ['breaks', 'acac-missing', [rumCookies], { 'access-control-allow-origin': 'https://app.shop.test' }],
  ] as const)('%s by %s', (outcome, code, request, response) => {
    const tried = call({ url: target, request, response, credentials: 'include' }, by('made-credentialed'));
    expect(compareTrial([], [tried], cookies).endpoints[0]?.tried).toMatchObject({
      outcome,
      because: { code },
    });
  });

  it('is not decided by a log without cookies', () => {
    const tried = call(
      { url: target, response: credentialed, credentials: 'include', cookiesVisible: false },
      by('made-credentialed'),
    );
    expect(compareTrial([], [tried], cookies).endpoints[0]?.tried?.outcome).toBe('unknown');
  });
});

describe('preflights', () => {
  it('are counted and timed per load of the page', () => {
    const before = [plain({ pageref: 'page_1' })];
    const after = [
      accepted({ pageref: 'page_2' }),
      accepted({ pageref: 'page_2' }),
      accepted({ pageref: 'page_3' }),
    ];
    const { loads, preflights } = compareTrial(before, after, header);
    expect(loads).toEqual({ before: 1, after: 2 });
    expect(preflights.perLoad).toEqual({ before: 0, after: 1.5 });
    const each = preflights.median ?? 0;
    expect(each).toBeGreaterThan(0);
    expect(preflights.time).toEqual({ before: 0, after: each * 1.5 });
  });

  it('that there are none of cost nothing', () => {
    expect(compareTrial([], [], header).preflights).toEqual({
      perLoad: { before: 0, after: 0 },
      time: { before: 0, after: 0 },
      median: null,
    });
  });
});

it('what broke comes first, then what differs, then what was tried', () => {
  const at = (path: string, trial: ComparedCall): ComparedCall => ({
    ...trial,
    exchange: { ...trial.exchange, url: `https://api.partner.test/${path}` },
  });
  const { endpoints } = compareTrial(
    [],
    [at('a', untouched()), at('b', accepted()), at('c', refused())],
    header,
  );
  expect(endpoints.map(({ path }) => path)).toEqual(['/c', '/b', '/a']);
});
