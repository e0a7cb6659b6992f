import { describe, expect, it } from 'vitest';
import { currentAgentProfile } from '../../../../src/core/agent/current-agent';
import { agentProfile, noAgent } from '../../../../src/core/agent/read-profile';
import type { AgentCall } from '../../../../src/core/agent/types';
import { parseAgentVersion } from '../../../../src/core/agent/version';
import { prepareTagging, wouldTag } from '../../../../src/core/agent/would-tag';
import { recordedProfile } from './recorded-cases';

const page = 'http://app.shop.test:18080/p/x';
const same = 'http://app.shop.test:18080/ok';
const cross = 'http://api.partner.test:18082/ok';
const old = '1.239';
const current = '1.329';

type Row = [
  what: string,
  config: Record<string, string>,
  call: Partial<AgentCall>,
  headers: string[],
  code: string,
];

function check(version: string, rows: readonly Row[]): void {
  it.each(rows)('%s', (_what, config, call, headers, code) => {
    const profile = recordedProfile(config, version);
    const tagging = wouldTag(profile, { api: 'fetch', url: cross, page, actionOpen: false, ...call });
    expect(tagging.headers).toEqual(headers);
    expect(tagging.reasons[0]?.code).toBe(code);
    expect(tagging.decided).toBe(true);
  });
}

const chw = { chw: '.*' };
const tag = ['x-dtc'];
const ownXDtc = { setByScript: [['X-DTC', 'APP']] as const };
const traceparent = [['traceparent', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01']] as const;

describe('containers of fetch headers', () => {
  check(current, [
    ['none', chw, { headers: 'none' }, tag, 'tagged'],
    ['object', chw, { headers: 'object' }, tag, 'tagged'],
    ['Headers', chw, { headers: 'headers' }, tag, 'tagged'],
    ['Map and the like', chw, { headers: 'other' }, tag, 'tagged'],
    ['array of pairs', chw, { headers: 'array' }, [], 'headers-array'],
    ['frozen object', chw, { headers: 'object', frozen: 'headers' }, [], 'headers-frozen'],
    ['frozen init with headers', chw, { headers: 'object', frozen: 'init' }, tag, 'tagged'],
    ['frozen init without headers throws', chw, { frozen: 'init' }, [], 'agent-throws'],
    ['… and not where nothing is to be set', {}, { frozen: 'init' }, [], 'regex-not-set'],
    ['frozen init, array', chw, { headers: 'array', frozen: 'init' }, [], 'headers-array'],
    ['Request', chw, { input: 'request' }, tag, 'tagged'],
    ['Request with init.headers', chw, { input: 'request', headers: 'object' }, [], 'request-init-headers'],
    ['keepalive', chw, { keepalive: true }, tag, 'tagged'],
    ['keepalive with dKAH', { ...chw, dKAH: '1' }, { keepalive: true }, [], 'keepalive-untagged'],
    ['no-cors', chw, { mode: 'no-cors' }, [], 'no-cors'],
    ['no-cors Request', chw, { mode: 'no-cors', input: 'request' }, [], 'no-cors'],
    ['no-cors is said before the pattern', {}, { mode: 'no-cors' }, [], 'no-cors'],
    ['credentials: omit', chw, { credentials: 'omit' }, tag, 'tagged'],
    ['mode: same-origin, cross-origin', chw, { mode: 'same-origin' }, [], 'same-origin-mode'],
    ['mode: same-origin, same origin', chw, { mode: 'same-origin', url: same }, tag, 'tagged'],
  ]);
});

describe('old agents', () => {
  check(old, [
    ['Request', chw, { input: 'request' }, [], 'request-untagged'],
    ['keepalive', chw, { keepalive: true }, [], 'keepalive-untagged'],
    [
      'Request in an action, same origin',
      chw,
      { input: 'request', url: same, actionOpen: true },
      [],
      'request-untagged',
    ],
    ['frozen init', chw, { frozen: 'init' }, [], 'headers-frozen'],
    ['relative URL, host pattern', { chw: 'app^bs.shop' }, { url: '/ok' }, [], 'regex-no-match'],
    [
      'xb sees the absolute URL all the same',
      { ...chw, xb: 'app^bs.shop' },
      { url: '/ok' },
      ['x-dtc', 'x-dtpc'],
      'tagged',
    ],
  ]);
});

describe('1.219 does not know xhb', () => {
  check('1.219', [['xhb', { ...chw, xhb: '.*' }, {}, tag, 'tagged']]);
});

describe('what decides over x-dtc', () => {
  check(current, [
    ['no pattern', {}, {}, [], 'regex-not-set'],
    ['empty pattern', { chw: '' }, {}, [], 'regex-not-set'],
    ['invalid pattern', { chw: 'api(' }, {}, [], 'regex-invalid'],
    ['no match', { chw: 'nowhere' }, {}, [], 'regex-no-match'],
    ['same origin too', chw, { url: same }, tag, 'tagged'],
    ['xhb wins', { ...chw, xhb: 'partner' }, {}, [], 'excluded-by-xhb'],
    [
      'xhb wins in an action too',
      { ...chw, xhb: 'ok' },
      { url: same, actionOpen: true },
      [],
      'excluded-by-xhb',
    ],
    ['invalid xhb is none', { ...chw, xhb: 'api(' }, {}, tag, 'tagged'],
    ['do-not-track does not matter', { ...chw, rdnt: '1' }, {}, tag, 'tagged'],
    ['no x', { ...chw, featureHash: 'ICA7NVfgqru' }, { api: 'xhr' }, [], 'xhr-not-captured'],
    ['no 7', { ...chw, featureHash: 'ICANVfgqrux' }, {}, [], 'fetch-not-captured'],
    ['no 7, XHR', { ...chw, featureHash: 'ICANVfgqrux' }, { api: 'xhr' }, tag, 'tagged'],
    ['before the agent', chw, { agentReady: false }, [], 'before-agent'],
    ['ignored page', { ...chw, ign: '/p/x$' }, {}, [], 'agent-off'],
    ['ign is case-sensitive', { ...chw, ign: '/P/X' }, {}, tag, 'tagged'],
    ['ign is not decoded', { ...chw, ign: '^bs/p' }, {}, tag, 'tagged'],
    ['invalid ign', { ...chw, ign: '(' }, {}, tag, 'tagged'],
    ['opted in', { ...chw, coo: '1', cooO: '1' }, {}, tag, 'tagged'],
  ]);
});

describe('kinds of call that are never tagged', () => {
  check(current, [
    ['beacon', chw, { api: 'beacon' }, [], 'beacon'],
    ['EventSource', chw, { api: 'eventsource' }, [], 'eventsource'],
    ['worker', chw, { api: 'worker' }, [], 'worker'],
    ['element', chw, { api: 'element' }, [], 'element'],
    ['data:', chw, { url: 'data:,x' }, [], 'data-url'],
    ['DATA:', chw, { url: 'DATA:,x' }, [], 'data-url'],
    ['blob:', chw, { url: 'blob:http://app.shop.test:18080/1' }, [], 'data-url'],
    ['malformed', chw, { url: 'http://[bad' }, [], 'url-refused'],
    ['a method that scripts may not use', chw, { method: 'trace' }, [], 'forbidden-method'],
    ['… nor by XHR', chw, { api: 'xhr', method: 'CONNECT' }, [], 'forbidden-method'],
    ['PUT without CORS', chw, { method: 'PUT', mode: 'no-cors', url: same }, [], 'no-cors-method'],
    ['fetch with user and password', chw, { url: 'http://u:p@api.shop.test/' }, [], 'url-refused'],
    ['XHR with user and password', chw, { api: 'xhr', url: 'http://u:p@api.shop.test/' }, tag, 'tagged'],
    ['methods of the XHR prototype', chw, { api: 'xhr', prototypeCall: true }, [], 'agent-throws'],
    ['… with expw', { ...chw, expw: '1' }, { api: 'xhr', prototypeCall: true }, tag, 'tagged'],
  ]);
});

it.each([
  ['1.239', tag, true],
  ['1.270', [], false],
  ['1.285', [], true],
  ['1.300', [], false],
  ['1.315', tag, true],
])('open() with a URL object and expw in agent %s', (label, headers, decided) => {
  const call = { api: 'xhr', input: 'url', url: cross, page } as const;
  const profile = { ...recordedProfile({ ...chw, expw: '1' }, current), version: parseAgentVersion(label) };
  expect(wouldTag(profile, call)).toMatchObject({ headers, decided });
});

describe('page context', () => {
  const action = { url: same, actionOpen: true };
  check(current, [
    ['in an action, same origin', {}, action, ['x-dtpc'], 'regex-not-set'],
    ['… and matched', chw, action, ['x-dtc', 'x-dtpc'], 'tagged'],
    ['in an action, cross-origin', chw, { actionOpen: true }, tag, 'tagged'],
    ['idle', {}, { url: same }, [], 'regex-not-set'],
    ['cux captures idle calls', { cux: '1' }, { url: same }, ['x-dtpc'], 'regex-not-set'],
    ['dpch', { dpch: '1' }, action, [], 'regex-not-set'],
    ['dASXH', { dASXH: '1' }, action, [], 'regex-not-set'],
    [
      'the page’s URL has changed',
      {},
      { ...action, actionPage: 'http://app.shop.test:18080/before' },
      ['x-dtpc', 'x-dtreferer'],
      'regex-not-set',
    ],
    [
      '… with dpch',
      { dpch: '1' },
      { ...action, actionPage: 'http://app.shop.test:18080/before' },
      ['x-dtreferer'],
      'regex-not-set',
    ],
    ['xb, same origin', { xb: 'ok' }, { url: same }, ['x-dtpc'], 'regex-not-set'],
    ['xb, cross-origin', { xb: 'ok' }, {}, [], 'regex-not-set'],
    ['xb with dpch', { xb: 'ok', dpch: '1' }, action, [], 'regex-not-set'],
    [
      'xb ends the action',
      { ...chw, xb: 'ok' },
      { ...action, actionPage: 'http://app.shop.test:18080/b' },
      ['x-dtc', 'x-dtpc'],
      'tagged',
    ],
    [
      'a page on file:',
      {},
      { page: 'file:///app/index.html', actionOpen: true },
      ['x-dtpc', 'x-dtreferer', 'x-host'],
      'regex-not-set',
    ],
    [
      '… with epacod',
      { epacod: '1' },
      { page: 'file:///app/index.html', actionOpen: true },
      [],
      'regex-not-set',
    ],
    ['epacod on an http page', { epacod: '1' }, action, ['x-dtpc'], 'regex-not-set'],
    ['dropped by no-cors', {}, { ...action, mode: 'no-cors' }, [], 'no-cors'],
  ]);

  it('a foreign base makes the agent take the call for same-origin', () => {
    const call = {
      api: 'fetch',
      url: 'ok',
      page,
      base: 'http://api.shop.test:18081/',
      actionOpen: true,
    } as const;
    const { headers, reasons } = wouldTag(recordedProfile({}, current), call);
    expect(headers).toEqual(['x-dtpc']);
    expect(reasons.map(({ code }) => code)).toContain('page-context-leak');
  });

  it('says whether there is an action to link to', () => {
    const codes = (config: Record<string, string>, call: Partial<AgentCall>): string[] =>
      wouldTag(recordedProfile(config, current), { api: 'fetch', url: cross, page, ...call }).reasons.map(
        ({ code }) => code,
      );
    expect(codes(chw, { actionOpen: false })).toEqual(['tagged', 'no-action']);
    expect(codes(chw, { actionOpen: true })).toEqual(['tagged']);
    expect(codes(chw, {})).toEqual(['tagged']);
    expect(codes({ ...chw, xb: 'ok' }, { actionOpen: true })).toEqual(['tagged', 'action-excluded']);
  });
});

it('between known versions, what counts as same origin may be open: x-dtc is sure, x-dtpc is not', () => {
  const profile = { ...recordedProfile(chw, current), version: parseAgentVersion('1.320') };
  const url = 'https://app.shop.test.evil.test/';
  const call = { api: 'fetch', url, page: 'https://app.shop.test/', actionOpen: true } as const;
  const tagging = wouldTag(profile, call);
  expect(tagging).toMatchObject({ headers: tag, decided: false });
  expect(tagging.reasons.map(({ code }) => code)).toContain('origin-version-undecided');
  expect(wouldTag(profile, { ...call, actionOpen: false })).toMatchObject({ headers: tag, decided: true });
});

describe('headers of the script', () => {
  check(current, [
    ['XHR: swallowed', {}, { api: 'xhr', ...ownXDtc }, [], 'regex-not-set'],
    ['XHR: tagged by the agent', chw, { api: 'xhr', ...ownXDtc }, tag, 'tagged'],
    ['XHR with expw: sent', { expw: '1' }, { api: 'xhr', ...ownXDtc }, tag, 'regex-not-set'],
    ['fetch: sent', {}, ownXDtc, tag, 'regex-not-set'],
    ['fetch as array: the script’s own arrives', chw, { headers: 'array', ...ownXDtc }, tag, 'headers-array'],
    ['no-cors drops it', {}, { mode: 'no-cors', ...ownXDtc }, [], 'no-cors'],
    ['before the agent it is sent', chw, { api: 'xhr', agentReady: false, ...ownXDtc }, tag, 'before-agent'],
    ['XHR not captured: sent', { featureHash: 'ICA7' }, { api: 'xhr', ...ownXDtc }, tag, 'xhr-not-captured'],
    [
      'traceparent passes through',
      {},
      { api: 'xhr', setByScript: traceparent },
      ['traceparent'],
      'regex-not-set',
    ],
    ['other headers are not of interest', {}, { setByScript: [['accept', 'x']] }, [], 'regex-not-set'],
    ['a call that throws sends nothing', chw, { frozen: 'init', ...ownXDtc }, [], 'agent-throws'],
  ]);
});

describe('W3C trace context', () => {
  const newRum = (classic: string | null, json: Record<string, unknown> = {}) =>
    agentProfile({
      scripts: [
        {
          src: '/ruxitagent_ICA1578RXx_10337260504112723.js',
          attributes: {
            ...(classic === null ? {} : { 'data-dtconfig': classic }),
            'data-config': JSON.stringify({
              environmentId: 'e',
              agentUri: '/a',
              modules: 'ICA18RX',
              ...json,
            }),
            'data-envconfig': '{"tracestateKeyPrefix":"1eceb78c-7792b0aa"}',
            'data-appconfig': '{"app":"3faf90e849295814"}',
          },
        },
      ],
    });
  const w3c = ['traceparent', 'tracestate'];
  const included = { traceContextInclusions: 'api\\.partner' };
  it.each([
    ['both agents, same origin', newRum('app=a|featureHash=7x'), { url: same }, w3c],
    ['both agents, cross-origin', newRum('app=a|featureHash=7x|chw=.*'), {}, ['x-dtc']],
    [
      'both agents, included and matched',
      newRum('app=a|featureHash=7x|chw=.*', included),
      {},
      [...w3c, 'x-dtc'],
    ],
    ['xhb has no say', newRum('app=a|featureHash=7x|xhb=.*', included), {}, w3c],
    ['etc=0', newRum('app=a|featureHash=7x|etc=0', included), {}, []],
    ['classic does not capture fetch, New RUM does', newRum('app=a|featureHash=8x', included), {}, w3c],
    ['New RUM alone', newRum(null, included), {}, w3c],
    ['New RUM alone never adds x-dtc', newRum(null), { url: same }, w3c],
    ['New RUM alone, module off', newRum(null, { ...included, modules: 'ICA1' }), {}, []],
    ['script’s traceparent is kept', newRum(null), { setByScript: traceparent }, w3c],
    [
      'script’s invalid traceparent',
      newRum(null),
      { setByScript: [['traceparent', 'x']], url: same },
      ['traceparent'],
    ],
    ['opt-in missing', newRum('app=a|featureHash=7x|coo=1', included), {}, []],
    ['keepalive with dKAH', newRum('app=a|featureHash=7x|dKAH=1', included), { keepalive: true }, []],
    ['array', newRum('app=a|featureHash=7x', included), { headers: 'array' }, []],
  ] as [string, ReturnType<typeof newRum>, Partial<AgentCall>, string[]][])(
    '%s',
    (_what, profile, call, headers) => {
      expect(wouldTag(profile, { api: 'fetch', url: cross, page, ...call }).headers).toEqual(headers);
    },
  );
});

describe('undecided', () => {
  const undecided = (label: string | null, config: Record<string, string>, call: Partial<AgentCall>) => {
    const profile = recordedProfile(config, current);
    const version = label === null ? null : { raw: label, label, minor: Number(label.slice(2)) };
    return wouldTag({ ...profile, version }, { api: 'fetch', url: cross, page, ...call });
  };
  it.each([
    ['1.270', { chw: 'app^bs.shop' }, { url: '/ok' }, [], 'regex-version-undecided', false],
    ['1.270', { chw: 'partner' }, {}, tag, 'tagged', true],
    ['1.270', { chw: 'nowhere' }, {}, [], 'regex-no-match', true],
    ['1.270', chw, { input: 'request' }, [], 'container-version-undecided', false],
    ['1.270', chw, { keepalive: true }, [], 'container-version-undecided', false],
    ['1.270', {}, { keepalive: true }, [], 'regex-not-set', true],
    [null, { chw: 'app^bs.shop' }, { url: '/ok' }, [], 'regex-version-undecided', false],
    ['1.230', { ...chw, xhb: 'partner' }, {}, [], 'regex-version-undecided', false],
    ['1.230', { ...chw, xhb: 'nowhere' }, {}, tag, 'tagged', true],
  ] as [string | null, Record<string, string>, Partial<AgentCall>, string[], string, boolean][])(
    'version %s, %o, %o',
    (label, config, call, headers, code, decided) => {
      const tagging = undecided(label, config, call);
      expect(tagging).toMatchObject({ headers, decided });
      expect(tagging.reasons[0]?.code).toBe(code);
    },
  );

  it('where opt-in or the modules are not known', () => {
    const call = { api: 'fetch', url: cross, page } as const;
    const optIn = wouldTag(recordedProfile({ ...chw, coo: '1' }, current), call);
    expect(optIn).toMatchObject({ headers: [], decided: false, reasons: [{ code: 'opt-in-missing' }] });
    const unread = wouldTag(
      agentProfile({
        scripts: [{ src: 'https://js-cdn.dynatrace.com/jstag/1/bf1/a1_complete.js', attributes: {} }],
      }),
      call,
    );
    expect(unread).toMatchObject({ headers: [], decided: false, reasons: [{ code: 'capture-unknown' }] });
  });

  it('where the text that the script passed is not known', () => {
    const call = { api: 'xhr', url: same, page, urlIsRaw: false } as const;
    const path = recordedProfile({ chw: '^^^bs/ok' }, current);
    expect(wouldTag(path, call)).toMatchObject({
      decided: false,
      reasons: [{ code: 'regex-raw-url-unknown' }],
    });
    const host = { chw: 'app^bs.shop' };
    expect(wouldTag(recordedProfile(host, current), call)).toMatchObject({ headers: tag, decided: true });
    expect(wouldTag(recordedProfile(host, old), call)).toMatchObject({ decided: false });
    expect(wouldTag(recordedProfile({ chw: 'ok$' }, old), call)).toMatchObject({
      headers: tag,
      decided: true,
    });
    expect(wouldTag(recordedProfile({ chw: 'nowhere' }, old), call)).toMatchObject({
      headers: [],
      decided: true,
    });
  });
});

describe('an injected matcher', () => {
  const call = { api: 'fetch', url: '/ok', page } as const;
  it('decides in place of the engine', () => {
    const asked: string[] = [];
    const tagCall = prepareTagging(currentAgentProfile('(a+)+$'), {
      matches: ({ pattern }, { raw, absolute }, rules) => {
        asked.push(`${pattern} on ${raw.join()} and ${absolute} by ${rules}`);
        return { matched: true };
      },
    });
    expect(tagCall(call).headers).toEqual(tag);
    expect(asked).toEqual([`(a+)+$ on /ok and ${same} by new`]);
  });
  it('leaves a call undecided that it cannot decide', () => {
    const tagCall = prepareTagging(currentAgentProfile('(a+)+$'), {
      matches: () => ({ matched: 'unknown', because: 'regex-too-slow' }),
    });
    expect(tagCall(call)).toMatchObject({
      headers: [],
      decided: false,
      reasons: [{ code: 'regex-too-slow' }],
    });
  });
  it('is asked about every regex of the configuration, ign with its case', () => {
    const asked: [string, boolean][] = [];
    const profile = recordedProfile({ chw: 'c', xhb: 'h', xb: 'b', ign: 'i' }, current);
    prepareTagging(profile, {
      matches: ({ pattern, caseSensitive }) => {
        asked.push([pattern, caseSensitive === true]);
        return { matched: false };
      },
    })({ ...call, url: same });
    expect(asked).toEqual([
      ['i', true],
      ['h', false],
      ['b', false],
      ['c', false],
    ]);
  });
});

it('without an agent nothing is added, with AppMon neither', () => {
  const call = { api: 'xhr', url: cross, page } as const;
  expect(wouldTag(noAgent, call)).toMatchObject({
    headers: [],
    reasons: [{ code: 'no-agent' }],
    decided: true,
  });
  const appMon = agentProfile({
    scripts: [{ src: '/dtagent634_123adeghijlmopqrstvwxz_1034.js', attributes: {} }],
  });
  expect(wouldTag(appMon, call)).toMatchObject({
    headers: [],
    reasons: [{ code: 'appmon-agent' }],
    decided: true,
  });
});

it('names pattern and modules as evidence', () => {
  const call = { api: 'xhr', url: cross, page } as const;
  expect(wouldTag(currentAgentProfile('api\\.shop'), call).reasons[0]?.evidence).toEqual({
    subject: 'Pattern chw',
    saw: 'api\\.shop',
    needed: null,
  });
  expect(
    wouldTag(recordedProfile({ featureHash: 'ICA7NVfqru' }, current), call).reasons[0]?.evidence,
  ).toEqual({
    subject: 'featureHash',
    saw: 'ICA7NVfqru',
    needed: 'x',
  });
});
