import { describe, expect, test } from 'vitest';
import { lintPattern } from '../../../../../src/core/pattern/lint/lint-pattern';
import type { LintContext, SeenUrl } from '../../../../../src/core/pattern/lint/lint-context';
import { traceContextTarget } from '../../../../../src/core/pattern/pattern-target';

const context: LintContext = { target: { header: 'x-dtc', rules: ['new'] } };

/** Code, marked text, and the pattern after the fix. */
function lint(pattern: string, given = context): (readonly [string, string, string | undefined])[] {
  return lintPattern(pattern, given).map(
    ({ code, start, end, fix }) => [code, pattern.slice(start, end), fix?.replacement] as const,
  );
}

describe('what can be seen in the pattern alone', () => {
  test.each([
    // pattern, code, marked, fixed
    ['[', 'invalid', '[', undefined],
    ['ab(c', 'invalid', '(', undefined],
    ['a)', 'invalid', ')', undefined],
    ['a**', 'invalid', '*', undefined],
    ['x{2,1}', 'invalid', '}', undefined],
    ['[z-a]', 'invalid', 'a', undefined],
    ['api\\', 'invalid', '\\', undefined],
    ['(?<a>x)(?P<b>y)', 'invalid', '(?', undefined],
    ['(?i)api', 'inline-flags', '(?i)', 'api'],
    ['(?im)', 'inline-flags', '(?im)', ''],
    [' api', 'useless-delimiters', ' ', 'api'],
    ['api\n', 'useless-delimiters', '\n', 'api'],
    ['^^https:^bs/^bs/api', 'encoded-value-pasted', '^^', '^https:\\/\\/api'],
    ['api^bs.shop', 'encoded-value-pasted', '^bs.', 'api\\.shop'],
    ['^shop\\.test', 'mangled-start', '^s', '^\\x73hop\\.test'],
    ['^pay', 'mangled-start', '^p', '^\\x70ay'],
    ['(?:^eu|x)', 'mangled-start', '^e', '(?:^\\x65u|x)'],
    ['a[^p]', 'escape-scheme-changes', '^p', 'a[^\\x70]'],
    ['a\\^bs', 'escape-scheme-changes', '^bs', 'a\\^\\x62s'],
    ['.*', 'over-broad', '.*', undefined],
    ['^', 'over-broad', '^', undefined],
    ['.', 'over-broad', '.', undefined],
    ['(?:a|)', 'over-broad', '(?:a|)', undefined],
    ['a|', 'empty-alternative', '|', 'a'],
    ['|a', 'empty-alternative', '|', 'a'],
    ['a||b', 'empty-alternative', '|', 'a|b'],
    ['api.example', 'unescaped-dot', '.', 'api\\.example'],
    ['(?:api|cdn).example', 'unescaped-dot', '.', '(?:api|cdn)\\.example'],
    ['[a-z]+.example', 'unescaped-dot', '.', '[a-z]+\\.example'],
    ['orders\\?id', 'depends-on-query-or-fragment', '\\?', undefined],
    ['a&b', 'depends-on-query-or-fragment', '&', undefined],
    ['app#admin', 'depends-on-query-or-fragment', '#', undefined],
    ['orders$', 'end-anchor-misses-query', '$', 'orders(?:[?#]|$)'],
    ['orders(?:#|$)', 'end-anchor-misses-query', '$', undefined],
    ['[a-zA-Z]+/v1', 'case-irrelevant', 'A-Z', '[a-z]+/v1'],
  ])('%s: %s', (pattern, ...found) => {
    expect(lint(pattern)).toEqual([found]);
  });

  test.each([
    ['/^api\\/v1/i', '^api\\/v1'],
    ['/api/gi', 'api'],
    ['"api"', 'api'],
    ["'api'", 'api'],
    [' api ', 'api'],
  ])('%s: delimiters on both sides', (pattern, inner) => {
    const found = lint(pattern);
    expect(found.map(([code, , fixed]) => [code, fixed])).toEqual([
      ['useless-delimiters', inner],
      ['useless-delimiters', inner],
    ]);
    expect(found.map(([, marked]) => marked).join('')).toBe(pattern.replace(inner, ''));
  });

  test.each([
    '',
    '^https://api\\.example\\.com/',
    '^https:\\/\\/api\\.example\\.com\\/',
    '/api/v1/',
    '/v1/us',
    '^(?:shop|pay)',
    '^[s]hop',
    '^api',
    'orders(?:[/?#]|$)',
    'orders(?:\\?.*)?$',
    'orders.*$',
    'api.*orders',
    'api/.',
    'x?y',
    '(?!.*\\?)api',
    '[a-z]+',
  ])('%s: nothing', (pattern) => {
    expect(lint(pattern)).toEqual([]);
  });

  test('each dot of a host name is marked; the fix escapes them all', () => {
    expect(lint('api.example.com/v1')).toEqual([
      ['unescaped-dot', '.', 'api\\.example\\.com/v1'],
      ['unescaped-dot', '.', 'api\\.example\\.com/v1'],
    ]);
    expect(lintPattern('api.example.com', context).map(({ start }) => start)).toEqual([3, 11]);
  });

  test('JSON has no escapes that could mangle', () => {
    expect(lint('^shop', { target: traceContextTarget })).toEqual([]);
  });

  test('a pattern that the engine refuses only when it runs', () => {
    expect(lint('x'.repeat(50_000)).map(([code]) => code)).toEqual(['invalid']);
  });

  test('the engine’s own message is said', () => {
    expect(lintPattern('ab(c', context)[0]?.message).toMatch(/Unterminated group/);
  });

  test('a mangled pattern is shown as the agent would get it', () => {
    expect(lintPattern('^shop', context)[0]?.message).toMatch(/;hop$/);
  });
});

describe('what the seen URLs tell', () => {
  const own: SeenUrl = { url: 'https://app.shop.test/a', relation: 'same-origin', matched: false };
  const api: SeenUrl = { url: 'https://api.shop.test/a', relation: 'same-site', matched: false };
  const foreign: SeenUrl = { url: 'https://cdn.other.test/a', relation: 'cross-site', matched: false };
  const hit = (seen: SeenUrl): SeenUrl => ({ ...seen, matched: true });

  test.each([
    ['nothing seen', [], []],
    ['no match', [own, api, foreign], []],
    ['only what is wanted', [own, hit(api), foreign], []],
    ['a third party', [own, hit(api), hit(foreign)], ['matches-third-party']],
    ['only the page itself', [hit(own), api], ['matches-only-same-origin']],
    ['everything', [hit(own), hit(api)], ['matches-everything-seen']],
    ['everything of one host', [hit(api), hit({ ...api, url: `${api.url}/b` })], []],
  ])('%s', (_name, seen, codes) => {
    expect(lintPattern('test/a', { ...context, seen }).map(({ code }) => code)).toEqual(codes);
  });

  test('third parties are listed', () => {
    const [found] = lintPattern('test/a', { ...context, seen: [api, hit(foreign)] });
    expect(found?.urls).toEqual([foreign.url]);
    expect(found?.message).toContain('https://cdn.other.test');
  });

  test.each([
    [0.4, []],
    [12.3, ['slow-on-seen-url']],
  ])('the slowest took %d ms', (ms, codes) => {
    const slowest = { url: api.url, ms };
    expect(lintPattern('test/a', { ...context, slowest }).map(({ code }) => code)).toEqual(codes);
  });

  test('a pattern that had to be ended is told by that alone', () => {
    const ended = { ...context, slowest: { url: api.url, ms: 12.3 }, endedAfter: 1000 };
    expect(lintPattern('test/a', ended)).toMatchObject([{ code: 'too-slow', severity: 'error', start: 0 }]);
  });
});

test.each(['((.*)*)*x', '(a+)+$', '(?:a|aa)+$', `${' '.repeat(20_000)}x`])(
  'lint itself comes to an end on a hostile pattern',
  (pattern) => {
    expect(Array.isArray(lintPattern(pattern, context))).toBe(true);
  },
  5000,
);
