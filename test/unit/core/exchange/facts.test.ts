import { describe, expect, it } from 'vitest';
import { exchangesFromHar } from '../../../../src/core/exchange/from-har';
import type { HarEntry } from '../../../../src/core/exchange/har';
import { harEntry, PAGE, preflightEntry, type EntryShape } from './har-entry';

const only = (...entries: HarEntry[]) => {
  const exchanges = exchangesFromHar({ log: { entries } });
  return exchanges.at(-1)!;
};
const told = (fact: { known: boolean; value?: unknown; source?: string }): string =>
  fact.known ? `${String(fact.value)}, ${fact.source}` : 'unknown';
const own = { url: `${PAGE}/data`, headers: { Origin: '' } };
const withCookie = { ...own, headers: { Origin: '', Cookie: 'a=1' } };

describe('credentials', () => {
  it.each<[string, EntryShape, string]>([
    ['cookies to another origin', { headers: { Cookie: 'a=1' } }, 'include, network log'],
    [
      'parsed cookies only',
      {
        extra: {
          request: {
            method: 'GET',
            url: 'https://api.shop.test/',
            headers: [{ name: 'Origin', value: PAGE }],
            cookies: [{ name: 'a' }],
          },
        },
      },
      'include, network log',
    ],
    ['Authorization proves nothing', { headers: { Authorization: 'Bearer x' } }, 'unknown'],
    ['no cookies to another origin', {}, 'unknown'],
    ['cookies to the own origin', withCookie, 'same-origin, inferred'],
    ['no cookies to the own origin, nor elsewhere', own, 'unknown'],
    [
      'Chromium: read, though * allows no credentials',
      { type: 'fetch', answer: { 'access-control-allow-origin': '*' } },
      'same-origin, inferred',
    ],
    [
      'Chromium: read, and credentials allowed',
      {
        type: 'fetch',
        answer: { 'access-control-allow-origin': PAGE, 'access-control-allow-credentials': 'true' },
      },
      'unknown',
    ],
    [
      'Chromium: refused',
      { type: 'fetch', error: 'net::ERR_FAILED', answer: { 'access-control-allow-origin': '*' } },
      'unknown',
    ],
    [
      'Firefox does not say whether it refused',
      { answer: { 'access-control-allow-origin': '*' } },
      'unknown',
    ],
    ['beacon', { type: 'ping', method: 'POST' }, 'include, inferred'],
  ])('%s', (_name, shape, expected) => expect(told(only(harEntry(shape)).credentials)).toBe(expected));

  it('omit, where an earlier call to the same origin carried cookies and this one none', () => {
    expect(told(only(harEntry(withCookie), harEntry({ ...own, at: 50 })).credentials)).toBe('omit, inferred');
  });

  it.each<[string, HarEntry]>([
    [
      'the cookies came later',
      harEntry({ ...withCookie, at: -50, extra: { startedDateTime: '2026-05-01T11:00:00Z' } }),
    ],
    ['they went to another origin', harEntry({ at: -50, headers: { Cookie: 'a=1' } })],
  ])('stay unknown where %s', (_name, other) => {
    const exchanges = exchangesFromHar({ log: { entries: [other, harEntry({ ...own, at: 50 })] } });
    const call = exchanges.find(({ startedAt }) => startedAt % 1000 === 50)!;
    expect(told(call.credentials)).toBe('unknown');
  });

  it('are those of a cross-origin hop, too', () => {
    const redirect = harEntry({ ...withCookie, status: 302, redirectURL: 'https://api.shop.test/b' });
    const hop = harEntry({ url: 'https://api.shop.test/b', at: 20, headers: { Cookie: 'b=2' } });
    expect(told(only(redirect, hop).credentials)).toBe('include, network log');
  });
});

describe('cookiesVisible', () => {
  const call = harEntry();
  it('is false in a log without any cookies', () => expect(only(call).cookiesVisible).toBe(false));
  it('is true once any entry shows cookies, be it an image', () => {
    const image = harEntry({ at: -5, type: 'image', headers: { Cookie: 'a=1' } });
    expect(only(image, call).cookiesVisible).toBe(true);
  });
});

describe('mode', () => {
  it.each<[string, EntryShape, string]>([
    [
      'Sec-Fetch-Mode',
      { headers: { 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'empty' } },
      'no-cors, network log',
    ],
    ['XHR', { type: 'xhr', method: 'POST' }, 'cors, inferred'],
    ['GET with Origin', {}, 'cors, inferred'],
    ['GET to another origin without Origin', { headers: { Origin: '' } }, 'no-cors, inferred'],
    ['the same, headers not shown as sent', { headers: { Origin: '', Host: '' } }, 'unknown'],
    ['POST, which has an Origin in every mode', { method: 'POST' }, 'unknown'],
    [
      'POST that was answered by CORS headers',
      { method: 'POST', answer: { 'Access-Control-Allow-Origin': '*' } },
      'cors, inferred',
    ],
    ['PUT, impossible without CORS', { method: 'PUT' }, 'cors, inferred'],
    ['own origin', own, 'unknown'],
    ['beacon', { type: 'ping', method: 'POST' }, 'no-cors, inferred'],
  ])('%s', (_name, shape, expected) => expect(told(only(harEntry(shape)).mode)).toBe(expected));
});

describe('uploadListener', () => {
  const post = harEntry({ method: 'POST' });
  it('is inferred from a preflight that asks for nothing', () => {
    expect(told(only(post, preflightEntry({ asksFor: 'POST', at: 2 })).uploadListener)).toBe(
      'true, inferred',
    );
  });
  it('is not, where the preflight had another cause', () => {
    const put = only(harEntry({ method: 'PUT' }), preflightEntry({ asksFor: 'PUT', at: 2 }));
    expect(told(put.uploadListener)).toBe('unknown');
  });
  it('is not known without a preflight', () => expect(told(only(post).uploadListener)).toBe('unknown'));
});
