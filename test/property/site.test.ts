import * as fc from 'fast-check';
import { CookieJar, domainMatch, pathMatch } from 'tough-cookie';
import { describe, expect, test } from 'vitest';
import {
  cookieDomainAllowed,
  cookiesSent,
  domainMatches,
  originRelation,
  registrableDomain,
  sharedCookieDomain,
  type Cookie,
  type Engine,
} from '../../src/core';
import { pathMatches } from '../../src/core/site/cookie-path';

const engine = fc.constantFrom<Engine>('standard', 'chromium', 'firefox');
const label = fc.constantFrom('a', 'b', 'www', 'api', 'shop', 'xn--bcher-kva');
const suffix = fc.constantFrom('com', 'co.uk', 'github.io', 'test', 'c.kobe.jp', 'de');
const domainName = fc
  .tuple(fc.array(label, { minLength: 1, maxLength: 4 }), suffix)
  .map(([labels, end]) => [...labels, end].join('.'));
const host = fc.oneof(
  { weight: 8, arbitrary: domainName },
  suffix,
  fc.constantFrom('localhost', '127.0.0.1', '10.127.0.0', '[::1]'),
);
const scheme = fc.constantFrom('http', 'https');
const origin = fc.tuple(scheme, host).map(([s, h]) => `${s}://${h}`);
const path = fc.constantFrom('/', '/a', '/a/', '/a/b', '/ab');

const cookie: fc.Arbitrary<Cookie> = fc.record({
  name: fc.constantFrom('dtCookie', 'rxVisitor'),
  value: fc.constant('1'),
  domain: host,
  hostOnly: fc.boolean(),
  path,
  secure: fc.boolean(),
  httpOnly: fc.boolean(),
  sameSite: fc.constantFrom('strict', 'lax', 'none', 'unspecified'),
});

describe('cookiesSent', () => {
  test('sends cookies of the jar, each to a host that it covers, and none with omit', () => {
    fc.assert(
      fc.property(fc.array(cookie), origin, path, origin, engine, (jar, target, at, from, by) => {
        const call = { url: target + at, from, credentials: 'include' } as const;
        const sent = cookiesSent(jar, call, by);
        for (const entry of sent) {
          expect(jar).toContain(entry);
          expect(domainMatches(new URL(target).hostname, entry.domain)).toBe(true);
        }
        expect(cookiesSent(jar, { ...call, credentials: 'omit' }, by)).toEqual([]);
      }),
    );
  });

  test('is judged cookie by cookie', () => {
    fc.assert(
      fc.property(fc.array(cookie), origin, origin, engine, (jar, url, from, by) => {
        const call = { url, from, credentials: 'include' } as const;
        const alone = jar.filter((entry) => cookiesSent([entry], call, by).length === 1);
        expect(new Set(cookiesSent(jar, call, by))).toEqual(new Set(alone));
      }),
    );
  });

  test('same-origin credentials send the same as include at home, and nothing elsewhere', () => {
    fc.assert(
      fc.property(fc.array(cookie), origin, origin, engine, (jar, url, from, by) => {
        const all = cookiesSent(jar, { url, from, credentials: 'include' }, by);
        const home = originRelation(from, url, by) === 'same-origin';
        expect(cookiesSent(jar, { url, from, credentials: 'same-origin' }, by)).toEqual(home ? all : []);
      }),
    );
  });
});

describe('sharedCookieDomain', () => {
  test('covers both hosts, in either order', () => {
    fc.assert(
      fc.property(host, host, (a, b) => {
        const shared = sharedCookieDomain(a, b);
        expect(sharedCookieDomain(b, a)).toBe(shared);
        if (shared === null) return;
        expect([domainMatches(a, shared), domainMatches(b, shared)]).toEqual([true, true]);
      }),
    );
  });

  test('is a domain that both hosts may set, unless it is one host’s alone', () => {
    fc.assert(
      fc.property(host, host, (a, b) => {
        const shared = sharedCookieDomain(a, b);
        fc.pre(shared !== null && a !== b);
        expect(cookieDomainAllowed(a, shared)).toEqual({ ok: true, domain: shared, hostOnly: false });
        expect(cookieDomainAllowed(b, shared)).toEqual({ ok: true, domain: shared, hostOnly: false });
      }),
    );
  });
});

test('the registrable domain is a suffix of the host and its own registrable domain', () => {
  fc.assert(
    fc.property(host, engine, (name, by) => {
      const domain = registrableDomain(name, by);
      if (domain === null) return;
      expect(domainMatches(name, domain)).toBe(true);
      expect(registrableDomain(domain, by)).toBe(domain);
      expect(registrableDomain(`deeper.${name}`, by)).toBe(domain);
    }),
  );
});

test('the relation of two origins is symmetric', () => {
  fc.assert(
    fc.property(origin, origin, engine, (a, b, by) => {
      expect(originRelation(a, b, by)).toBe(originRelation(b, a, by));
      expect(originRelation(a, a, by)).toBe('same-origin');
    }),
  );
});

describe('another implementation agrees', () => {
  test('domain matching', () => {
    fc.assert(
      fc.property(host, host, (name, domain) => {
        expect(domainMatches(name, domain)).toBe(domainMatch(name, domain) === true);
      }),
    );
  });

  test('path matching', () => {
    fc.assert(
      fc.property(path, path, (requested, of) => {
        expect(pathMatches(requested, of)).toBe(pathMatch(requested, of));
      }),
    );
  });

  test('which Domain attributes are accepted', () => {
    fc.assert(
      fc.property(domainName, domainName, fc.nat({ max: 3 }), fc.boolean(), (name, other, up, dotted) => {
        const own = name.split('.').slice(up).join('.');
        // It knows no host-only cookies for public suffixes.
        fc.pre(registrableDomain(name, 'chromium') !== null && own !== '');
        for (const domain of [own, other]) {
          const attribute = dotted ? `.${domain}` : domain;
          const jar = new CookieJar(undefined, { allowSpecialUseDomain: true });
          const stored = jar.setCookieSync(`a=1; Domain=${attribute}`, `https://${name}/`, {
            ignoreError: true,
          });
          expect(cookieDomainAllowed(name, attribute).ok).toBe(stored !== undefined);
        }
      }),
    );
  });
});
