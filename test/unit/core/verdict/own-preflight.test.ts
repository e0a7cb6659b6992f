import { describe, expect, it } from 'vitest';
import { probeKey, probeRequestOf } from '../../../../src/core/probe/probe-request';
import type { ProbeResult, SentProbe } from '../../../../src/core/probe/types';
import { judge } from '../../../../src/core/verdict/judge';
import type { Route } from '../../../../src/core/verdict/types';
import { agentWith, pageFacts, sampleExchange, shop, type ExchangeSpec } from './sample-exchange';

const credentialed = { 'access-control-allow-origin': shop, 'access-control-allow-credentials': 'true' };
const any = { 'access-control-allow-origin': '*' };
/** A call with a preflight of its own, which was not seen, as after one that the browser has cached. */
const put: ExchangeSpec = { method: 'PUT', request: { 'x-key': '1' }, response: credentialed };

type Answer = readonly [status: number, headers: Readonly<Record<string, string>>];
const lists = { 'access-control-allow-methods': 'PUT', 'access-control-allow-headers': 'x-key' };
const taggedLists = { ...lists, 'access-control-allow-headers': 'x-key, x-dtc' };

function judged(route: Route, spec: ExchangeSpec, answer: Answer | ((sent: SentProbe) => ProbeResult)) {
  const exchange = sampleExchange(spec);
  const request = probeRequestOf(exchange, { route: 'header', adds: ['x-dtc'] }, 'chromium')!;
  const sent: SentProbe = { request, headers: [], startedAt: 1, duration: 2 };
  const result: ProbeResult =
    typeof answer === 'function'
      ? answer(sent)
      : { kind: 'answered', sent, response: { status: answer[0], headers: Object.entries(answer[1]) } };
  const verdict = judge(exchange, route, {
    ...pageFacts({ agent: agentWith('api\\.') }),
    engine: 'chromium',
    probes: new Map([[probeKey(request), result]]),
  });
  return {
    outcome: verdict.outcome,
    code: verdict.reasons[0]?.code,
    isProbed: verdict.reasons.some(({ code }) => code === 'probed'),
    text: verdict.reasons[0]?.text ?? '',
  };
}

describe('the cookie route of a call whose own preflight was not seen', () => {
  it.each<[string, Answer, string, string, boolean]>([
    [
      'accepts x-dtc and credentials',
      [204, { ...credentialed, ...taggedLists }],
      'links',
      'cookies-would-be-sent',
      true,
    ],
    [
      'accepts credentials, and x-dtc not',
      [204, { ...credentialed, ...lists }],
      'links',
      'cookies-would-be-sent',
      true,
    ],
    ['answers any origin', [204, { ...any, ...taggedLists }], 'breaks', 'acao-wildcard-credentialed', true],
    [
      'allows the origin without credentials',
      [204, { 'access-control-allow-origin': shop, ...lists }],
      'breaks',
      'acac-missing',
      true,
    ],
    [
      'allows any method and header by *',
      [204, { ...credentialed, 'access-control-allow-methods': '*', 'access-control-allow-headers': '*' }],
      'breaks',
      'acam-wildcard-credentialed',
      true,
    ],
    [
      'is refused by its status',
      [403, { ...credentialed, ...lists }],
      'unknown',
      'preflight-refused-with-x-dtc',
      false,
    ],
    ['has no CORS header', [204, {}], 'unknown', 'preflight-refused-with-x-dtc', false],
    ['lists nothing', [204, credentialed], 'unknown', 'preflight-refused-with-x-dtc', false],
  ])('answer %s', (_, answer, outcome, code, isProbed) => {
    expect(judged('cookies', put, answer)).toMatchObject({ outcome, code, isProbed });
  });

  it.each<[string, (sent: SentProbe) => ProbeResult, string]>([
    ['was redirected', (sent) => ({ kind: 'redirected', sent }), 'preflight-refused-with-x-dtc'],
    ['met nobody', (sent) => ({ kind: 'no-answer', sent, why: 'reset' }), 'preflight-refused-with-x-dtc'],
    ['was given up', () => ({ kind: 'cancelled' }), 'preflight-not-seen'],
  ])('a probe that %s leaves it unknown', (_, result, code) => {
    expect(judged('cookies', put, result)).toMatchObject({ outcome: 'unknown', code });
  });

  it('goes by a preflight that was seen, whatever the probe says', () => {
    const spec = { ...put, preflight: { asked: 'x-key', headers: { ...any, ...lists } } };
    const answer: Answer = [204, { ...credentialed, ...taggedLists }];
    expect(judged('cookies', spec, answer)).toMatchObject({
      outcome: 'breaks',
      code: 'acao-wildcard-credentialed',
      isProbed: false,
    });
  });

  it('has none to learn of where the call needs no preflight', () => {
    const answer: Answer = [204, { ...any, ...taggedLists }];
    const simple = { response: credentialed };
    expect(judged('cookies', simple, answer)).toMatchObject({ outcome: 'links', isProbed: false });
  });
});

describe('a call that fails for a reason that the log does not tell', () => {
  const failing: ExchangeSpec = { ...put, status: null, credentials: 'include', error: 'net::ERR_FAILED' };

  it.each<[string, ExchangeSpec, Answer, string | null]>([
    [
      'any origin, and the call is credentialed',
      failing,
      [204, { ...any, ...taggedLists }],
      'does not accept',
    ],
    [
      'a list of methods without its own',
      failing,
      [204, { ...credentialed, ...taggedLists, 'access-control-allow-methods': 'PATCH' }],
      'PUT',
    ],
    [
      'a list of headers without its own',
      failing,
      [204, { ...credentialed, ...lists, 'access-control-allow-headers': 'x-dtc' }],
      'x-key',
    ],
    [
      'another origin',
      { ...failing, credentials: 'omit' },
      [204, { ...taggedLists, 'access-control-allow-origin': 'https://www.shop.test' }],
      'www.shop.test',
    ],
    ['no list: that may be for x-dtc', failing, [204, credentialed], null],
    ['a refusal: that may be for x-dtc', failing, [403, {}], null],
    ['what the call needs: the cause is another', failing, [204, { ...credentialed, ...taggedLists }], null],
    [
      'a refusal of just its own question',
      { ...failing, request: { 'x-key': '1', 'x-dtc': 'own' } },
      [403, {}],
      '403',
    ],
  ])('the probe answers with %s', (_, spec, answer, explains) => {
    const { outcome, code, isProbed, text } = judged('today', spec, answer);
    expect([outcome, code, isProbed]).toEqual(['unlinked', 'call-fails', explains !== null]);
    expect(text).toContain(explains === null ? 'no rule seen here explains it' : 'as a probe explains');
    if (explains !== null) expect(text).toContain(explains);
  });

  it('is told on the other routes too', () => {
    const { text } = judged('cookies', failing, [204, { ...any, ...taggedLists }]);
    expect(text).toContain('as a probe explains');
  });
});
