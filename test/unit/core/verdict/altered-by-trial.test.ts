import { describe, expect, it } from 'vitest';
import { classicSet, traceContextSet, type HeaderSet } from '../../../../src/core/agent/link-headers';
import type { HookTrialEffect } from '../../../../src/core/exchange/hook-call';
import { judgeRoutes } from '../../../../src/core/verdict/judge';
import { traceparentOfPage } from '../../../../src/core/verdict/wire-evidence';
import { agentWith, pageFacts, rumCookies, sampleExchange, xDtc, type ExchangeSpec } from './sample-exchange';

const facts = pageFacts({ agent: agentWith('api\\.') });
const url = 'https://api.shop.test/orders';
const open = { 'access-control-allow-origin': '*' };
const credentialed = {
  'access-control-allow-origin': 'https://app.shop.test',
  'access-control-allow-credentials': 'true',
};

function verdictsOf(
  kind: HookTrialEffect['kind'] & ('header-added' | 'made-credentialed'),
  spec: ExchangeSpec,
  headers: HeaderSet = classicSet,
) {
  const exchange = sampleExchange({ url, ...spec });
  const { today, cookies, header } = judgeRoutes(
    { ...exchange, trial: { id: 'trial', effect: kind === 'header-added' ? { kind, headers } : { kind } } },
    facts,
  );
  return {
    today: [today.outcome, today.reasons[0]?.code],
    cookies: [cookies.outcome, cookies.reasons[0]?.code],
    header: [header.outcome, header.reasons[0]?.code, header.addsPreflight],
  };
}

describe('a call to which a trial added x-dtc', () => {
  it('does not tell what it is today, and settles the header route when it was accepted', () => {
    const verdicts = verdictsOf('header-added', {
      request: [xDtc],
      response: open,
      preflight: { asked: 'x-dtc', headers: { ...open, 'access-control-allow-headers': 'x-dtc' } },
    });
    expect(verdicts.today).toEqual(['unknown', 'altered-by-trial']);
    expect(verdicts.header).toEqual(['links', 'header-accepted', true]);
  });

  it('breaks on the header route when it was refused: it fails by the route only', () => {
    const verdicts = verdictsOf('header-added', {
      status: null,
      error: 'net::ERR_FAILED',
      preflight: { asked: 'x-dtc', headers: open },
    });
    expect(verdicts.today).toEqual(['unknown', 'altered-by-trial']);
    expect(verdicts.header).toEqual(['breaks', 'acah-lacks-x-dtc', true]);
  });

  it('is judged on the cookie route without the header', () => {
    const { cookies } = verdictsOf('header-added', {
      request: [xDtc],
      response: credentialed,
      preflight: { asked: 'x-dtc', headers: credentialed },
    });
    expect(cookies).toEqual(['links', 'cookies-would-be-sent']);
  });
});

describe('a call that failed by what a trial added', () => {
  it('tells nothing of the cookie route if it would ask nothing by itself', () => {
    const { cookies } = verdictsOf('header-added', {
      status: null,
      error: 'net::ERR_FAILED',
      preflight: { asked: 'x-dtc', headers: credentialed },
    });
    expect(cookies).toEqual(['unknown', 'altered-by-trial']);
  });

  it('tells of it by the preflight that it needs anyway', () => {
    const { cookies } = verdictsOf('header-added', {
      method: 'PUT',
      status: null,
      error: 'net::ERR_FAILED',
      preflight: { asked: 'x-dtc', headers: { ...credentialed, 'access-control-allow-methods': 'PUT' } },
    });
    expect(cookies).toEqual(['links', 'cookies-would-be-sent']);
  });
});

describe('a call to which a trial added trace context', () => {
  const parent = ['traceparent', '00-0af7651916cd43dd8448eb211c80319c-97039bf817c8584a-01'] as const;
  const state = ['tracestate', 'a@dtr=1;97039bf817c8584a;1;a;v;s'] as const;

  it('is judged on the cookie route without it', () => {
    const { cookies, today } = verdictsOf(
      'header-added',
      {
        request: [parent, state],
        response: credentialed,
        preflight: { asked: 'traceparent,tracestate', headers: credentialed },
      },
      traceContextSet,
    );
    expect([today, cookies]).toEqual([
      ['unknown', 'altered-by-trial'],
      ['links', 'cookies-would-be-sent'],
    ]);
  });

  it.each([
    [traceContextSet, null],
    [['tracestate'], parent[1]],
    [classicSet, null],
  ] as const)('%j: the page’s own traceparent is %s', (headers, expected) => {
    const exchange = sampleExchange({ url, request: [parent, state], response: open });
    const trial = { id: 'trial', effect: { kind: 'header-added', headers } } as const;
    expect(traceparentOfPage({ ...exchange, trial })).toBe(expected);
  });
});

describe('a call that a trial made credentialed', () => {
  it('settles the cookie route, and the header route is judged without credentials', () => {
    const accepted = verdictsOf('made-credentialed', {
      request: [rumCookies],
      response: credentialed,
      credentials: 'include',
    });
    expect(accepted.today).toEqual(['unknown', 'altered-by-trial']);
    expect(accepted.cookies).toEqual(['links', 'cookies-sent']);
    const refused = verdictsOf('made-credentialed', {
      request: [rumCookies],
      response: open,
      credentials: 'include',
    });
    expect(refused.cookies).toEqual(['breaks', 'acao-wildcard-credentialed']);
    expect(refused.header).toEqual(['unknown', 'preflight-not-seen', true]);
  });
});
