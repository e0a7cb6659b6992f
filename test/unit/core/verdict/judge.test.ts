import { describe, expect, test } from 'vitest';
import { conclusions, judge, judgeRoutes } from '../../../../src/core/verdict/judge';
import type { ReasonCode } from '../../../../src/core/verdict/reason';
import type { Outcome, PageFacts, Route } from '../../../../src/core/verdict/types';
import { agentWith, pageFacts, rumCookies, sampleExchange, shop, xDtc } from './sample-exchange';
import type { ExchangeSpec } from './sample-exchange';

type Expected = readonly [outcome: Outcome, reason: ReasonCode, addsPreflight?: boolean];

interface Case {
  readonly what: string;
  readonly call: ExchangeSpec;
  readonly page?: Partial<PageFacts>;
  readonly today: Expected;
  readonly cookies: Expected;
  readonly header: Expected;
}

const own = `${shop}/api/cart`;
const sameSite = 'https://api.shop.test/orders';
const partner = 'https://api.partner.test/offers';
const allowShop = { 'Access-Control-Allow-Origin': shop };
const credentialed = { ...allowShop, 'Access-Control-Allow-Credentials': 'true' };
const json = [['Content-Type', 'application/json']] as const;
const askedJson = { asked: 'content-type' };

const cases: readonly Case[] = [
  {
    what: 'same origin with the RUM cookies links on every route',
    call: { url: own, request: [rumCookies] },
    today: ['links', 'same-origin'],
    cookies: ['links', 'same-origin'],
    header: ['links', 'same-origin'],
  },
  {
    what: 'same origin in a log without cookies links, too',
    call: { url: own, cookiesVisible: false },
    today: ['links', 'same-origin'],
    cookies: ['links', 'same-origin'],
    header: ['links', 'same-origin'],
  },
  {
    what: 'same origin without the RUM cookies; by header it links where the pattern matches',
    call: { url: own, request: { Cookie: 'theme=dark' } },
    page: { agent: agentWith('/api/') },
    today: ['unlinked', 'rum-cookies-not-sent'],
    cookies: ['unlinked', 'rum-cookies-not-sent'],
    header: ['links', 'header-free', false],
  },
  {
    what: 'a POST without CORS may be a beacon where the log does not tell',
    call: { url: sameSite, api: 'script', method: 'POST', mode: 'no-cors', request: [rumCookies] },
    today: ['unknown', 'capture-unknown'],
    cookies: ['unknown', 'capture-unknown'],
    header: ['cannot', 'no-cors'],
  },
  {
    what: 'XHR or fetch, and the agent captures fetch only',
    call: { url: partner, api: 'script', response: allowShop },
    page: { agent: agentWith('/offers', { capturesXhr: false, capturesFetch: true }) },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['cannot', 'cross-site'],
    header: ['unknown', 'capture-unknown', true],
  },
  {
    what: 'a POST by fetch without CORS is none',
    call: { url: sameSite, api: 'fetch', method: 'POST', mode: 'no-cors', request: [rumCookies] },
    today: ['links', 'cookies-sent'],
    cookies: ['links', 'cookies-sent'],
    header: ['cannot', 'no-cors'],
  },
  {
    what: 'same origin, credentials: omit',
    call: { url: own, credentials: 'omit' },
    page: { agent: agentWith('/api/') },
    today: ['unlinked', 'credentials-omit'],
    cookies: ['unlinked', 'credentials-omit'],
    header: ['links', 'header-free', false],
  },
  {
    what: 'same origin, credentials: omit, no match',
    call: { url: own, credentials: 'omit' },
    page: { agent: agentWith('partner') },
    today: ['unlinked', 'credentials-omit'],
    cookies: ['unlinked', 'credentials-omit'],
    header: ['unlinked', 'regex-no-match'],
  },
  {
    what: 'same origin that fails on the network',
    call: { url: own, status: null, error: 'net::ERR_CONNECTION_REFUSED' },
    today: ['unlinked', 'call-fails'],
    cookies: ['unlinked', 'call-fails'],
    header: ['unlinked', 'call-fails'],
  },
  {
    what: 'same site, simple, server ready for credentials, nobody asked about x-dtc',
    call: { url: sameSite, response: credentialed },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['links', 'cookies-would-be-sent'],
    header: ['unknown', 'preflight-not-seen', true],
  },
  {
    what: 'same site, credentialed, RUM cookies on the wire',
    call: { url: sameSite, credentials: 'include', request: [rumCookies], response: credentialed },
    today: ['links', 'cookies-sent'],
    cookies: ['links', 'cookies-sent'],
    header: ['unknown', 'preflight-not-seen', true],
  },
  {
    what: 'a dtCookie of the partner’s own, whose site has an agent, too, is none of the page’s',
    call: { url: partner, credentials: 'include', request: [rumCookies], response: credentialed },
    page: { agent: agentWith('shop') },
    today: ['unlinked', 'rum-cookies-not-sent'],
    cookies: ['cannot', 'cross-site'],
    header: ['unlinked', 'regex-no-match'],
  },
  {
    what: 'RUM cookies in the second of two Cookie lines, as HTTP/2 may split them',
    call: {
      url: sameSite,
      credentials: 'include',
      request: [['cookie', 'theme=dark'], rumCookies],
      response: credentialed,
    },
    today: ['links', 'cookies-sent'],
    cookies: ['links', 'cookies-sent'],
    header: ['unknown', 'preflight-not-seen', true],
  },
  {
    what: 'same site, credentialed, but no RUM cookies on the wire',
    call: { url: sameSite, credentials: 'include', request: { Cookie: 'a=b' }, response: credentialed },
    today: ['unlinked', 'rum-cookies-not-sent'],
    cookies: ['unlinked', 'rum-cookies-not-sent'],
    header: ['unknown', 'preflight-not-seen', true],
  },
  {
    what: 'revalidated: the headers that the browser had kept count, and 304 does not repeat them',
    call: { url: sameSite, status: 304, response: { ETag: '"1"' } },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['unknown', 'response-not-seen'],
    header: ['unknown', 'preflight-not-seen', true],
  },
  {
    what: 'revalidated after a preflight that allows x-dtc',
    call: {
      url: sameSite,
      request: { 'X-Own': '1' },
      status: 304,
      preflight: {
        asked: 'x-own',
        headers: { ...credentialed, 'Access-Control-Allow-Headers': 'X-Own, X-DTC' },
      },
    },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['unknown', 'response-not-seen'],
    header: ['links', 'header-accepted', false],
  },
  {
    what: 'revalidated, credentialed, RUM cookies on the wire',
    call: { url: sameSite, credentials: 'include', request: [rumCookies], status: 304, response: allowShop },
    today: ['links', 'cookies-sent'],
    cookies: ['links', 'cookies-sent'],
    header: ['unknown', 'preflight-not-seen', true],
  },
  {
    what: 'revalidated, and 304 says by itself that the cookie route would break it',
    call: { url: sameSite, status: 304, response: { 'Access-Control-Allow-Origin': '*' } },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['breaks', 'acao-wildcard-credentialed'],
    header: ['unknown', 'preflight-not-seen', true],
  },
  {
    what: 'a 304 that the script asked for by a condition of its own is checked as it is',
    call: {
      url: sameSite,
      request: { 'If-None-Match': '"1"' },
      status: 304,
      preflight: {
        asked: 'if-none-match',
        headers: { ...credentialed, 'Access-Control-Allow-Headers': 'If-None-Match, X-DTC' },
      },
    },
    today: ['unlinked', 'call-fails'],
    cookies: ['unlinked', 'call-fails'],
    header: ['unlinked', 'call-fails'],
  },
  {
    what: 'same site, wildcard: the cookie route breaks it',
    call: { url: sameSite, response: { 'Access-Control-Allow-Origin': '*' } },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['breaks', 'acao-wildcard-credentialed'],
    header: ['unknown', 'preflight-not-seen', true],
  },
  {
    what: 'same site, no allow-credentials: the cookie route breaks it',
    call: { url: sameSite, response: allowShop },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['breaks', 'acac-missing'],
    header: ['unknown', 'preflight-not-seen', true],
  },
  {
    what: 'preflighted already, x-dtc allowed',
    call: {
      url: sameSite,
      method: 'POST',
      request: json,
      response: credentialed,
      preflight: {
        ...askedJson,
        headers: { ...credentialed, 'Access-Control-Allow-Headers': 'Content-Type, X-DTC' },
      },
    },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['links', 'cookies-would-be-sent'],
    header: ['links', 'header-accepted', false],
  },
  {
    what: 'preflighted already, x-dtc not allowed',
    call: {
      url: sameSite,
      method: 'POST',
      request: json,
      response: allowShop,
      preflight: {
        ...askedJson,
        headers: { ...allowShop, 'Access-Control-Allow-Headers': 'Content-Type, Accept' },
      },
    },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['breaks', 'acac-missing'],
    header: ['breaks', 'acah-lacks-x-dtc', false],
  },
  {
    what: 'preflighted already, wildcard without credentials',
    call: {
      url: partner,
      method: 'PUT',
      request: json,
      response: { 'Access-Control-Allow-Origin': '*' },
      preflight: {
        ...askedJson,
        headers: {
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Headers': '*',
          'Access-Control-Allow-Methods': '*',
        },
      },
    },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['cannot', 'cross-site'],
    header: ['links', 'header-accepted', false],
  },
  {
    what: 'the server reflects what it is asked for',
    call: {
      url: partner,
      request: [
        ['X-Api-Key', 'k'],
        ['X-Trace', 't'],
      ],
      response: allowShop,
      preflight: {
        asked: 'x-api-key,x-trace',
        headers: { ...allowShop, 'Access-Control-Allow-Headers': 'x-api-key,x-trace' },
      },
    },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['cannot', 'cross-site'],
    header: ['links', 'header-likely-accepted', false],
  },
  {
    what: 'the answer varies by the headers asked for, and none were',
    call: {
      url: partner,
      method: 'DELETE',
      response: allowShop,
      preflight: {
        headers: {
          ...allowShop,
          'Access-Control-Allow-Methods': 'DELETE',
          Vary: 'Origin, Access-Control-Request-Headers',
        },
      },
    },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['cannot', 'cross-site'],
    header: ['unknown', 'preflight-may-vary', false],
  },
  {
    what: 'x-dtc is sent today and accepted',
    call: {
      url: partner,
      request: [xDtc],
      response: allowShop,
      preflight: { asked: 'x-dtc', headers: { ...allowShop, 'Access-Control-Allow-Headers': 'x-dtc' } },
    },
    today: ['links', 'x-dtc-sent'],
    cookies: ['cannot', 'cross-site'],
    header: ['links', 'x-dtc-sent', false],
  },
  {
    what: 'x-dtc is sent today, its preflight was cached',
    call: { url: partner, request: [xDtc], response: allowShop },
    today: ['links', 'x-dtc-sent'],
    cookies: ['cannot', 'cross-site'],
    header: ['links', 'x-dtc-sent', false],
  },
  {
    what: 'x-dtc breaks the call today already',
    call: {
      url: partner,
      status: null,
      error: 'net::ERR_FAILED',
      preflight: { asked: 'x-dtc', headers: allowShop },
    },
    today: ['unlinked', 'call-fails'],
    cookies: ['cannot', 'cross-site'],
    header: ['unlinked', 'call-fails'],
  },
  {
    what: 'a draft that no longer matches takes x-dtc away',
    call: { url: partner, request: [xDtc], response: allowShop },
    page: { pattern: 'api\\.shop' },
    today: ['links', 'x-dtc-sent'],
    cookies: ['cannot', 'cross-site'],
    header: ['unlinked', 'regex-no-match'],
  },
  {
    what: 'refused response as Firefox shows it: a plain 200',
    call: { url: partner, response: { 'Access-Control-Allow-Origin': 'https://other.test' } },
    today: ['unlinked', 'call-fails'],
    cookies: ['cannot', 'cross-site'],
    header: ['unlinked', 'call-fails'],
  },
  {
    what: 'an answer whose body the page dropped is an answer',
    call: { url: own, request: [rumCookies], error: 'net::ERR_ABORTED' },
    today: ['links', 'same-origin'],
    cookies: ['links', 'same-origin'],
    header: ['links', 'same-origin'],
  },
  {
    what: 'no pattern deployed',
    call: { url: sameSite, response: credentialed },
    page: { agent: agentWith('') },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['links', 'cookies-would-be-sent'],
    header: ['unlinked', 'regex-not-set'],
  },
  {
    what: 'no-cors',
    call: { url: partner, mode: 'no-cors' },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['cannot', 'cross-site'],
    header: ['cannot', 'no-cors'],
  },
  {
    what: 'fetch is not captured',
    call: { url: sameSite, response: credentialed },
    page: { agent: agentWith('api', { capturesFetch: false, modules: 'ICAx' }) },
    today: ['unlinked', 'fetch-not-captured'],
    cookies: ['unlinked', 'fetch-not-captured'],
    header: ['unlinked', 'fetch-not-captured'],
  },
  {
    what: 'fetch is not captured, same origin',
    call: { url: own, request: [rumCookies] },
    page: { agent: agentWith('api', { capturesFetch: false, modules: 'ICAx' }) },
    today: ['unlinked', 'fetch-not-captured'],
    cookies: ['unlinked', 'fetch-not-captured'],
    header: ['unlinked', 'fetch-not-captured'],
  },
  {
    what: 'opt-in not given',
    call: { url: own },
    page: { agent: agentWith('api', { optIn: { required: true, given: false } }) },
    today: ['unlinked', 'opt-in-missing'],
    cookies: ['unlinked', 'opt-in-missing'],
    header: ['unlinked', 'opt-in-missing'],
  },
  {
    what: 'before the agent started',
    call: { url: own, request: [rumCookies], startedAt: 900 },
    page: { agentReadyAt: 950, loadStartedAt: 800 },
    today: ['unlinked', 'before-agent'],
    cookies: ['unlinked', 'before-agent'],
    header: ['unlinked', 'before-agent'],
  },
  {
    what: 'before the agent of a later load is not held against it',
    call: { url: own, request: [rumCookies], startedAt: 700 },
    page: { agentReadyAt: 950, loadStartedAt: 800 },
    today: ['links', 'same-origin'],
    cookies: ['links', 'same-origin'],
    header: ['links', 'same-origin'],
  },
  {
    what: 'no agent: today nothing, the routes as if there were one',
    call: { url: sameSite, response: credentialed },
    page: { agent: null },
    today: ['unlinked', 'no-agent'],
    cookies: ['links', 'cookies-would-be-sent'],
    header: ['unknown', 'preflight-not-seen', true],
  },
  {
    what: 'no agent, same origin',
    call: { url: own, request: { Cookie: 'a=b' } },
    page: { agent: null },
    today: ['unlinked', 'no-agent'],
    cookies: ['links', 'same-origin'],
    header: ['links', 'same-origin'],
  },
  {
    what: 'no agent, a pattern that does not match',
    call: { url: partner, response: allowShop },
    page: { agent: null, pattern: 'api\\.shop' },
    today: ['unlinked', 'no-agent'],
    cookies: ['cannot', 'cross-site'],
    header: ['unlinked', 'regex-no-match'],
  },
  {
    what: 'the cookie domain is narrower than what is shared',
    call: { url: sameSite, response: credentialed },
    page: { agent: agentWith('api', { cookieDomain: 'app.shop.test' }) },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['unlinked', 'cookie-domain-not-shared'],
    header: ['unknown', 'preflight-not-seen', true],
  },
  {
    what: 'a public suffix as cookie domain',
    call: {
      url: 'https://api.shop.co.uk/x',
      from: 'https://app.shop.co.uk',
      top: 'https://app.shop.co.uk/',
      response: {
        'Access-Control-Allow-Origin': 'https://app.shop.co.uk',
        'Access-Control-Allow-Credentials': 'true',
      },
    },
    page: { agent: agentWith('api', { cookieDomain: 'co.uk' }) },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['unlinked', 'cookie-domain-public-suffix'],
    header: ['unknown', 'preflight-not-seen', true],
  },
  {
    what: 'SameSite=None without Secure',
    call: { url: sameSite, response: credentialed },
    page: { agent: agentWith('api', { cookieSameSite: 'none' }) },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['unlinked', 'cookie-same-site-none-insecure'],
    header: ['unknown', 'preflight-not-seen', true],
  },
  {
    what: 'an http page calls the https API of its site',
    call: {
      url: sameSite,
      from: 'http://app.shop.test',
      top: 'http://app.shop.test/',
      response: {
        'Access-Control-Allow-Origin': 'http://app.shop.test',
        'Access-Control-Allow-Credentials': 'true',
      },
    },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['cannot', 'scheme-differs'],
    header: ['unknown', 'preflight-not-seen', true],
  },
  {
    what: 'the same in Firefox, which ignores the scheme',
    call: {
      url: sameSite,
      from: 'http://app.shop.test',
      top: 'http://app.shop.test/',
      response: {
        'Access-Control-Allow-Origin': 'http://app.shop.test',
        'Access-Control-Allow-Credentials': 'true',
      },
    },
    page: { engine: 'firefox' },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['links', 'cookies-would-be-sent'],
    header: ['unknown', 'preflight-not-seen', true],
  },
  {
    what: 'mixed content',
    call: { url: 'http://api.shop.test/x', status: null, error: 'net::ERR_FAILED' },
    today: ['unlinked', 'call-fails'],
    cookies: ['cannot', 'scheme-differs'],
    header: ['unlinked', 'call-fails'],
  },
  {
    what: 'an opaque origin',
    call: { url: sameSite, from: 'null', response: { 'Access-Control-Allow-Origin': 'null' } },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['cannot', 'cross-site'],
    header: ['unknown', 'preflight-not-seen', true],
  },
  {
    what: 'same origin that redirects to another site: the last hop decides',
    call: {
      url: own,
      status: 302,
      request: [rumCookies],
      response: { Location: partner },
      redirectedTo: [{ url: partner, response: allowShop }],
    },
    page: { agent: agentWith('/api/cart') },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['cannot', 'cross-site'],
    header: ['unknown', 'preflight-not-seen', true],
  },
  {
    what: 'an x-dtc that the page made up is not the agent’s',
    call: {
      url: partner,
      request: [['x-dtc', 'made-up']],
      response: allowShop,
      preflight: { asked: 'x-dtc', headers: { ...allowShop, 'Access-Control-Allow-Headers': 'x-dtc' } },
    },
    page: { agent: agentWith('shop') },
    today: ['unlinked', 'script-x-dtc'],
    cookies: ['cannot', 'cross-site'],
    header: ['unlinked', 'regex-no-match'],
  },
  {
    what: 'the agent ignores this page',
    call: { url: own, request: [rumCookies] },
    page: { agent: agentWith('api', { config: { values: { ign: 'shop' }, decoded: {}, invalid: [] } }) },
    today: ['unlinked', 'agent-off'],
    cookies: ['unlinked', 'agent-off'],
    header: ['unlinked', 'agent-off'],
  },
  {
    what: 'whether consent was given is not known',
    call: { url: own, cookiesVisible: false },
    page: { agent: agentWith('api', { optIn: { required: true, given: null } }) },
    today: ['unknown', 'opt-in-missing'],
    cookies: ['unknown', 'opt-in-missing'],
    header: ['unknown', 'opt-in-missing'],
  },
  {
    what: 'RUM cookies on the wire show that consent was given',
    call: { url: own, request: [rumCookies] },
    page: { agent: agentWith('api', { optIn: { required: true, given: null } }) },
    today: ['links', 'same-origin'],
    cookies: ['links', 'same-origin'],
    header: ['links', 'same-origin'],
  },
  {
    what: 'x-dtc without a session, because the agent cannot set its cookies',
    call: {
      url: sameSite,
      method: 'POST',
      request: json,
      response: credentialed,
      preflight: {
        ...askedJson,
        headers: { ...credentialed, 'Access-Control-Allow-Headers': 'content-type, x-dtc' },
      },
    },
    page: { agent: agentWith('api', { cookieSameSite: 'none' }) },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['unlinked', 'cookie-same-site-none-insecure'],
    header: ['unlinked', 'empty-session', false],
  },
  {
    what: 'the partner’s iframe calls the partner’s API from under the shop',
    call: {
      url: 'https://api.partner.test/x',
      from: 'https://widget.partner.test',
      top: `${shop}/`,
      response: {
        'Access-Control-Allow-Origin': 'https://widget.partner.test',
        'Access-Control-Allow-Credentials': 'true',
      },
    },
    page: { pageOrigin: shop, agent: agentWith('api', { cookieSameSite: 'lax' }) },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['unlinked', 'cookie-same-site'],
    header: ['unknown', 'preflight-not-seen', true],
  },
  {
    what: 'a redirect loop by the browser’s own word',
    call: {
      url: partner,
      status: 302,
      response: { ...allowShop, Location: partner },
      error: 'net::ERR_TOO_MANY_REDIRECTS',
    },
    today: ['unlinked', 'call-fails'],
    cookies: ['cannot', 'cross-site'],
    header: ['unlinked', 'call-fails'],
  },
  {
    what: 'a preflight that nobody claimed',
    call: { url: partner, api: 'preflight', method: 'OPTIONS' },
    today: ['cannot', 'preflight-never-links'],
    cookies: ['cannot', 'preflight-never-links'],
    header: ['cannot', 'preflight-never-links'],
  },
  {
    what: 'a beacon',
    call: { url: partner, api: 'beacon', method: 'POST' },
    today: ['cannot', 'beacon'],
    cookies: ['cannot', 'beacon'],
    header: ['cannot', 'beacon'],
  },
  {
    what: 'a worker',
    call: { url: sameSite, api: 'worker' },
    today: ['cannot', 'worker'],
    cookies: ['cannot', 'worker'],
    header: ['cannot', 'worker'],
  },
  {
    what: 'passed on by a service worker: the page’s part of it shows no CORS headers',
    call: {
      url: sameSite,
      passedOn: true,
      cookiesVisible: false,
      response: { 'Content-Type': 'text/plain' },
    },
    today: ['unlinked', 'cross-origin-uncredentialed'],
    cookies: ['unknown', 'response-not-seen'],
    header: ['unknown', 'preflight-not-seen', true],
  },
  {
    what: 'answered by a service worker',
    call: { url: sameSite, serviceWorker: true },
    today: ['cannot', 'service-worker-answer'],
    cookies: ['cannot', 'service-worker-answer'],
    header: ['cannot', 'service-worker-answer'],
  },
];

describe('judge', () => {
  for (const { what, call, page, ...expected } of cases) {
    test(what, () => {
      const exchange = sampleExchange(call);
      const facts = pageFacts(page);
      for (const route of ['today', 'cookies', 'header'] as const satisfies readonly Route[]) {
        const [outcome, code, adds] = expected[route];
        const verdict = judge(exchange, route, facts);
        expect([route, verdict.outcome, verdict.reasons[0]?.code]).toEqual([route, outcome, code]);
        if (adds !== undefined) expect([route, verdict.addsPreflight]).toEqual([route, adds]);
      }
    });

    test(`${what}: the same one by one, all at once, and without steps`, () => {
      const exchange = sampleExchange(call);
      const facts = pageFacts(page);
      const listed = judgeRoutes(exchange, facts);
      const bare = conclusions(exchange, facts);
      for (const route of ['today', 'cookies', 'header'] as const) {
        const { steps, ...conclusion } = judge(exchange, route, facts);
        expect(bare[route]).toEqual(conclusion);
        expect({ ...listed[route] }).toMatchObject(conclusion);
        expect(listed[route].steps).toEqual(steps);
      }
    });
  }

  test('a failed call names the rule after call-fails', () => {
    const exchange = sampleExchange({ url: partner, response: {} });
    const verdict = judge(exchange, 'today', pageFacts());
    expect(verdict.reasons.map((reason) => reason.code)).toEqual(['call-fails', 'acao-missing']);
  });

  test('a refused call whose answers suit an uncredentialed one was credentialed', () => {
    const exchange = sampleExchange({
      url: sameSite,
      method: 'PUT',
      status: null,
      error: 'net::ERR_FAILED',
      preflight: { headers: { ...allowShop, 'Access-Control-Allow-Methods': 'PUT' } },
    });
    const verdict = judge(exchange, 'today', pageFacts());
    expect(verdict.reasons.map((reason) => reason.code)).toEqual(['call-fails', 'acac-missing']);
  });

  test('an error of the connection is not explained by credentials', () => {
    const response = { 'Access-Control-Allow-Origin': '*' };
    const exchange = sampleExchange({ url: sameSite, response, error: 'net::ERR_CONNECTION_RESET' });
    const verdict = judge(exchange, 'today', pageFacts());
    expect(verdict.reasons.map((reason) => reason.code)).toEqual(['call-fails', 'network-error']);
  });

  test.each([
    ['http://api.shop.test/orders', 'mixed-content'],
    ['https://api.shop.test:25/orders', 'bad-port'],
  ])('a refused redirect to %s, of which no request was made, is named', (Location, code) => {
    const response = { ...allowShop, Location };
    const exchange = sampleExchange({ url: sameSite, status: 302, response, error: 'net::ERR_FAILED' });
    const verdict = judge(exchange, 'today', pageFacts());
    expect(verdict.reasons.map((reason) => reason.code)).toEqual(['call-fails', code]);
  });

  test('x-dtpc on a cross-origin call is named as a leak', () => {
    const exchange = sampleExchange({ url: partner, request: [['x-dtpc', '1$2_3h4']], response: allowShop });
    const codes = judge(exchange, 'today', pageFacts()).reasons.map((reason) => reason.code);
    expect(codes.slice(0, 2)).toEqual(['cross-origin-uncredentialed', 'page-context-leak']);
  });

  test('today is judged by the deployed pattern, whatever the draft says', () => {
    const exchange = sampleExchange({ url: partner, response: allowShop });
    const facts = pageFacts({ agent: agentWith('api\\.shop'), pattern: 'partner' });
    const codes = judge(exchange, 'today', facts).reasons.map((reason) => reason.code);
    expect(codes).toEqual(['cross-origin-uncredentialed', 'regex-no-match']);
  });

  test('a header that the agent should have added and did not is named', () => {
    const exchange = sampleExchange({ url: partner, response: allowShop });
    const codes = judge(exchange, 'today', pageFacts({ agent: agentWith('partner') })).reasons.map(
      ({ code }) => code,
    );
    expect(codes).toEqual(['cross-origin-uncredentialed', 'x-dtc-missing']);
  });

  test('x-dtc without an open action links, with a note', () => {
    const idle = ['x-dtc', 'sn="v_4_srv_1_sn_ABC", v="1", app="ea7c4b59f27d43eb", r=""'] as const;
    const verdict = judge(
      sampleExchange({ url: partner, request: [idle], response: allowShop }),
      'today',
      pageFacts(),
    );
    expect([verdict.outcome, ...verdict.reasons.map((reason) => reason.code)]).toEqual([
      'links',
      'x-dtc-sent',
      'no-action',
    ]);
  });

  test('steps tell the header that was looked at beside the needed one', () => {
    const exchange = sampleExchange({
      url: partner,
      method: 'POST',
      request: json,
      response: allowShop,
      preflight: { ...askedJson, headers: { ...allowShop, 'Access-Control-Allow-Headers': 'accept' } },
    });
    const steps = judge(exchange, 'today', pageFacts()).steps;
    expect(steps[0]).toMatchObject({ result: 'fail', evidence: { saw: 'accept' } });
  });
});
