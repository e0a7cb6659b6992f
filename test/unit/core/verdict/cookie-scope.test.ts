import { describe, expect, test } from 'vitest';
import type { Cookie } from '../../../../src/core/site/cookie';
import { judge } from '../../../../src/core/verdict/judge';
import type { PageFacts } from '../../../../src/core/verdict/types';
import { agentWith, pageFacts, sampleExchange, shop } from './sample-exchange';

const response = { 'Access-Control-Allow-Origin': shop, 'Access-Control-Allow-Credentials': 'true' };
const cookie = (differences: Partial<Cookie> = {}): Cookie => ({
  name: 'dtCookie',
  value: 'v_4_srv_1_sn_ABC',
  domain: 'shop.test',
  hostOnly: false,
  path: '/',
  secure: false,
  httpOnly: false,
  sameSite: 'unspecified',
  ...differences,
});
const embeddable = { sameSite: 'none', secure: true } as const;
const portal = 'https://portal.partner.test/';

type Expected = readonly [outcome: string, code: string, subject?: string, saw?: string, needed?: string];

function onCookieRoute(facts: Partial<PageFacts>, top?: string): Expected {
  const exchange = sampleExchange({ response, ...(top !== undefined && { top }) });
  const { outcome, reasons } = judge(exchange, 'cookies', pageFacts(facts));
  const { code, evidence } = reasons[0]!;
  return evidence === undefined
    ? [outcome, code]
    : [outcome, code, evidence.subject, evidence.saw ?? '', evidence.needed ?? ''];
}

describe('whether the RUM cookies of the jar would go', () => {
  test.each<[string, Partial<Cookie>, Expected]>([
    ['they cover both hosts', {}, ['links', 'cookies-would-be-sent']],
    [
      'they are the page’s own host’s',
      { domain: 'app.shop.test', hostOnly: true },
      ['unlinked', 'cookie-domain-not-shared', 'RUM cookies’ domain', 'app.shop.test', 'shop.test'],
    ],
    [
      'they are for another path',
      { path: '/app' },
      ['unlinked', 'rum-cookies-not-sent', 'Path of dtCookie', '/app', '/'],
    ],
    [
      'they are of another site’s partition',
      { ...embeddable, partitionKey: 'https://partner.test' },
      [
        'unlinked',
        'rum-cookies-not-sent',
        'Partition of dtCookie',
        'https://partner.test',
        'https://shop.test',
      ],
    ],
  ])('%s', (_, differences, expected) =>
    expect(onCookieRoute({ cookies: [cookie(differences)] })).toEqual(expected),
  );

  test('the one that comes furthest tells why', () => {
    const cookies = [cookie({ domain: 'app.shop.test', hostOnly: true }), cookie({ path: '/app' })];
    expect(onCookieRoute({ cookies })[1]).toBe('rum-cookies-not-sent');
    expect(onCookieRoute({ cookies: cookies.toReversed() })[1]).toBe('rum-cookies-not-sent');
  });
});

describe.each(['standard', 'chromium', 'firefox'] as const)(
  'under a page of another site, in %s',
  (engine) => {
    const saw = 'Secure; SameSite=none';
    const thirdParty = ['unknown', 'third-party-cookies'];

    test('cookies made for that go or not by the user’s settings', () =>
      expect(onCookieRoute({ engine, cookies: [cookie(embeddable)] }, portal)).toEqual([
        ...thirdParty,
        'Attributes of dtCookie',
        saw,
        'third-party cookies to be allowed',
      ]));

    test('Lax keeps them back', () =>
      expect(onCookieRoute({ engine, cookies: [cookie({ sameSite: 'lax' })] }, portal)).toEqual([
        'unlinked',
        'cookie-same-site',
        'Attributes of dtCookie',
        'SameSite=lax',
        'SameSite=None; Secure',
      ]));

    test('those of this partition go', () => {
      const cookies = [cookie({ ...embeddable, partitionKey: 'https://partner.test' })];
      expect(onCookieRoute({ engine, cookies }, portal)).toEqual(['links', 'cookies-would-be-sent']);
    });

    test('without SameSite Firefox takes them for None, the others for Lax', () => {
      const expected = engine === 'firefox' ? thirdParty : ['unlinked', 'cookie-same-site'];
      expect(onCookieRoute({ engine, cookies: [cookie()] }, portal).slice(0, 2)).toEqual(expected);
      const agent = agentWith('api', { cookieSameSite: 'unspecified' });
      expect(onCookieRoute({ engine, agent }, portal).slice(0, 2)).toEqual(expected);
    });

    test('by the configuration the same', () => {
      const agent = agentWith('api', { cookieSameSite: 'none', cookieSecure: true });
      expect(onCookieRoute({ engine, agent }, portal).slice(0, 2)).toEqual(thirdParty);
    });
  },
);

test('under a page of the same site the cookies go, whatever scheme the log names for it', () =>
  expect(onCookieRoute({ engine: 'chromium' }, 'http://www.shop.test/')).toEqual([
    'links',
    'cookies-would-be-sent',
  ]));
