import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/core/exchange/types';
import { probeKey, probeRequestOf } from '../../../../src/core/probe/probe-request';
import type { ProbeResult, SentProbe } from '../../../../src/core/probe/types';
import { judge } from '../../../../src/core/verdict/judge';
import { agentWith, pageFacts, sampleExchange, xDtc, type ExchangeSpec } from './sample-exchange';

const url = 'https://api.partner.test/prices/12';
const open = { 'access-control-allow-origin': '*' };
const facts = pageFacts({ agent: agentWith('api\\.') });

function sentFor(exchange: Exchange): SentProbe {
  const request = probeRequestOf(exchange, { route: 'header', adds: ['x-dtc'] }, 'chromium')!;
  return { request, headers: [['origin', request.origin]], startedAt: 5, duration: 7 };
}

function judged(result: (sent: SentProbe) => ProbeResult, spec: ExchangeSpec = { response: open }) {
  const exchange = sampleExchange({ url, ...spec });
  const sent = sentFor(sampleExchange({ url }));
  const probes = new Map([[probeKey(sent.request), result(sent)]]);
  const verdict = judge(exchange, 'header', { ...facts, engine: 'chromium', probes });
  return {
    outcome: verdict.outcome,
    codes: verdict.reasons.map(({ code }) => code),
    addsPreflight: verdict.addsPreflight,
  };
}
const answered =
  (status: number, headers: Record<string, string>) =>
  (sent: SentProbe): ProbeResult => ({
    kind: 'answered',
    sent,
    response: { status, headers: Object.entries(headers) },
  });
const allowing = { ...open, 'access-control-allow-headers': 'X-DTC' };

describe('an endpoint that was probed', () => {
  it.each([
    ['allows x-dtc', answered(204, allowing), 'links', 'header-accepted'],
    ['allows other headers', answered(204, open), 'breaks', 'acah-lacks-x-dtc'],
    ['answers 405', answered(405, allowing), 'breaks', 'preflight-status'],
    ['allows no origin', answered(200, {}), 'breaks', 'acao-missing'],
    [
      'redirects',
      (sent: SentProbe): ProbeResult => ({ kind: 'redirected', sent }),
      'breaks',
      'preflight-redirected',
    ],
    [
      'does not answer',
      (sent: SentProbe): ProbeResult => ({ kind: 'no-answer', sent, why: 'reset' }),
      'breaks',
      'preflight-no-answer',
    ],
  ] as const)('%s', (_, result, outcome, code) => {
    const verdict = judged(result);
    expect([verdict.outcome, verdict.codes[0]]).toEqual([outcome, code]);
    expect(verdict.codes).toContain('probed');
    expect(verdict.addsPreflight).toBe(true);
  });

  it.each([
    ['was not reached in time', (sent: SentProbe): ProbeResult => ({ kind: 'timeout', sent, after: 10 })],
    ['may not be asked', (): ProbeResult => ({ kind: 'no-access', pattern: '*://api.partner.test/*' })],
    ['was given up', (): ProbeResult => ({ kind: 'cancelled' })],
    ['could not be asked', (): ProbeResult => ({ kind: 'failed', why: 'rule refused' })],
  ])('%s: it stays unknown', (_, result) => {
    const { outcome, codes } = judged(result);
    expect([outcome, codes.includes('probed')]).toEqual(['unknown', false]);
  });

  it('beats a preflight that asked for other headers', () => {
    const spec = {
      response: open,
      method: 'GET',
      preflight: { asked: 'x-key', headers: { ...open, 'access-control-allow-headers': 'x-key' } },
    };
    const exchange = sampleExchange({ url, ...spec });
    const sent = sentFor(exchange);
    const probes = new Map([
      [
        probeKey(sent.request),
        answered(204, { ...open, 'access-control-allow-headers': 'x-dtc, x-key' })(sent),
      ],
    ]);
    const verdict = judge(exchange, 'header', { ...facts, engine: 'chromium', probes });
    expect([verdict.outcome, verdict.addsPreflight]).toEqual(['links', false]);
  });

  it('does not speak against what the agent’s own x-dtc met', () => {
    const spec = { request: [xDtc], response: open, preflight: { asked: 'x-dtc', headers: allowing } };
    expect(judged(answered(405, {}), spec)).toMatchObject({ outcome: 'links', codes: ['x-dtc-sent'] });
  });
});
