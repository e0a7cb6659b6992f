import { describe, expect, test } from 'vitest';
import type { Credentials, Engine } from '../../../../src/core/fetch/types';
import type { Cookie } from '../../../../src/core/site/cookie';
import { cookieDomainAllowed } from '../../../../src/core/site/cookie-domain';
import { cookiesSent, type CookieCall } from '../../../../src/core/site/cookies-sent';
import { cookie, cookieCases } from './cookies';

const engines: readonly Engine[] = ['standard', 'chromium', 'firefox'];

interface SetThenSend {
  id: string;
  setHost: string;
  scheme: string;
  setCookie: string[];
  requestHost: string;
  expectCookieHeader: string | null;
  note?: string;
}

/** What the jar holds after these Set-Cookie lines; a later cookie replaces one of the same name and domain. */
function jarAfter(host: string, lines: readonly string[]): Cookie[] {
  const jar = new Map<string, Cookie>();
  for (const line of lines) {
    const [pair = '', ...attributes] = line.split(';');
    const domains = attributes
      .filter((text) => /^\s*domain=/i.test(text))
      .map((text) => text.slice(text.indexOf('=') + 1));
    const allowed = cookieDomainAllowed(host, domains.at(-1) ?? null);
    const [name = '', value = ''] = pair.split('=');
    if (!allowed.ok) continue;
    const { domain, hostOnly } = allowed;
    jar.set(`${name};${domain};${hostOnly}`, cookie({ name, value, domain, hostOnly }));
  }
  return [...jar.values()];
}

function cookieHeader(cookies: readonly Cookie[]): string | null {
  return cookies.length === 0 ? null : cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

test.each(cookieCases<SetThenSend>('set-then-send'))('$id $setCookie to $requestHost', (given) => {
  const url = `${given.scheme}://${given.requestHost}/`;
  const jar = jarAfter(given.setHost, given.setCookie);
  for (const engine of engines) {
    const sent = cookiesSent(jar, { url, from: url, credentials: 'same-origin' }, engine);
    expect(cookieHeader(sent)).toBe(given.expectCookieHeader);
  }
});

type Sent = Record<'strict' | 'lax' | 'none' | 'unspecified', boolean>;

interface SameSite {
  id: string;
  topLevelOrigin: string;
  requestOrigin: string;
  redirectedVia: string;
  credentials: Credentials;
  expectSent: Sent;
  versionDependent?: boolean;
  engines: {
    chromium: { thirdPartyAllowed: Sent; thirdPartyBlocked: Sent };
    firefox: { cookieBehavior0: Sent; defaultTCP: Sent };
  };
}

describe('SameSite', () => {
  /** Recorded on http; SameSite=None needs https. */
  const secure = (url: string) => url.replace('http:', 'https:');

  function sentBySameSite(given: SameSite, engine: Engine, thirdPartyCookies?: 'allowed' | 'blocked'): Sent {
    const url = secure(given.requestOrigin);
    const jar = (['strict', 'lax', 'none', 'unspecified'] as const).map((sameSite) =>
      cookie({
        name: sameSite,
        domain: new URL(url).hostname,
        hostOnly: true,
        secure: sameSite === 'none',
        sameSite,
      }),
    );
    const call: CookieCall = {
      url,
      from: secure(given.topLevelOrigin),
      topLevel: secure(given.topLevelOrigin),
      credentials: given.credentials,
      redirectedVia: [secure(given.redirectedVia)],
      thirdPartyCookies,
    };
    const names = new Set(cookiesSent(jar, call, engine).map(({ name }) => name));
    return {
      strict: names.has('strict'),
      lax: names.has('lax'),
      none: names.has('none'),
      unspecified: names.has('unspecified'),
    };
  }

  const cases = cookieCases<SameSite>('samesite-fetch');

  test.each(cases)('$id $requestOrigin via $redirectedVia, as observed', (given) => {
    const { chromium, firefox } = given.engines;
    expect(sentBySameSite(given, 'chromium')).toEqual(chromium.thirdPartyAllowed);
    expect(sentBySameSite(given, 'chromium', 'blocked')).toEqual(chromium.thirdPartyBlocked);
    expect(sentBySameSite(given, 'firefox', 'allowed')).toEqual(firefox.cookieBehavior0);
    expect(sentBySameSite(given, 'firefox')).toEqual(firefox.defaultTCP);
  });

  // Where the suite's version counts no redirects through another site, today's text does.
  test.each(cases.filter((given) => !given.versionDependent))('$id by the standard', (given) => {
    expect(sentBySameSite(given, 'standard')).toEqual(given.expectSent);
  });

  test.each(cases.filter((given) => given.versionDependent))('$id by today’s standard', (given) => {
    expect(sentBySameSite(given, 'standard')).toEqual({
      strict: false,
      lax: false,
      none: true,
      unspecified: false,
    });
  });
});

interface CredentialsMode {
  id: string;
  page: string;
  credentials: Credentials;
  cookieSetBy: string;
  setCookie: string;
  requestTo: string;
  sent: boolean;
}

test.each(cookieCases<CredentialsMode>('credentials-mode'))('$id $credentials from $page', (given) => {
  const jar = jarAfter(new URL(given.cookieSetBy).hostname, [given.setCookie]);
  const call = { url: given.requestTo, from: given.page, credentials: given.credentials };
  for (const engine of engines) expect(cookiesSent(jar, call, engine).length > 0).toBe(given.sent);
});

const WWW = 'https://www.shop.test';
const API = 'https://api.shop.test/v1/x';
const OTHER = 'https://www.partner.test';

test.each<
  [what: string, cookie: Partial<Cookie>, call: Partial<CookieCall>, sent: [boolean, boolean, boolean]]
>([
  ['domain cookie on a sibling', {}, {}, [true, true, true]],
  ['same-origin credentials on a sibling', {}, { credentials: 'same-origin' }, [false, false, false]],
  ['same-origin credentials at home', {}, { url: WWW, credentials: 'same-origin' }, [true, true, true]],
  ['omit at home', {}, { url: WWW, credentials: 'omit' }, [false, false, false]],
  ['host-only of the page', { domain: 'www.shop.test', hostOnly: true }, {}, [false, false, false]],
  ['host-only of the endpoint', { domain: 'api.shop.test', hostOnly: true }, {}, [true, true, true]],
  ['another port', {}, { url: 'https://api.shop.test:8443/' }, [true, true, true]],
  ['path that fits', { path: '/v1' }, {}, [true, true, true]],
  ['path that ends in a slash', { path: '/v1/' }, {}, [true, true, true]],
  ['path of another folder', { path: '/v' }, {}, [false, false, false]],
  ['path below', { path: '/v1/x/y' }, {}, [false, false, false]],
  ['Secure on https', { secure: true }, {}, [true, true, true]],
  [
    'Secure on http',
    { secure: true },
    { url: 'http://api.shop.test/', from: 'http://www.shop.test' },
    [false, false, false],
  ],
  [
    'Secure on http to this machine',
    { secure: true, domain: '127.0.0.1', hostOnly: true },
    { url: 'http://127.0.0.1/', from: 'http://127.0.0.1:8080' },
    [true, true, true],
  ],
  [
    'same-origin credentials, back home by another origin',
    {},
    { url: WWW, credentials: 'same-origin', redirectedVia: [WWW, API] },
    [false, false, false],
  ],
  [
    'same-origin credentials, redirected at home',
    {},
    { url: WWW, credentials: 'same-origin', redirectedVia: [`${WWW}/a`] },
    [true, true, true],
  ],
  ['Strict on a sibling', { sameSite: 'strict' }, {}, [true, true, true]],
  [
    'Lax, http page to https API',
    { sameSite: 'lax' },
    { from: 'http://www.shop.test' },
    [false, false, true],
  ],
  ['no SameSite, http page to https API', {}, { from: 'http://www.shop.test' }, [false, false, true]],
  ['Lax in a frame of another site', { sameSite: 'lax' }, { topLevel: OTHER }, [false, false, false]],
  ['Lax, other site calls', { sameSite: 'lax' }, { from: OTHER, topLevel: WWW }, [false, false, false]],
  ['None, other site calls', { sameSite: 'none', secure: true }, { from: OTHER }, [true, true, false]],
  ['None without Secure, other site', { sameSite: 'none' }, { from: OTHER }, [false, false, false]],
  ['no SameSite, other site', {}, { from: OTHER, thirdPartyCookies: 'allowed' }, [false, false, true]],
  [
    'None, third-party cookies blocked',
    { sameSite: 'none', secure: true },
    { from: OTHER, thirdPartyCookies: 'blocked' },
    [false, false, false],
  ],
  [
    'partitioned for this page',
    { sameSite: 'none', secure: true, partitionKey: 'https://partner.test' },
    { from: OTHER },
    [true, true, true],
  ],
  [
    'partitioned for another page',
    { sameSite: 'none', secure: true, partitionKey: 'https://else.test' },
    { from: OTHER },
    [false, false, false],
  ],
  ['from an opaque origin', { sameSite: 'lax' }, { from: 'null' }, [false, false, false]],
  ['to no host', {}, { url: 'data:,a' }, [false, false, false]],
])('%s', (_what, over, call, sent) => {
  const made: CookieCall = { url: API, from: WWW, credentials: 'include', ...call };
  expect(engines.map((engine) => cookiesSent([cookie(over)], made, engine).length === 1)).toEqual(sent);
});

test('the longest path goes first, then the jar’s order', () => {
  const jar = ['/', '/v1', '/', '/v1/x'].map((path, index) => cookie({ name: String(index), path }));
  const sent = cookiesSent(jar, { url: API, from: WWW, credentials: 'include' });
  expect(sent.map(({ name }) => name)).toEqual(['3', '1', '0', '2']);
});
