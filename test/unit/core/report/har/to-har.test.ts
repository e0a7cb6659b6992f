import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readHar } from '../../../../../src/core/exchange/from-har';
import type { Har } from '../../../../../src/core/exchange/har';
import { readHarText } from '../../../../../src/core/exchange/har-text/read-har-text';
import { agentProfile } from '../../../../../src/core/agent/read-profile';
import { judgeHar } from '../../../../../src/core/report/judge-har';
import { toHar } from '../../../../../src/core/report/har/to-har';
import type { HarSource } from '../../../../../src/core/report/har/to-har';
import { judgeRoutes } from '../../../../../src/core/verdict/judge';
import type { PageFacts } from '../../../../../src/core/verdict/types';
import { visibleJson, visibleText } from '../../../../../src/core/report/visible-text';
import { sampleExchange, shop } from '../../verdict/sample-exchange';
import { hostileHar } from '../hostile-har';
import { har12Violations } from './har-1.2';

const fixture = (name: string): Har =>
  JSON.parse(readFileSync(new URL(`../../../../fixtures/har/${name}`, import.meta.url), 'utf8')) as Har;

const config =
  'app=85a192578fd729e8|featureHash=ICA7NVfgqrux|chw=example^p partner|reportUrl=/rb_1|lastModification=1776678318171';
const agent = agentProfile({ scripts: [{ src: null, attributes: { 'data-dtconfig': config } }] });
const page: PageFacts = {
  engine: 'chromium',
  agent,
  pattern: 'api',
  agentReadyAt: null,
  loadStartedAt: null,
  cookies: null,
};

function sourceOf(har: Har): HarSource {
  const judged = readHar(har).exchanges.map((exchange) => ({
    exchange,
    verdicts: judgeRoutes(exchange, page),
  }));
  const { engine, pattern } = page;
  return {
    judged,
    session: { pageUrl: null, agent, engine, pattern, agentReadyAt: null, loadStartedAt: null },
  };
}

describe.each(['chrome.har', 'firefox.har', 'playwright.har', 'charles.har'])('%s', (name) => {
  const har = fixture(name);
  const source = sourceOf(har);

  describe.each([
    ['made from the calls', source],
    ['made from the entries', { ...source, entries: har.log.entries, pages: har.log.pages ?? [] }],
  ])('%s', (_, from) => {
    test.each([true, false])('is HAR 1.2 (redacted: %s)', (redact) => {
      expect(har12Violations(toHar(from, { redact }))).toEqual([]);
    });

    test.each([true, false])(
      'reading it again gives the same calls and verdicts (redacted: %s)',
      async (redact) => {
        const read = await readHarText(JSON.stringify(toHar(from, { redact })));
        if (!read.ok) throw new Error('not read');
        const again = judgeHar(read.har);
        expect(again.regex).toEqual({ pattern: 'api', source: 'given' });
        expect(again.engine).toBe('chromium');
        expect(again.agent?.application).toBe('85a192578fd729e8');
        const outcomes = (report: typeof again) =>
          report.exchanges.map(({ method, verdicts }) => [
            method,
            verdicts.today.outcome,
            verdicts.cookies.outcome,
            verdicts.header.outcome,
          ]);
        expect(outcomes(again)).toEqual(outcomes(judgeHar(har, { agent, regex: 'api', engine: 'chromium' })));
      },
    );
  });

  test('the entry that begins a call carries its verdicts', () => {
    const { entries } = toHar(source).log;
    const ids = entries.flatMap((entry) => entry._crosslink?.id ?? []);
    expect([...ids].sort()).toEqual([...source.judged].map(({ exchange }) => exchange.id).sort());
    const recorded = toHar({ ...source, entries: har.log.entries }).log.entries.flatMap(
      (entry) => entry._crosslink?.id ?? [],
    );
    expect([...recorded].sort()).toEqual([...ids].sort());
  });
});

describe('calls that a live trial altered', () => {
  const trial = { id: 'trial-1', effect: { kind: 'header-added', headers: ['x-dtc'] } } as const;
  const { judged, session } = sourceOf(fixture('chrome.har'));
  const altered = [...judged].map(({ exchange }) => {
    const known = exchange.api === 'fetch' || exchange.api === 'xhr' ? { ...exchange, trial } : exchange;
    return { exchange: known, verdicts: judgeRoutes(known, page) };
  });
  const wanted = altered.map(({ exchange, verdicts }) => [exchange.url, verdicts.today.outcome]);

  test.each<[string, Partial<HarSource>]>([
    ['from the calls', {}],
    ['from the recorded entries', { entries: fixture('chrome.har').log.entries }],
  ])('are known as such when the file is read again: %s', async (_name, more) => {
    const file = JSON.stringify(toHar({ judged: altered, session, ...more }, { redact: false }));
    const read = await readHarText(file);
    if (!read.ok) throw new Error('not read');
    for (const har of [read.har, JSON.parse(file) as Har]) {
      const again = readHar(har).exchanges;
      expect(again.filter((each) => each.trial !== undefined).length).toBeGreaterThan(1);
      expect(
        again.map((exchange) => [exchange.url, judgeRoutes(exchange, page).today.outcome]).toSorted(),
      ).toEqual(wanted.toSorted());
    }
  });

  test('are not, where somebody spoilt the note', () => {
    const har = toHar({ judged: altered, session });
    const spoilt = har.log.entries.map((entry) => ({ ...entry, _crosslink: { trial: { id: 1 } } }));
    const again = readHar({ log: { entries: spoilt as never } }).exchanges;
    expect(again.filter((each) => each.trial !== undefined)).toEqual([]);
  });
});

test('a session that somebody spoilt is not believed', () => {
  const har = JSON.parse(JSON.stringify(toHar(sourceOf(fixture('chrome.har'))))) as {
    log: { _crosslink: Record<string, unknown> };
  };
  har.log._crosslink['engine'] = '<script>';
  expect(judgeHar(har as unknown as Har).engine).toBe('standard');
});

test('bodies are never exported', () => {
  const har = toHar({ ...sourceOf(hostileHar), entries: hostileHar.log.entries }, { redact: false });
  expect(JSON.stringify(har)).not.toContain('"text":"eyJ');
});

test('trace context comes back with its draft, also redacted', () => {
  const newRum = agentProfile({
    scripts: [
      {
        src: '/ruxitagentjs_ICA15789NPRUXfqru_10337260504112723.js',
        attributes: { 'data-config': '{"app":"ea7c4b59f27d43eb","tracestateKeyPrefix":"2ead957c"}' },
      },
    ],
  });
  const facts: PageFacts = {
    ...page,
    agent: newRum,
    pattern: null,
    traceContextDraft: { inclusions: 'api' },
  };
  const allow = { 'Access-Control-Allow-Origin': shop };
  const calls = [
    sampleExchange({
      url: 'https://api.partner.test/draft',
      method: 'PUT',
      response: allow,
      preflight: { headers: { ...allow, 'Access-Control-Allow-Methods': 'PUT' } },
    }),
    {
      ...sampleExchange({
        url: 'https://api.partner.test/sent',
        request: { traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`, tracestate: '2ead@dtr=1;b' },
        response: allow,
      }),
      id: 'e2',
    },
  ];
  const judged = calls.map((exchange) => ({ exchange, verdicts: judgeRoutes(exchange, facts) }));
  const session = {
    pageUrl: `${shop}/`,
    agent: newRum,
    engine: page.engine,
    pattern: null,
    traceContextDraft: facts.traceContextDraft,
    agentReadyAt: null,
    loadStartedAt: null,
  };
  for (const redact of [true, false]) {
    const again = judgeHar(toHar({ judged, session }, { redact }) as Har);
    expect(again.traceContext).toEqual({ inclusions: 'api', exclusions: null, source: 'given' });
    const said = again.exchanges.map(({ url, verdicts: { today, header } }) => [
      new URL(url).pathname,
      today.reasons[0]?.code,
      header.outcome,
    ]);
    expect(said.sort()).toEqual([
      ['/draft', 'cross-origin-uncredentialed', 'breaks'],
      ['/sent', 'trace-context-sent', 'links'],
    ]);
  }
});

describe('titles of pages', () => {
  const secret = '4f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c';
  const titlesOf = (title: string, redact = true): string =>
    JSON.stringify(
      toHar({ ...sourceOf(hostileHar), entries: [], pages: [{ id: 'p', title }] }, { redact }).log.pages,
    );

  test.each([
    ['an address', `https://a.test/?token=${secret}`],
    ['a document’s own', `Reset your password: token=${secret}`],
    ['one with an address', `Back to https://a.test/#access_token=${secret}`],
    ['a header', `Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.${secret}`],
  ])('tell no secret, unless they are asked for: %s', (_, title) => {
    expect(titlesOf(title)).not.toContain(secret);
    expect(titlesOf(title, false)).toContain(secret);
  });

  test('are as they were where there is none', () => {
    expect(titlesOf('Shop – your cart (3)')).toContain('Shop – your cart (3)');
  });

  test('deceive nobody in the file', () => {
    const text = visibleJson(titlesOf('\u202egnp.exe\u2066\u200b'));
    expect(visibleText(text)).toBe(text);
    expect(JSON.parse(text)).toMatchObject([{ title: '\u202egnp.exe\u2066\u200b' }]);
  });
});
