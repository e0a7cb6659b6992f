import { describe, expect, test } from 'vitest';
import type { HarEntry } from '../../../../src/core/exchange/har';
import { compareReports } from '../../../../src/core/report/compare';
import { comparisonAnswer, markdownComparison } from '../../../../src/core/report/compare-markdown';
import { judgeHar } from '../../../../src/core/report/judge-har';
import { redactReport } from '../../../../src/core/report/redact';
import { readReport } from '../../../../src/core/report/read-report';

const origin = 'https://app.shop.test';
const headers = (record: Record<string, string>) =>
  Object.entries(record).map(([name, value]) => ({ name, value }));
const call = (path: string, allow: string, n: number): HarEntry[] => [
  {
    startedDateTime: `2026-01-01T00:00:0${n}.000Z`,
    time: 5,
    _resourceType: 'preflight',
    request: {
      method: 'OPTIONS',
      url: `https://api.partner.test${path}`,
      headers: headers({
        Origin: origin,
        'Access-Control-Request-Method': 'PUT',
        'Access-Control-Request-Headers': 'content-type',
      }),
    },
    response: {
      status: 204,
      headers: headers({
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Methods': 'PUT',
        'Access-Control-Allow-Headers': allow,
      }),
    },
  },
  {
    startedDateTime: `2026-01-01T00:00:0${n}.001Z`,
    time: 5,
    _resourceType: 'fetch',
    request: {
      method: 'PUT',
      url: `https://api.partner.test${path}`,
      headers: headers({ Origin: origin, 'Content-Type': 'application/json' }),
    },
    response: { status: 200, headers: headers({ 'Access-Control-Allow-Origin': origin }) },
  },
];
const reportOf = (...calls: HarEntry[][]) =>
  judgeHar({ log: { entries: calls.flat() } }, { generatedAt: '2026-01-01T00:00:00.000Z' });

const before = reportOf(
  call('/orders', 'content-type, x-other', 1),
  call('/old', 'content-type, x-other', 2),
  call('/same', 'content-type, x-dtc', 3),
);
const after = reportOf(
  call('/orders', 'content-type, x-dtc', 1),
  call('/new', 'content-type, x-dtc', 2),
  call('/same', 'content-type, x-dtc', 3),
);

describe('compareReports', () => {
  const comparison = compareReports(before, after);

  test('names the routes on which an outcome changed, what appeared and what disappeared', () => {
    expect(comparison.unchanged).toBe(1);
    expect(
      comparison.endpoints.map(({ kind, path, changes, outcomes }) => ({
        kind,
        path,
        changes: changes.map((change) => [change.route, change.before, change.after]),
        header: outcomes?.header,
      })),
    ).toEqual([
      { kind: 'changed', path: '/orders', changes: [['header', 'breaks', 'links']], header: undefined },
      { kind: 'appeared', path: '/new', changes: [], header: 'links' },
      { kind: 'disappeared', path: '/old', changes: [], header: 'breaks' },
    ]);
    expect(comparison.endpoints[0]?.changes[0]).toMatchObject({
      beforeReason: 'Not among the headers allowed: x-dtc.',
      afterReason: 'The preflight allows x-dtc',
    });
  });

  test('the same report against itself changes nothing', () => {
    const same = compareReports(before, before);
    expect(same.endpoints).toEqual([]);
    expect(comparisonAnswer(same)).toBe('No endpoint’s verdict changed (3 compared).');
  });

  test('as Markdown', () => {
    const text = markdownComparison(comparison);
    expect(text).toContain('## 1 changed, 1 appeared, 1 disappeared, 1 unchanged.');
    expect(text).toContain(
      '| `PUT https://api.partner.test/orders` | header | breaks | **links** | The preflight allows x-dtc |',
    );
    expect(text).toContain('**gone**');
  });
});

describe('readReport', () => {
  test('reads what was written', () => {
    const read = readReport(JSON.parse(JSON.stringify(before)));
    if (!read.ok) throw new Error(read.what);
    expect(compareReports(read.report, before).endpoints).toEqual([]);
  });

  test.each([
    [null, 'the report: '],
    [{}, 'tool: '],
    [{ ...before, formatVersion: 2 }, 'formatVersion: '],
    [{ ...before, endpoints: [{ ...before.endpoints[0], verdicts: {} }] }, 'endpoints.0.verdicts.today: '],
  ])('says what is wrong', (value, what) => {
    const read = readReport(value);
    expect(read.ok ? '' : read.what.slice(0, what.length)).toBe(what);
  });
});

test('endpoints that masking has made alike are compared as one, by the outcome that needs attention most', () => {
  const first = call('/reset-password/abcdefg1', 'content-type, x-other', 1);
  const second = call('/reset-password/abcdefg2', 'content-type, x-dtc', 2);
  const masked = redactReport(reportOf(first, second));
  expect(compareReports(masked, masked)).toMatchObject({ endpoints: [], unchanged: 1 });
  expect(compareReports(masked, redactReport(reportOf(second, first)))).toMatchObject({ endpoints: [] });
  const mended = redactReport(reportOf(second));
  expect(compareReports(masked, mended).endpoints).toMatchObject([
    { kind: 'changed', changes: [{ route: 'header', before: 'breaks', after: 'links' }] },
  ]);
});
