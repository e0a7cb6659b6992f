import { describe, expect, test } from 'vitest';
import type { Har, HarEntry } from '../../../../src/core/exchange/har';
import { endpointWork, groupEndpoints } from '../../../../src/core/report/endpoint-groups';
import { htmlReport } from '../../../../src/core/report/html/html-report';
import { judgeHar } from '../../../../src/core/report/judge-har';
import { markdownReport } from '../../../../src/core/report/markdown';
import { answerOf } from '../../../../src/core/report/report-facts';
import { reportForHost } from '../../../../src/core/report/report-for-host';

const origin = 'https://app.shop.test';
const list = (headers: Record<string, string>) =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));

function entry(n: number, type: string, method: string, url: string, allowed?: string): HarEntry {
  const asks =
    allowed === undefined
      ? {}
      : { 'Access-Control-Request-Method': 'PUT', 'Access-Control-Request-Headers': 'content-type' };
  return {
    startedDateTime: new Date(Date.UTC(2026, 0, 1) + n).toISOString(),
    time: 5,
    _resourceType: type,
    request: {
      method,
      url,
      headers: list({ Origin: origin, 'Content-Type': 'application/json', ...asks }),
    },
    response: {
      status: 200,
      headers: list({
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Methods': 'PUT',
        ...(allowed === undefined ? {} : { 'Access-Control-Allow-Headers': allowed }),
      }),
      content: { mimeType: 'application/json' },
    },
  };
}

/** A call and the answer to its preflight; `null`: none was seen. */
function call(n: number, url: string, allowed: string | null): HarEntry[] {
  const request = entry(n + 1, 'fetch', 'PUT', url);
  return allowed === null ? [request] : [entry(n, 'preflight', 'OPTIONS', url, allowed), request];
}

const har: Har = {
  log: {
    entries: [
      ...call(0, 'https://api.one.test/open', 'content-type, x-dtc'),
      ...call(100, 'https://api.one.test/closed', 'content-type, accept'),
      ...call(200, 'https://api.two.test/open', 'content-type, x-dtc'),
      ...call(300, 'https://api.three.test/silent', null),
    ],
  },
};
/** A pattern that matches none of them. */
const report = judgeHar(har, { regex: 'nothing\\.test', generatedAt: '2026-01-31T14:05:06.000Z' });

const paths = (endpoints: readonly { path: string }[]) => endpoints.map(({ path }) => path);

describe('endpoints that the pattern leaves out', () => {
  test('are one list in the report for all hosts, with what their servers say', () => {
    const { work, leftOut } = groupEndpoints(report);
    expect(work).toEqual([]);
    expect(leftOut.map(({ path, server }) => [path, server.kind])).toEqual([
      ['/open', 'accepts'],
      ['/closed', 'refuses'],
      ['/open', 'accepts'],
      ['/silent', 'not-asked'],
    ]);
    expect(markdownReport(report)).toContain(
      '| `PUT https://api.one.test/closed` | 1 | refuses x-dtc: Not among',
    );
  });

  test('are work for the owner of the host whose server does not let x-dtc pass', () => {
    const { work, leftOut } = groupEndpoints(reportForHost(report, 'api.one.test'));
    expect(paths(work)).toEqual(['/closed']);
    expect(paths(leftOut)).toEqual(['/open']);
    const [closed] = work;
    const found = closed && endpointWork(closed);
    expect(found?.reason.code).toBe('regex-no-match');
    expect(found?.serverFirst?.code).toBe('acah-lacks-x-dtc');
    expect(found?.serverNeeds?.paths).toEqual(['/closed']);
  });
});

describe('the page for the owner of a host', () => {
  test.each([
    ['api.one.test', 'To do: 1 of 2 endpoints refuses calls with x-dtc.'],
    ['api.two.test', 'Nothing to do: the endpoint accepts x-dtc.'],
    ['api.three.test', 'To find out: nobody has asked the endpoint about x-dtc.'],
  ])('%s: %s', (host, answer) => expect(answerOf(reportForHost(report, host))).toBe(answer));

  test.each([
    ['Markdown', markdownReport(reportForHost(report, 'api.one.test'))],
    ['HTML', htmlReport([{ name: null, report: reportForHost(report, 'api.one.test') }])],
  ])('as %s says who asks for what, shows the preflight, and the configuration', (_, text) => {
    expect(text).toContain('For the owner of');
    expect(text).toContain('Pages of https');
    expect(text).toContain('curl -sS');
    expect(text).toMatch(/Access-Control-Allow-Headers.*x-dtc/);
    expect(text).toContain('location = ');
    expect(text).toContain('2026-01-31 14:05 UTC');
    expect(text).not.toContain('api.two.test');
  });
});
