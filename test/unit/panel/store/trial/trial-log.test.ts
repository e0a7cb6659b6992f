import { describe, expect, it } from 'vitest';
import { endpointKey, judgeRoutes } from '../../../../../src/core';
import { createTrialLog } from '../../../../../src/panel/store/trial/trial-log';
import type { Trial } from '../../../../../src/protocol/trial';
import { pageFacts, sampleExchange } from '../../../core/verdict/sample-exchange';

const trial: Trial = {
  id: 'trial',
  change: { route: 'header', value: { kind: 'synthetic', value: 'x' } },
  mode: 'strict',
  pattern: null,
  exclusions: null,
  endpoints: null,
  pageOrigin: 'https://app.shop.test',
  mended: [],
};
const url = 'https://api.partner.test/prices';
const sample = sampleExchange({ url, response: {} });
const verdicts = judgeRoutes(sample, pageFacts({ agent: null }));

/** A call of a trial whose URL has so many characters more. */
function call(n: number, extra: string) {
  const exchange = {
    ...sample,
    id: `${n}`,
    hops: [{ ...sample.hops[0], url: `${url}?${extra}` }] as const,
    trial: { id: 'trial', effect: { kind: 'header-added', headers: ['x-dtc'] } as const },
  };
  return { exchange, verdicts };
}

describe('what is kept of a long trial', () => {
  it.each([
    ['many calls', 20_005, '', 5],
    ['long calls', 55, 'x'.repeat(999_000), 5],
  ])('are the latest: %s', (_, count, extra, forgotten) => {
    const log = createTrialLog('chromium');
    log.begin(trial, []);
    for (let n = 0; n < count; n++) log.put([call(n, extra)]);
    expect(log.forgotten.value).toBe(forgotten);
    expect(log.triedCall(`${forgotten - 1}`)).toBeNull();
    expect(log.triedCall(`${forgotten}`)).not.toBeNull();
    expect(log.triedEndpoint(endpointKey('GET', url).key)).not.toBeNull();
    log.begin(trial, []);
    expect(log.forgotten.value).toBe(0);
  });

  it('counts a call that changes once', () => {
    const log = createTrialLog('chromium');
    log.begin(trial, []);
    for (let n = 0; n < 200; n++) log.put([call(0, 'x'.repeat(999_000))]);
    expect(log.forgotten.value).toBe(0);
  });
});
