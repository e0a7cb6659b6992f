import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tierEvidence } from '../../../../src/core/agent/tier-evidence';

const responses: { id: string; value: [string, string][] }[] = JSON.parse(
  readFileSync(new URL('../../../fixtures/agent/responses.json', import.meta.url), 'utf8'),
);

describe('tierEvidence', () => {
  const expected: Record<string, string[]> = {
    R1: ['injection', 'timing-allow-origin', 'server-timing'],
    R3: ['server-timing'],
    R4: ['injection', 'injection', 'server-timing', 'session-cookie'],
  };
  it.each(responses.map(({ id, value }) => [id, value] as const))('response %s', (id, value) => {
    const { seen, signs } = tierEvidence(value);
    expect(seen).toBe(true);
    expect(signs.map(({ sign }) => sign)).toEqual(expected[id]);
  });

  it.each([
    [[['Timing-Allow-Origin', '*']], false],
    [[['Server-Timing', 'cdn-cache;desc=HIT, db;dur=5']], false],
    [[['Server-Timing', 'cdn;desc="dtRpid"']], false],
    [[['server-timing', 'DTRPID;desc="1"']], true],
    [[['X-OneAgent-JS-Injection', 'block']], true],
    [[['Set-Cookie', 'dtCookie=; Max-Age=0']], false],
    [[['Set-Cookie', 'dtCookiedgtcdnr2=v_4_srv_1_sn_X; Path=/']], true],
    [[['Set-Cookie', 'session=dtCookie=v_4']], false],
    [[['ETag', '"abc:dtagent10337260504112723Xy1"']], true],
    [[['ETag', '"abc"']], false],
    [[['x-dtInjectedServlet', 'true']], true],
    [[], false],
  ] as [[string, string][], boolean][])('%o', (headers, seen) => {
    expect(tierEvidence(headers).seen).toBe(seen);
  });
});
