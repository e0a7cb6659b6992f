import { describe, expect, test } from 'vitest';
import type { Har, HarEntry } from '../../../../src/core/exchange/har';
import { judgeHar } from '../../../../src/core/report/judge-har';

const page = 'https://app.shop.test/';
const config =
  'app=85a192578fd729e8|featureHash=ICA7NVfgqrux|chw=api^bs.partner|domain=shop.test|reportUrl=/rb_bf97723bcf|lastModification=1776678318171';
const tag = `<script src="/ruxitagentjs_ICA7NVfgqrux_10337260504112723.js" data-dtconfig="${config}"></script>`;
const at = (ms: number): string => new Date(Date.UTC(2026, 0, 1) + ms).toISOString();
const headers = (record: Record<string, string>) =>
  Object.entries(record).map(([name, value]) => ({ name, value }));

interface Spec {
  at: number;
  type: string;
  method?: string;
  url: string;
  request?: Record<string, string>;
  status?: number;
  response?: Record<string, string>;
  text?: string;
  error?: string;
}

const entry = (spec: Spec): HarEntry => ({
  pageref: 'page_1',
  startedDateTime: at(spec.at),
  time: 10,
  _resourceType: spec.type,
  request: { method: spec.method ?? 'GET', url: spec.url, headers: headers(spec.request ?? {}) },
  response: {
    status: spec.status ?? 200,
    headers: headers(spec.response ?? {}),
    content: spec.text === undefined ? {} : { mimeType: 'text/html', text: spec.text },
    ...(spec.error ? { _error: spec.error } : {}),
  },
});

const shopHar = (html: string): Har => ({
  log: {
    pages: [{ id: 'page_1', title: page, startedDateTime: at(0) }],
    entries: [
      entry({ at: 0, type: 'document', url: page, text: html }),
      entry({ at: 20, type: 'script', url: `${page}ruxitagentjs_ICA7NVfgqrux_10337260504112723.js` }),
      entry({
        at: 100,
        type: 'fetch',
        url: `${page}api/cart`,
        request: { Cookie: 'dtCookie=v_4_srv_1_sn_A', Referer: page },
      }),
      entry({
        at: 111,
        type: 'preflight',
        method: 'OPTIONS',
        url: 'https://api.partner.test/offers/17',
        request: {
          Origin: 'https://app.shop.test',
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'content-type',
        },
        status: 204,
        response: {
          'Access-Control-Allow-Origin': 'https://app.shop.test',
          'Access-Control-Allow-Headers': 'Content-Type',
        },
      }),
      entry({
        at: 110,
        type: 'xhr',
        method: 'POST',
        url: 'https://api.partner.test/offers/17',
        request: { Origin: 'https://app.shop.test', 'Content-Type': 'application/json', Referer: page },
        response: {
          'Access-Control-Allow-Origin': 'https://app.shop.test',
          'Server-Timing': 'dtSInfo;desc="0", dtRpid;desc="1"',
        },
      }),
      entry({
        at: 120,
        type: 'ping',
        method: 'POST',
        url: `${page}rb_bf97723bcf?type=js3&svrid=1&flavor=post&sn=x`,
        request: { Origin: 'https://app.shop.test' },
      }),
    ],
  },
});

describe('judgeHar', () => {
  test('finds the agent in the document, judges by its pattern, and leaves its beacons out', () => {
    const report = judgeHar(shopHar(`<html><head>${tag}</head></html>`), { generatedAt: at(0) });
    expect(report.agent?.version?.label).toBe('1.337');
    expect(report.regex).toEqual({ pattern: 'api\\.partner', source: 'deployed' });
    expect(report.page.url).toBe(page);
    expect(
      report.exchanges.map(({ method, url, relation, preflight, tier, verdicts }) => [
        method,
        url,
        relation,
        preflight,
        tier,
        verdicts.today.outcome,
        verdicts.cookies.outcome,
        verdicts.header.outcome,
      ]),
    ).toEqual([
      ['GET', `${page}api/cart`, 'same-origin', null, 'not-seen', 'links', 'links', 'links'],
      [
        'POST',
        'https://api.partner.test/offers/17',
        'cross-site',
        { observed: true, linkable: false },
        'seen',
        'unlinked',
        'cannot',
        'breaks',
      ],
    ]);
    expect(
      report.endpoints.map(({ method, origin, path, count }) => `${method} ${origin}${path} ×${count}`),
    ).toEqual(['GET https://app.shop.test/api/cart ×1', 'POST https://api.partner.test/offers/{id} ×1']);
    expect(report.summary.header).toEqual({ links: 1, breaks: 1, unlinked: 0, cannot: 0, unknown: 0 });
    expect(report.summary.addedPreflights).toEqual({ cookies: 0, header: 0 });
  });

  test.each([
    [undefined, null, 'deployed', 'trace-context-not-included'],
    ['/offers/', '/offers/', 'given', 'acah-lacks-trace-context'],
  ])('the New RUM Experience alone is judged by inclusions: %s', (regex, inclusions, source, code) => {
    const newRum = '{"app":"ea7c4b59f27d43eb","tracestateKeyPrefix":"2ead957c"}';
    const html = `<script src="/ruxitagentjs_ICA15789NPRUXfqru_10337260504112723.js" data-config='${newRum}'></script>`;
    const report = judgeHar(shopHar(html), regex === undefined ? {} : { regex });
    expect(report.traceContext).toEqual({ inclusions, exclusions: null, source });
    const offers = report.exchanges.find(({ url }) => url.includes('/offers/'));
    expect(offers?.verdicts.header.reasons[0]?.code).toBe(code);
    const endpoint = report.endpoints.find(({ path }) => path.startsWith('/offers/'));
    expect(endpoint?.call.adds).toEqual(['traceparent', 'tracestate']);
  });

  test.each([
    ['chromium', 'cross-site', 'cannot'],
    ['firefox', 'same-site', 'links'],
  ] as const)(
    'from http to https of one domain: in %s %s, as the cookie route has it',
    (engine, relation, outcome) => {
      const Origin = 'http://app.shop.test';
      const response = { 'Access-Control-Allow-Origin': Origin, 'Access-Control-Allow-Credentials': 'true' };
      const call = entry({
        at: 0,
        type: 'fetch',
        url: 'https://api.shop.test/x',
        request: { Origin },
        response,
      });
      const [exchange] = judgeHar({ log: { entries: [call] } }, { engine, agentConfig: config }).exchanges;
      expect([exchange?.relation, exchange?.verdicts.cookies.outcome]).toEqual([relation, outcome]);
    },
  );

  test('a frame of another origin is not held to the page’s agent', () => {
    const widget = 'https://widget.partner.test';
    const framed = entry({
      at: 5,
      type: 'fetch',
      url: 'https://api.partner.test/early',
      request: { Origin: widget },
      response: { 'Access-Control-Allow-Origin': widget },
    });
    const har = shopHar(tag);
    const { exchanges } = judgeHar({ log: { ...har.log, entries: [...har.log.entries, framed] } });
    const early = exchanges.find(({ url }) => url.endsWith('/early'));
    expect(early?.verdicts.today.reasons.map(({ code }) => code)).toEqual([
      'cross-origin-uncredentialed',
      'other-frame',
      'x-dtc-missing',
    ]);
  });

  test('a given pattern beats the deployed one', () => {
    const report = judgeHar(shopHar(tag), { regex: 'other' });
    expect(report.regex).toEqual({ pattern: 'other', source: 'given' });
    expect(report.exchanges[1]?.verdicts.header.reasons[0]?.code).toBe('regex-no-match');
  });

  test('an agent whose configuration the HAR does not hold makes the header route unknown, not unlinked', () => {
    const report = judgeHar(shopHar('<html></html>'));
    expect(report.agent?.configSource).toBe('none');
    expect(report.exchanges[1]?.verdicts.header.outcome).toBe('unknown');
    expect(report.exchanges[1]?.verdicts.header.reasons[0]?.code).toBe('config-unreadable');
  });

  test('without an agent today is unlinked and the routes are judged as if there were one', () => {
    const report = judgeHar(shopHar(tag), { agent: null });
    expect(report.agent).toBeNull();
    expect(report.exchanges.map((exchange) => exchange.verdicts.today.reasons[0]?.code)).toEqual([
      'no-agent',
      'no-agent',
    ]);
    expect(report.exchanges.map((exchange) => exchange.verdicts.header.outcome)).toEqual(['links', 'breaks']);
  });

  test.each<[string, unknown, string]>([
    ['null', null, 'the entry is not an object'],
    ['a text', 'GET', 'the entry is not an object'],
    ['an empty object', {}, 'request is missing'],
    [
      'a request without a text for a URL',
      { ...entry({ at: 0, type: 'script', url: '' }), request: { url: 5 } },
      'request.url is missing',
    ],
  ])('an entry that is %s is a problem, and the others are judged', (_, spoilt, what) => {
    const { log } = shopHar(tag);
    const report = judgeHar({ log: { ...log, entries: [spoilt as HarEntry, ...log.entries] } });
    expect(report.problems).toEqual([{ index: 0, what }]);
    expect(report.exchanges).toHaveLength(2);
    expect(report.agent?.configSource).toBe('tag');
  });

  test.each([null, 5, {}, { log: null }, { log: { entries: {} } }])('%j is no HAR, and says so', (file) => {
    const report = judgeHar(file as Har);
    expect(report.problems).toEqual([{ index: -1, what: 'log.entries is missing: this is no HAR' }]);
    expect(report.exchanges).toEqual([]);
  });

  test('an agent’s file of unknown duration had arrived when it was asked for', () => {
    const { log } = shopHar(tag);
    const entries = log.entries.map((each) => ({ ...each, time: 'soon' as never }));
    const first = judgeHar({ log: { ...log, entries } }).exchanges[0];
    expect(first?.verdicts.today.outcome).toBe('links');
  });

  test('is plain JSON', () => {
    const report = judgeHar(shopHar(tag), { generatedAt: at(0) });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});
