import { describe, expect, test } from 'vitest';
import { parseAgentConfig } from '../../../../src/core/agent/parse-config';
import { copyFormats } from '../../../../src/core/pattern/copy-formats';

describe('copyFormats', () => {
  test('of a pattern for x-dtc', () => {
    const pattern = '^https:\\/\\/(api|cdn)\\.shop\\.test/\\?a="b",c;';
    const texts = copyFormats(pattern, 'x-dtc').map(({ id, text }) => [id, text]);
    expect(texts).toEqual([
      ['plain', pattern],
      ['config-api', JSON.stringify({ correlationHeaderInclusionRegex: pattern })],
      ['data-dtconfig', 'chw=^^https:^bs/^bs/(api^pcdn)^bs.shop^bs.test/^bs?a^e^dqb^dq^cc^s'],
    ]);
    expect(parseAgentConfig(`app=1|${texts[2]?.[1]}|x=2`).decoded['chw']).toBe(pattern);
  });

  test.each([
    ['^shop', /another pattern/],
    ['[', /Unterminated/],
  ])('%s has no form in data-dtconfig', (pattern, problem) => {
    const item = copyFormats(pattern, 'x-dtc').find(({ id }) => id === 'data-dtconfig');
    expect(item?.text).toBeNull();
    expect(item?.problem).toMatch(problem);
  });

  test('of inclusions for traceparent', () => {
    expect(copyFormats('^shop\\.', 'inclusions').map(({ id, text }) => [id, text])).toEqual([
      ['plain', '^shop\\.'],
      ['settings-api', '{"crossOriginUrlPattern":"^shop\\\\."}'],
      ['data-config', '{"traceContextInclusions":"^shop\\\\."}'],
    ]);
  });

  test('of exclusions', () => {
    expect(copyFormats('^shop\\.', 'exclusions').map(({ id, text }) => [id, text])).toEqual([
      ['plain', '^shop\\.'],
      ['data-config', '{"traceContextExclusions":"^shop\\\\."}'],
    ]);
  });
});
