import { describe, expect, test } from 'vitest';
import { judgeHar } from '../../../../src/core/report/judge-har';
import { readHar } from '../../../../src/core/exchange/from-har';
import { judgeRoutes } from '../../../../src/core/verdict/judge';
import { toHar } from '../../../../src/core/report/har/to-har';
import { htmlReport } from '../../../../src/core/report/html/html-report';
import { markdownReport } from '../../../../src/core/report/markdown';
import { curlOf } from '../../../../src/core/report/curl';
import { redactHeader, redactReport, redactText, redactUrl } from '../../../../src/core/report/redact';
import { hostileHar, secrets } from './hostile-har';

describe('redactUrl', () => {
  test.each([
    ['https://a.test/x?token=abc', 'https://a.test/x?token=***'],
    ['https://a.test/x?page=2&access_token=abc&sort=up', 'https://a.test/x?page=2&access_token=***&sort=up'],
    [
      'https://a.test/x?apiKey=abc&api-key=abc&API_KEY=abc',
      'https://a.test/x?apiKey=***&api-key=***&API_KEY=***',
    ],
    [
      'https://a.test/x?sig=abc&password=abc&code=abc&key=abc',
      'https://a.test/x?sig=***&password=***&code=***&key=***',
    ],
    ['https://u:p@a.test/x', 'https://***@a.test/x'],
    ['https://u@a.test/x', 'https://***@a.test/x'],
    ['https://a.test/#access_token=abc&state=xyz', 'https://a.test/#access_token=***&state=***'],
    ['https://a.test/#/login?code=abc', 'https://a.test/#/login?code=***'],
    ['https://a.test/s;jsessionid=ABC123?x=1', 'https://a.test/s;jsessionid=***?x=1'],
    [
      'https://a.test/?next=https%3A%2F%2Fb.test%2F%3Ftoken%3Dabc',
      'https://a.test/?next=https%3A%2F%2Fb.test%2F%3Ftoken%3D***',
    ],
    ['https://a.test/?next=%2Flogin%3Ftoken%3Dabc', 'https://a.test/?next=%2Flogin%3Ftoken%3D***'],
    [`https://a.test/${secrets.path}/x`, 'https://a.test/***/x'],
    [`https://a.test/?q=${secrets.jwt}`, 'https://a.test/?q=***'],
    ['https://a.test/?a?token=abc', 'https://a.test/?a?token=***'],
    // the agent's ids, with the suffix of an environment and in the address of its beacon
    [
      'https://a.test/?dtCookie=abc&rxVisitory145fmoq=abc&dtPCy145fmoq=abc&tab=1',
      'https://a.test/?dtCookie=***&rxVisitory145fmoq=***&dtPCy145fmoq=***&tab=1',
    ],
    [
      '/rb_bf1?type=js3&sn=v_4_srv_1_sn_ABC&svrid=1&vi=KSDHAKQJFHGUWMNCEIRODTBVKSAQPLFM-0&crc=7',
      '/rb_bf1?type=js3&sn=***&svrid=1&vi=***&crc=7',
    ],
    // as browsers read a URL
    ['//u:p@a.test/x', '//***@a.test/x'],
    ['https:\\\\u:p@a.test\\x', 'https:\\\\***@a.test\\x'],
    ['https:u:p@a.test/x', 'https:***@a.test/x'],
    ['https:///u:p@a.test/x', 'https:///***@a.test/x'],
    ['data:text/plain,token', 'data:text/plain,***'],
    // names in disguise
    ['https://a.test/?to%6ben=abc&a%5Btoken%5D=abc', 'https://a.test/?to%6ben=***&a%5Btoken%5D=***'],
    ['https://a.test/?ｔoken=abc&to\u00adken=abc', 'https://a.test/?ｔoken=***&to\u00adken=***'],
    [
      'https://a.test/?PHPSESSID=abc&SAMLResponse=abc&oauth_verifier=abc',
      'https://a.test/?PHPSESSID=***&SAMLResponse=***&oauth_verifier=***',
    ],
    // encoded once more, or as a whole
    [
      'https://a.test/?next=https%253A%252F%252Fb.test%252F%253Ftoken%253Dabc',
      'https://a.test/?next=https%253A%252F%252Fb.test%252F%253Ftoken%253D***',
    ],
    ['https://a.test/?x%3D1%26token%3Dabc', 'https://a.test/?x%3D1%26token%3D***'],
    ['https://a.test/?next=//u:p@b.test', 'https://a.test/?next=//***@b.test'],
    ['https://a.test/?next=u:p@b.test', 'https://a.test/?next=***@b.test'],
    ['https://a.test/?q={"token":"abc"}', 'https://a.test/?q={"token":***}'],
    [
      'https://a.test/?q=%7B%22token%22%3A%22abc%22%7D',
      `https://a.test/?q=${encodeURIComponent('{"token":***}')}`,
    ],
    ['https://a.test/?q=Bearer%20abcdef', `https://a.test/?q=${encodeURIComponent('Bearer ***')}`],
    ['https://a.test/?q=Bearer+abcdef', 'https://a.test/?q=Bearer+***'],
    ['https://a.test/?q=token:abc#token:abc', 'https://a.test/?q=token:***#token:***'],
    // in the path
    ['https://a.test/reset-password/abcdefg1', 'https://a.test/reset-password/***'],
    ['https://a.test/token=abc/(sig=abc)/x', 'https://a.test/token=***/(sig=***)/x'],
    [`https://a.test/bot12:${secrets.path}/x`, 'https://a.test/bot12:***/x'],
    ['https://a.test/#/sso/token=abc', 'https://a.test/#/sso/token=***'],
    ['/relative?token=abc', '/relative?token=***'],
  ])('%s', (url, expected) => expect(redactUrl(url)).toBe(expected));

  test.each([
    'https://a.test/orders/17?page=2&sort=name',
    'https://a.test/orders/3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    'https://a.test/assets/application-settings-component.js?v=20260101',
    'https://a.test/2026-01-01/reports?from=2026-01-01T00:00:00.000Z',
    'https://a.test/?empty=&flag',
    'https://a.test/oauth/token/introspect?v=1#top',
    'https://a.test/@scope/pkg@1.2/a:b;v=2',
    'https://a.test/?q=a+b&t=12:30&mail=joe@b.test&path=/x/y%2Fz',
    'mailto:joe@a.test',
    'not a url',
  ])('leaves %s as it is', (url) => expect(redactUrl(url)).toBe(url));
});

describe('redactHeader', () => {
  test.each([
    ['Cookie', 'a=1; dtCookie=v_4', 'a=***; dtCookie=***'],
    ['Set-Cookie', 'a=1; Path=/; Domain=x.test; Secure', 'a=***; Path=/; Domain=x.test; Secure'],
    ['Authorization', 'Bearer abc', 'Bearer ***'],
    ['Authorization', 'abc', '***'],
    [
      'x-dtc',
      'sn="v_4_srv_1_sn_AB", pc="1$2", v="3", app="4", r="https://x"',
      'sn="v_4_srv_***_sn_***", pc="***", v="***", app="***", r="***"',
    ],
    ['x-dtc', 'sn="v_4_srv__sn_", v="3", app="4", r=""', 'sn="v_4_srv__sn_", v="***", app="***", r=""'],
    ['x-dtc', 'junk', '***'],
    ['x-dtpc', '1$2', '***'],
    ['traceparent', '00-a-b-01', '***'],
    ['tracestate', '2ead957c@dtr=1;97039bf817c8584a;1;745a;1777;V-0,vendor=1', '***@dtr=***'],
    ['tracestate', 'vendor=1', '***'],
    ['X-CSRF-Token', 'abc', '***'],
    ['AUTHORIZATION', 'bearer abc', 'bearer ***'],
    ['authorization ', 'abc', '***'],
    ['X-Authentication', 'abc', '***'],
    ['api_key', 'abc', '***'],
    ['Cookie2', 'a=1', '***'],
    ['X-Set-Cookie', 'a=1', '***'],
    ['b3', '1-2-1', '***'],
    ['baggage', 'user=1', '***'],
    ['Sec-WebSocket-Protocol', 'v1, abc', '***'],
    ['Location', '//u:p@x.test/reset-password/abcdefg1', '//***@x.test/reset-password/***'],
    ['Access-Control-Allow-Origin', 'https://u:p@x.test', 'https://***@x.test'],
    ['Access-Control-Allow-Origin', '*', '*'],
    ['Server-Timing', 'a;desc="token=abc"', 'a;desc="token=***"'],
    ['WWW-Authenticate', 'Basic realm="shop"', 'Basic realm="shop"'],
    ['X-Note', '{"token":"abc","n":1}', '{"token":***,"n":1}'],
    ['X-Note', 'bearer abcdef1', 'bearer ***'],
    ['X-Note', 'a basic rule; the key: 1', 'a basic rule; the key: 1'],
    ['Referer', 'https://x.test/?token=abc', 'https://x.test/?token=***'],
    ['Access-Control-Allow-Headers', 'authorization, x-api-key', 'authorization, x-api-key'],
    ['Server-Timing', 'dtSInfo;desc="0"', 'dtSInfo;desc="0"'],
    ['Origin', 'https://app.shop.test', 'https://app.shop.test'],
  ])('%s: %s', (name, value, expected) => expect(redactHeader([name, value])).toEqual([name, expected]));
});

test('redactText takes secrets out of sentences', () => {
  expect(redactText('see https://x.test/?token=abc, Bearer abcdef123, dtCookie=v_4_srv')).toBe(
    'see https://x.test/?token=***, Bearer ***, dtCookie=***',
  );
});

// quadratic work would take hours, a call within a call for each sign would not end well
test.each(
  Object.entries({
    word: 'a',
    names: 'a.',
    assignments: 'a=',
    quotes: 'a="',
    encoded: '%3D',
    percent: '%25',
    ats: '@',
    slashes: '/',
    schemes: 'Bearer ',
    colons: 'token:',
    questions: '?',
  }).flatMap(([name, unit]) =>
    ['https://a.test/', 'https://a.test/?q=', ''].map((start) => [name, start, unit]),
  ),
)('a flood of %s after %j is gone through at once', (_, start, unit) => {
  const flood = `${start}${unit?.repeat(100_000)}`;
  redactUrl(flood);
  redactText(flood);
  redactHeader(['X-Note', flood]);
});

const report = judgeHar(hostileHar, { generatedAt: '2026-01-01T00:00:00.000Z' });
const page = { engine: 'standard', agent: null, pattern: null, agentReadyAt: null, cookies: null } as const;
const judged = readHar(hostileHar).exchanges.map((exchange) => ({
  exchange,
  verdicts: judgeRoutes(exchange, page),
}));
const session = {
  pageUrl: report.page.url,
  agent: null,
  engine: 'standard',
  pattern: null,
  agentReadyAt: null,
  loadStartedAt: null,
} as const;

const exports: Record<string, (redact: boolean) => string> = {
  json: (redact) => JSON.stringify(redact ? redactReport(report) : report),
  markdown: (redact) => markdownReport(report, { redact }),
  html: (redact) => htmlReport([{ name: null, report }], { redact }),
  har: (redact) => JSON.stringify(toHar({ judged, session }, { redact })),
  'har from entries': (redact) =>
    JSON.stringify(
      toHar(
        { judged, session, entries: hostileHar.log.entries, pages: hostileHar.log.pages ?? [] },
        { redact },
      ),
    ),
  'curl for bash': (redact) =>
    judged.map(({ exchange }) => curlOf(exchange, { shell: 'bash', what: 'request', redact })).join('\n'),
  'curl for PowerShell': (redact) =>
    judged
      .map(({ exchange }) => curlOf(exchange, { shell: 'powershell', what: 'request', redact }))
      .join('\n'),
  'curl, preflights': (redact) =>
    judged.map(({ exchange }) => curlOf(exchange, { shell: 'bash', what: 'preflight', redact })).join('\n'),
};

describe('no secret leaves', () => {
  test.each(Object.entries(exports))('%s', (_, write) => {
    const text = write(true);
    const survivors = Object.entries(secrets).filter(([, secret]) => text.includes(secret));
    expect(survivors).toEqual([]);
  });

  test.each(['json', 'har', 'curl for bash'])(
    'but with redaction off they do, in %s: the test can fail',
    (format) => {
      expect(
        Object.values(secrets).filter((secret) => exports[format]?.(false).includes(secret)).length,
      ).toBeGreaterThan(3);
    },
  );

  test('redacting twice changes nothing', () => {
    const once = redactReport(report);
    expect(redactReport(once)).toEqual(once);
  });

  test('outcomes stay', () => {
    expect(redactReport(report).summary).toEqual(report.summary);
  });
});
