import { describe, expect, test } from 'vitest';
import { parseAgentConfig } from '../../../../src/core/agent/parse-config';
import { copyFormats } from '../../../../src/core/pattern/copy-formats';
import { traceContextTarget } from '../../../../src/core/pattern/pattern-target';
import type { PatternTarget } from '../../../../src/core/pattern/pattern-target';

const classic: PatternTarget = { header: 'x-dtc', rules: ['new'] };

describe('copyFormats', () => {
  test('of a pattern for x-dtc', () => {
    const pattern = '^https:\\/\\/(api|cdn)\\.shop\\.test/\\?a="b",c;';
    const texts = copyFormats(pattern, classic).map(({ id, text }) => [id, text]);
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
    const item = copyFormats(pattern, classic).find(({ id }) => id === 'data-dtconfig');
    expect(item?.text).toBeNull();
    expect(item?.problem).toMatch(problem);
  });

  test('of a pattern for traceparent', () => {
    expect(copyFormats('^shop\\.', traceContextTarget).map(({ text }) => text)).toEqual([
      '^shop\\.',
      '{"traceContextInclusions":"^shop\\\\."}',
      '{"traceContextExclusions":"^shop\\\\."}',
    ]);
  });
});
