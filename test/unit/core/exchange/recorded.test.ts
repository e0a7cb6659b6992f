import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createExchangeLog, type RenewedEntry } from '../../../../src/core/exchange/exchange-log';
import { readHar } from '../../../../src/core/exchange/from-har';
import type { Har, HarEntry } from '../../../../src/core/exchange/har';
import { judgeHar } from '../../../../src/core/report/judge-har';
import { slimEntry } from '../../../../src/core/exchange/slim-entry';
import type { Exchange } from '../../../../src/core/exchange/types';

// recorded in Chromium 156 and Firefox ESR 153; the page names each call in its query
const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../fixtures/har/${name}.json`, import.meta.url), 'utf8'));
const snapshot = {
  chromium: fixture('chromium-snapshot') as Har,
  firefox: fixture('firefox-snapshot') as Har,
};
const events = {
  chromium: fixture('chromium-events') as HarEntry[],
  firefox: fixture('firefox-events') as HarEntry[],
};

const nameOf = ({ url }: Exchange): string => new URL(url).searchParams.get('n') ?? url;
const hopsOf = ({ hops }: Exchange): string =>
  hops
    .map(({ response, preflight }) => {
      const asked = preflight === null ? '' : `${preflight.response?.status ?? 0}:`;
      return `${asked}${response?.status ?? 0}`;
    })
    .join(' ');
/** What a log knows each entry by. */
const idsOf = (entries: readonly HarEntry[]): readonly string[] =>
  createExchangeLog()
    .add(entries)
    .ids.flatMap((id) => id ?? []);
const renewed = (entries: readonly HarEntry[]): readonly RenewedEntry[] =>
  idsOf(entries).map((id, index) => ({ id, entry: entries[index]! }));
const byName = (exchanges: readonly Exchange[]): Map<string, Exchange> =>
  new Map(exchanges.map((exchange) => [nameOf(exchange), exchange]));
const factOf = (fact: { known: boolean; value?: unknown }): unknown => (fact.known ? fact.value : null);

const APP = 'http://app.example.test';
/** name, hops (`preflight:answer`), api in Chromium, initiator, credentials in Chromium and in Firefox */
const calls: [string, string, string, string, string | null, string | null][] = [
  ['xhr-same', '200', 'xhr', APP, 'same-origin', 'same-origin'],
  ['xhr-cors-simple', '200', 'xhr', APP, 'same-origin', null],
  ['xhr-cors-cred', '200', 'xhr', APP, 'include', 'include'],
  ['xhr-upload-put', '204:200', 'xhr', APP, 'same-origin', null],
  ['fetch-same', '200', 'fetch', APP, 'same-origin', 'same-origin'],
  ['fetch-same-omit', '200', 'fetch', APP, 'omit', 'omit'],
  ['fetch-simple', '200', 'fetch', APP, 'same-origin', null],
  ['fetch-nocors', '200', 'fetch', APP, null, null],
  ['fetch-preflight-ok', '204:200', 'fetch', APP, 'same-origin', null],
  ['fetch-preflight-403', '403:0', 'fetch', APP, null, null],
  ['fetch-preflight-noheader', '204:0', 'fetch', APP, null, null],
  ['fetch-preflight-redirect', '302:0', 'fetch', APP, null, null],
  ['fetch-preflight-reset', '0:0', 'fetch', APP, null, null],
  ['fetch-cors-fail', '200', 'fetch', APP, null, null],
  ['fetch-cors-cred-wildcard', '200', 'fetch', APP, null, null],
  ['fetch-redirect-same', '302 200', 'fetch', APP, 'same-origin', 'same-origin'],
  ['fetch-redirect-cross', '302 200', 'fetch', APP, 'same-origin', 'same-origin'],
  ['fetch-redirect-preflighted', '204:302 204:200', 'fetch', APP, 'same-origin', null],
  ['fetch-conn-refused', '0', 'fetch', APP, null, null],
  ['fetch-aborted', '0', 'fetch', APP, null, null],
  ['beacon', '200', 'beacon', APP, 'include', 'include'],
  ['eventsource', '200', 'eventsource', APP, null, null],
  ['worker-fetch', '200', 'worker', APP, null, null],
  ['blob-worker', '200', 'worker', APP, null, null],
  ['frame-cross-fetch', '200', 'fetch', 'http://frame.other.test', 'same-origin', null],
  ['frame-cross-preflight', '204:200', 'fetch', 'http://frame.other.test', 'same-origin', null],
  ['frame-same-fetch', '200', 'fetch', APP, 'same-origin', 'same-origin'],
  ['srcdoc-fetch', '200', 'fetch', APP, 'same-origin', null],
  ['sandboxed-fetch', '200', 'fetch', 'null', 'same-origin', null],
];

describe.each(['chromium', 'firefox'] as const)('what %s recorded', (browser) => {
  const { exchanges, problems } = readHar(snapshot[browser]);
  const found = byName(exchanges);

  it('is read without a problem', () => expect(problems).toEqual([]));

  it.each(calls)('%s', (name, hops, api, initiatorOrigin, inChromium, inFirefox) => {
    const exchange = found.get(name)!;
    expect(hopsOf(exchange)).toBe(hops);
    expect(exchange.initiatorOrigin).toBe(initiatorOrigin);
    expect(factOf(exchange.credentials)).toBe(browser === 'chromium' ? inChromium : inFirefox);
    expect(exchange.api).toBe(
      browser === 'chromium' ? api : name === 'eventsource' ? 'eventsource' : 'script',
    );
    expect(exchange.pageUrl).toBe(`${APP}/`);
    expect(exchange.cookiesVisible).toBe(true);
  });

  it('has no preflight that no request claims', () => {
    expect(exchanges.filter(({ api }) => api === 'preflight')).toEqual([]);
  });

  it('knows the mode of a no-cors call by its missing Origin', () => {
    expect(factOf(found.get('fetch-nocors')!.mode)).toBe('no-cors');
    expect(factOf(found.get('fetch-simple')!.mode)).toBe('cors');
  });

  it('knows the document of a frame', () => {
    expect(found.get('frame-same-fetch')!.documentUrl).toBe(`${APP}/frame-same`);
    expect(found.get('sandboxed-fetch')!.documentUrl).toBeNull();
  });

  it('gives the same exchanges from slim entries', () => {
    const { pages, entries } = snapshot[browser].log;
    const roundTrip = JSON.parse(JSON.stringify(entries.map(slimEntry))) as HarEntry[];
    expect(readHar({ log: { pages, entries: roundTrip } }).exchanges).toEqual(exchanges);
  });

  it.each(['events first', 'snapshot first'])(
    'takes the one from the other what it tells more, %s',
    (order) => {
      const log = createExchangeLog();
      const { pages, entries } = snapshot[browser].log;
      const [first, second] =
        order === 'events first' ? [events[browser], entries] : [entries, events[browser]];
      const known = new Set(log.add(first, { pages }).ids);
      const told = renewed(second);
      log.renew(told);
      log.add(told.flatMap(({ id, entry }) => (known.has(id) ? [] : entry)));
      expect(log.all()).toEqual(exchanges);
      expect(log.renew(renewed(entries))).toMatchObject({ added: [], changed: [], removed: [] });
    },
  );
});

describe('refused preflights in Firefox', () => {
  it('stay visible while their request is only in the snapshot, and are claimed by it', () => {
    const log = createExchangeLog();
    const { added } = log.add(events.firefox);
    const open = added.filter(({ api }) => api === 'preflight');
    expect(open.map(nameOf)).toEqual([
      'fetch-preflight-403',
      'fetch-preflight-noheader',
      'fetch-preflight-redirect',
      'fetch-preflight-reset',
    ]);
    const { entries } = snapshot.firefox.log;
    const ids = idsOf(entries);
    const known = new Set(idsOf(events.firefox));
    const { removed } = log.add(entries.filter((_, index) => !known.has(ids[index]!)));
    expect(removed.toSorted()).toEqual(open.map(({ id }) => id).toSorted());
  });
});

describe('a service worker in Chromium', () => {
  const { exchanges } = readHar(fixture('chromium-service-worker') as Har);

  it('made one answer up and passed two on', () => {
    const seen = exchanges.map((exchange) => [
      nameOf(exchange),
      exchange.api,
      exchange.servedByServiceWorker,
    ]);
    expect(seen).toEqual([
      ['sw-made', 'fetch', true],
      ['sw-passed', 'fetch', false],
      ['sw-passed', 'worker', false],
      ['sw-passed-cross', 'fetch', false],
      ['sw-passed-cross', 'worker', false],
      ['mixed-content', 'fetch', false],
    ]);
  });

  it('shows neither cookies nor CORS headers of what it passed on: no call is told to fail, no cookie to be missing', () => {
    const report = judgeHar(fixture('chromium-service-worker') as Har, {
      agentConfig: 'app=1|featureHash=x7|chw=sw-passed',
    });
    const today = report.exchanges
      .slice(1, 4)
      .map(({ verdicts }) => [verdicts.today.outcome, verdicts.today.reasons[0]?.code]);
    expect(today).toEqual([
      ['links', 'same-origin'],
      ['cannot', 'worker'],
      ['unlinked', 'cross-origin-uncredentialed'],
    ]);
  });

  it('leaves the headers of the request that it answered unknown', () => {
    expect(exchanges[0]).toMatchObject({ credentials: { known: false }, mode: { known: false } });
  });
});
