import { describe, expect, test } from 'vitest';
import { judgeHar } from '../../../../src/core/report/judge-har';
import { markdownReport } from '../../../../src/core/report/markdown';
import { markdownBlock, markdownCode, markdownText } from '../../../../src/core/report/markdown-text';
import { hostileHar } from './hostile-har';

describe('markdownText', () => {
  test.each([
    ['a *b* _c_ `d`', 'a \\*b\\* \\_c\\_ \\`d\\`'],
    ['<script>&amp;', '\\<script\\>\\&amp;'],
    ['| cell', '\\| cell'],
    ['{code}', '\\{code\\}'],
    ['[x](javascript:alert)', '\\[x\\](javascript\\:alert)'],
    ['![x](y)', '!\\[x\\](y)'],
    ['line\nbreak', 'line\\<U+000A\\>break'],
    ['https://x.test', 'https\\://x.test'],
    ['www.x.test', 'www\\.x.test'],
    ['- item', '\\- item'],
    ['+ item', '\\+ item'],
    ['1. item', '1\\. item'],
    ['# head', '\\#\u2060 head'],
    ['Safe: 3.5 cross-origin calls (of 4)!', 'Safe: 3.5 cross-origin calls (of 4)!'],
  ])('%j', (text, expected) => expect(markdownText(text)).toBe(expected));

  test('makes neither a mention nor an issue number', () => {
    expect(markdownText('@team #12')).not.toMatch(/@\w|#\d/);
  });
});

describe('markdownCode', () => {
  test.each([
    ['x', '`x`'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    ['a``b`c', '```a``b`c```'],
    ['a|b', '`a\\|b`'],
    ['', '` `'],
    ['a\nb', '`a<U+000A>b`'],
  ])('%j', (text, expected) => expect(markdownCode(text)).toBe(expected));
});

test('a block cannot be left from within', () => {
  expect(markdownBlock('a\n```\n# b', 'sh')).toBe('````sh\na\n```\n# b\n````');
});

describe('markdownReport', () => {
  test('calls no pattern safe that is no regular expression', () => {
    const report = judgeHar(hostileHar, { generatedAt: '2026-01-01T00:00:00.000Z', regex: '(api' });
    expect({ ...report.summary.header, breaks: 0 }).toEqual(report.summary.header);
    expect(markdownReport(report)).toContain('## Not yet: the pattern is not a valid regular expression.');
  });

  const text = markdownReport(judgeHar(hostileHar, { generatedAt: '2026-01-01T00:00:00.000Z' }));

  test('has the parts that a ticket needs', () => {
    expect(text).toMatch(/^## /);
    for (const part of [
      '**Page:**',
      '**RUM agent:**',
      '**Pattern (x-dtc):**',
      '| Route | links |',
      '### Endpoints that need work',
      '**Fix:**',
      'curl -sS',
      '### Preflights',
      '### Not observed',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('nothing of the page becomes HTML, a mention, or a row of its own', () => {
    const outside = text.replace(/(?<![`\\])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
    expect(outside.replace(/<\/?(?:details|summary|code)>/g, '')).not.toMatch(/(?<!\\)<[a-z/]/i);
    expect(outside).not.toMatch(/@\w/);
    for (const table of text.matchAll(/(?:^\|.*\|$\n?)+/gm)) {
      const widths = table[0]
        .trim()
        .split('\n')
        .map((row) => row.replaceAll('\\|', '').split('|').length);
      expect(new Set(widths).size).toBe(1);
    }
  });
});
