import { describe, expect, it } from 'vitest';
import { hasMetric } from '../../../../src/core/agent/server-timing';

function metricsOf(value: string): string[] {
  const names: string[] = [];
  hasMetric(value, (name) => {
    names.push(name);
    return false;
  });
  return names;
}

describe('metrics of a Server-Timing header', () => {
  it.each([
    ['', []],
    ['dtRpid;desc="-1426008374", dtTao;desc="1"', ['dtRpid', 'dtTao']],
    ['cdn-cache; desc=HIT, edge; dur=1', ['cdn-cache', 'edge']],
    ['a;desc="x, b;desc=y", c', ['a', 'c']],
    ['a;desc="q\\"uo, te", b', ['a', 'b']],
    ['a;desc="never closed, b', ['a']],
    [' a ;DESC=x;desc=y,,b', ['a', 'b']],
    ['no token;x, ,"quoted",', []],
  ])('%s', (value, names) => {
    expect(metricsOf(value)).toEqual(names);
  });

  it('are looked at up to the one that is wanted', () => {
    const seen: string[] = [];
    const found = hasMetric('a, b, c', (name) => {
      seen.push(name);
      return name === 'b';
    });
    expect(found).toBe(true);
    expect(seen).toEqual(['a', 'b']);
  });
});
