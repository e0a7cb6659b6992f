import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../../src/core/fetch/types';
import type { Cookie } from '../../../../src/core/site/cookie';
import {
  cookieRefusal,
  cookiesSent,
  type CookieCall,
  type CookieRefusal,
} from '../../../../src/core/site/cookies-sent';
import { cookie } from './cookies';

const call: CookieCall = {
  url: 'https://api.shop.test/orders',
  from: 'https://app.shop.test',
  credentials: 'include',
};
const elsewhere: CookieCall = { ...call, url: 'https://api.partner.test/' };
const partners = { domain: 'partner.test' };

const cases: readonly [string, Partial<Cookie>, CookieCall, Engine, CookieRefusal | null][] = [
  ['a shared domain', {}, call, 'chromium', null],
  ['an uncredentialed call', {}, { ...call, credentials: 'same-origin' }, 'chromium', 'credentials'],
  ['the page’s own host', { domain: 'app.shop.test', hostOnly: true }, call, 'chromium', 'host'],
  ['another path', { path: '/admin' }, call, 'chromium', 'path'],
  [
    'a secure cookie for http',
    { secure: true },
    { ...call, url: 'http://api.shop.test/' },
    'chromium',
    'secure',
  ],
  ['no SameSite, to another site, in Chromium', partners, elsewhere, 'chromium', 'same-site'],
  [
    'SameSite=Strict, to another site',
    { ...partners, sameSite: 'strict' },
    elsewhere,
    'firefox',
    'same-site',
  ],
  [
    'a third-party cookie in Firefox',
    { ...partners, sameSite: 'none', secure: true },
    elsewhere,
    'firefox',
    'third-party',
  ],
  [
    'a cookie of another partition',
    { ...partners, sameSite: 'none', secure: true, partitionKey: 'https://news.test' },
    elsewhere,
    'firefox',
    'partition',
  ],
  [
    'a cookie of this partition',
    { ...partners, sameSite: 'none', secure: true, partitionKey: 'https://shop.test' },
    elsewhere,
    'firefox',
    null,
  ],
];

describe('why a cookie stays behind', () => {
  it.each(cases)('%s', (_, attributes, to, engine, expected) => {
    const one = cookie(attributes);
    expect(cookieRefusal(one, to, engine)).toBe(expected);
    expect(cookiesSent([one], to, engine)).toEqual(expected === null ? [one] : []);
  });
});
