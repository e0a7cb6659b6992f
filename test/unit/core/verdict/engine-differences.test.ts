import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../../src/core/fetch/types';
import { engineDifferences } from '../../../../src/core/verdict/engine-differences';
import { judge, judgeRoutes } from '../../../../src/core/verdict/judge';
import { pageFacts, rumCookies, sampleExchange, type ExchangeSpec } from './sample-exchange';

const open = { 'access-control-allow-origin': '*' };
const plain: ExchangeSpec = { response: open };
/** Same site for Firefox, which does not look at the scheme. */
const otherScheme: ExchangeSpec = {
  from: 'http://app.shop.test',
  credentials: 'include',
  request: [rumCookies],
  response: {
    'access-control-allow-origin': 'http://app.shop.test',
    'access-control-allow-credentials': 'true',
  },
};
/** The standard asks for the name itself, browsers take the wildcard for it. */
const wildcardAuthorization: ExchangeSpec = {
  request: [['Authorization', 'Bearer 1']],
  preflight: {
    asked: 'authorization',
    headers: { ...open, 'access-control-allow-headers': '*' },
  },
  response: open,
};
/** Chromium drops a script's own User-Agent, Firefox asks for it. */
const ownUserAgent: ExchangeSpec = {
  request: [['User-Agent', 'shop/1']],
  preflight: { asked: 'user-agent', headers: open },
  status: null,
};

function differing(spec: ExchangeSpec, engine: Engine, recordedIn?: Engine): string[] {
  const exchange = sampleExchange(spec);
  const facts = pageFacts({ engine, recordedIn });
  return engineDifferences(exchange, judgeRoutes(exchange, facts), facts).map(
    ({ engine: other, verdicts }) =>
      `${other}: ${Object.entries(verdicts)
        .map(([route, { outcome }]) => `${route} ${outcome}`)
        .join(', ')}`,
  );
}

describe('what another browser makes of a call', () => {
  it.each([
    ['a plain call, the same everywhere', plain, 'firefox', []],
    ['another scheme, judged for Firefox', otherScheme, 'firefox', ['chromium: cookies cannot']],
    ['another scheme, judged for Chromium', otherScheme, 'chromium', ['firefox: cookies links']],
    [
      'Authorization under a wildcard, judged for the standard',
      wildcardAuthorization,
      'standard',
      ['chromium: cookies breaks, header links', 'firefox: cookies breaks, header links'],
    ],
    ['Authorization under a wildcard, judged for a browser', wildcardAuthorization, 'chromium', []],
  ] as const)('%s', (_, spec, engine, expected) => {
    expect(differing(spec, engine)).toEqual(expected);
  });

  it('does not take a refusal by a rule of one browser for a failure in the other', () => {
    expect(differing(ownUserAgent, 'firefox')).toEqual([
      'chromium: today unknown, cookies unknown, header unknown',
    ]);
  });
});

describe('a call judged for a browser that did not make it', () => {
  const exchange = sampleExchange(ownUserAgent);

  it('was not seen there where only the other browser’s rule refused it', () => {
    const verdict = judge(exchange, 'today', pageFacts({ engine: 'chromium', recordedIn: 'firefox' }));
    expect([verdict.outcome, verdict.reasons[0]?.code]).toEqual(['unknown', 'response-not-seen']);
  });

  it('fails in the browser that made it', () => {
    const verdict = judge(exchange, 'today', pageFacts({ engine: 'firefox' }));
    expect(verdict.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['call-fails', 'acah-lacks-header']),
    );
  });

  it('fails everywhere where no browser’s rule explains it', () => {
    const cut = sampleExchange({ status: null, error: 'net::ERR_CONNECTION_RESET' });
    const verdict = judge(cut, 'today', pageFacts({ engine: 'firefox', recordedIn: 'chromium' }));
    expect(verdict.reasons[0]?.code).toBe('call-fails');
  });
});
