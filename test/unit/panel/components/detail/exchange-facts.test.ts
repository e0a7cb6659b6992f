import { describe, expect, it } from 'vitest';
import { exchangeFacts, exchangeTimes } from '../../../../../src/panel/components/detail/exchange-facts';
import { sampleCalls } from '../../../../browser/gallery/sample-calls';

const put = sampleCalls.find(({ method }) => method === 'PUT')!;
const redirected = sampleCalls.find(({ hops }) => hops.length > 1)!;
const line = (name: string, lines: ReturnType<typeof exchangeFacts>) =>
  lines.find((fact) => fact.name === name);

describe('exchangeFacts', () => {
  it('says where a known fact comes from', () => {
    const lines = exchangeFacts(put, 'seen');
    expect(line('Credentials', lines)).toEqual({
      name: 'Credentials',
      value: 'include',
      source: 'network log',
    });
    expect(line('OneAgent on the first tier', lines)?.value).toBe('seen');
  });

  it('says why a fact is not known', () => {
    const lines = exchangeFacts({ ...put, documentUrl: null }, null);
    expect(line('Mode', lines)).toEqual({
      name: 'Mode',
      value: null,
      source: 'the network log does not tell; the page hook would',
    });
    expect(line('Document', lines)?.value).toBeNull();
    expect(line('OneAgent on the first tier', lines)).toBeUndefined();
  });
});

describe('exchangeTimes', () => {
  it('has the preflight before its request, then the whole call', () => {
    expect(exchangeTimes(put).map(({ name }) => name)).toEqual(['Preflight', 'Request', 'Whole call']);
  });

  it('numbers the hops of a redirected call', () => {
    expect(exchangeTimes(redirected).map(({ name }) => name)).toEqual([
      'Request 1',
      'Request 2',
      'Whole call',
    ]);
  });
});
