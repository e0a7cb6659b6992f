import { describe, expect, test } from 'vitest';
import {
  cookieDomainAllowed,
  domainMatches,
  sharedCookieDomain,
} from '../../../../src/core/site/cookie-domain';
import { fixture } from '../cors-fixture';
import { cookieCases } from './cookies';

interface Match {
  id: string;
  host: string;
  cookieDomain: string;
  match: boolean;
}

describe('domainMatches', () => {
  test.each(cookieCases<Match>('domain-match'))(
    '$id $host, $cookieDomain',
    ({ host, cookieDomain, match }) => {
      expect(domainMatches(host, cookieDomain)).toBe(match);
    },
  );

  test.each<[host: string, domain: string, match: boolean]>([
    ['A.Shop.Test', '.shOP.test', true],
    ['a.shop.test', '..shop.test', false],
    ['a.shop.test', '', false],
    ['a.shop.test', '.', false],
    ['shop.test', 'a.shop.test', false],
    ['ashop.test', 'shop.test', false],
    ['a.shop.test', 'shop.test.', false],
    ['a.shop.test.', 'shop.test', false],
    ['a.shop.test.', 'shop.test.', true],
    ['192.168.0.1', '168.0.1', false],
    ['192.168.0.1', '0.1', false],
    ['192.168.0.1', '192.168.0.1', true],
    ['[::1]', '[::1]', true],
    ['a.xn--bcher-kva.de', 'bücher.de', true],
  ])('%s, %s', (host, domain, match) => {
    expect(domainMatches(host, domain)).toBe(match);
  });
});

interface SetDomain {
  id: string;
  url: string;
  domainAttribute: string;
  accepted: boolean;
  hostOnly?: boolean;
  storedDomain?: string;
}

describe('cookieDomainAllowed', () => {
  test.each(cookieCases<SetDomain>('set-domain'))('$id $url, $domainAttribute', (given) => {
    const result = cookieDomainAllowed(new URL(given.url).hostname, given.domainAttribute);
    expect(result.ok).toBe(given.accepted);
    if (result.ok && given.storedDomain !== undefined) {
      expect(result).toEqual({ ok: true, domain: given.storedDomain, hostOnly: given.hostOnly });
    }
  });

  const foreign = 'cookie-domain-foreign';
  const suffix = 'cookie-domain-public-suffix';

  test.each<[host: string, attribute: string | null, outcome: string]>([
    ['a.shop.test', null, 'host-only a.shop.test'],
    ['a.shop.test', '', 'host-only a.shop.test'],
    ['a.shop.test', '  ', 'host-only a.shop.test'],
    ['a.shop.test', 'a.shop.test', 'domain a.shop.test'],
    ['a.shop.test', ' .SHOP.test ', 'domain shop.test'],
    ['a.shop.test', '..shop.test', foreign],
    ['a.shop.test', 'shop.test.', foreign],
    ['a.shop.test', 'shop.test:80', foreign],
    ['a.shop.test', '"shop.test"', foreign],
    ['a.shop.test', 'b.a.shop.test', foreign],
    ['a.shop.test', 'test', suffix],
    ['a.shop.co.uk', 'co.uk', suffix],
    ['a.shop.co.uk', 'uk', suffix],
    ['co.uk', '.co.uk', 'host-only co.uk'],
    ['a.foo.github.io', 'github.io', suffix],
    ['a.foo.github.io', 'foo.github.io', 'domain foo.github.io'],
    ['b.s3.amazonaws.com', 'amazonaws.com', suffix],
    ['localhost', 'localhost', 'host-only localhost'],
    ['a.localhost', 'localhost', suffix],
    ['127.0.0.1', '127.0.0.1', 'host-only 127.0.0.1'],
    ['127.0.0.1', '0.0.1', foreign],
    ['[::1]', '[::1]', 'host-only [::1]'],
    ['a.city.kobe.jp', 'city.kobe.jp', 'domain city.kobe.jp'],
    ['a.city.kobe.jp', 'kobe.jp', suffix],
    ['a.xn--bcher-kva.de', 'xn--bcher-kva.de', 'domain xn--bcher-kva.de'],
    ['a.xn--bcher-kva.de', 'bücher.de', foreign],
  ])('%s, Domain=%s', (host, attribute, outcome) => {
    const result = cookieDomainAllowed(host, attribute);
    const text = result.ok ? `${result.hostOnly ? 'host-only' : 'domain'} ${result.domain}` : result.reason;
    expect(text).toBe(outcome);
  });

  interface Observed {
    label: string;
    chromium156: string;
    firefox153: string;
  }

  const observed = fixture<{ cases: Observed[] }>('observed').cases.filter(({ label }) =>
    label.startsWith('cookie on '),
  );

  test.each(observed)('$label, as both browsers do', ({ label, chromium156, firefox153 }) => {
    const [, host = '', attribute = ''] = /^cookie on (\S+) Domain=(\S+)$/.exec(label) ?? [];
    const result = cookieDomainAllowed(host, attribute);
    // Browsers report a domain cookie with a leading dot.
    const stored = result.ok ? `${result.hostOnly ? '' : '.'}${result.domain}` : '';
    const text = `visible=${result.ok} storedDomain=${stored}`;
    expect([text, text]).toEqual([chromium156, firefox153]);
  });
});

describe('sharedCookieDomain', () => {
  test.each<[from: string, to: string, shared: string | null]>([
    ['www.shop.test', 'api.shop.test', 'shop.test'],
    ['shop.test', 'api.shop.test', 'shop.test'],
    ['api.shop.test', 'shop.test', 'shop.test'],
    ['a.eu.shop.test', 'b.eu.shop.test', 'eu.shop.test'],
    ['a.eu.shop.test', 'eu.shop.test', 'eu.shop.test'],
    ['aeu.shop.test', 'eu.shop.test', 'shop.test'],
    ['www.shop.test', 'www.shop.test', 'www.shop.test'],
    ['https://www.shop.test:8443/a', 'http://api.shop.test', 'shop.test'],
    ['WWW.shop.test', 'API.Shop.Test', 'shop.test'],
    ['www.shop.test', 'www.partner.test', null],
    ['a.github.io', 'b.github.io', null],
    ['x.a.github.io', 'y.a.github.io', 'a.github.io'],
    ['a.co.uk', 'b.co.uk', null],
    ['localhost', 'localhost', 'localhost'],
    ['a.localhost', 'b.localhost', null],
    ['10.0.0.1', '10.0.0.1', '10.0.0.1'],
    ['10.0.0.1', '11.0.0.1', null],
    ['http://[::1]:1', 'http://[::1]:2', '[::1]'],
    ['a.shop.test', 'b.shop.test.', null],
    ['www.bücher.de', 'api.xn--bcher-kva.de', 'xn--bcher-kva.de'],
    ['kobe.jp', 'c.kobe.jp', null],
  ])('%s, %s', (from, to, shared) => {
    expect(sharedCookieDomain(from, to)).toBe(shared);
  });
});
