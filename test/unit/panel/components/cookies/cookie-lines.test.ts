import { describe, expect, it } from 'vitest';
import { cookieLines, refusalWords } from '../../../../../src/panel/components/cookies/cookie-lines';
import { cookie } from '../../../core/site/cookies';
import { sampleExchange } from '../../../core/verdict/sample-exchange';

const call = sampleExchange({ url: 'https://api.shop.test/orders' });
const lines = (...cookies: Parameters<typeof cookieLines>[0][number][]) =>
  cookieLines(cookies, call, 'https://app.shop.test/', 'chromium');

describe('the cookies of a call', () => {
  it('are those that would be sent first, the session cookie before all', () => {
    const names = lines(
      cookie({ name: 'rxVisitor' }),
      cookie({ name: 'dtCookie', domain: 'app.shop.test', hostOnly: true }),
      cookie({ name: 'dtCookie' }),
    ).map(({ cookie: { name }, refusal }) => `${name} ${refusal ?? 'sent'}`);
    expect(names).toEqual(['dtCookie sent', 'rxVisitor sent', 'dtCookie host']);
  });

  it('are duplicates only if more than one of a name is sent', () => {
    const own = cookie({ name: 'dtCookie', domain: 'app.shop.test', hostOnly: true });
    const api = cookie({ name: 'dtCookie', domain: 'api.shop.test' });
    expect(lines(cookie(), own).map(({ duplicate }) => duplicate)).toEqual([false, false]);
    expect(lines(cookie(), api, own).map(({ duplicate }) => duplicate)).toEqual([true, true, false]);
  });

  it('go by the last hop of a redirected call', () => {
    const redirected = sampleExchange({
      url: 'https://api.shop.test/old',
      status: 302,
      redirectedTo: [{ url: 'https://api.partner.test/new' }],
    });
    const [line] = cookieLines([cookie()], redirected, null, 'chromium');
    expect(line?.refusal).toBe('host');
  });
});

it.each([
  ['host', { hostOnly: true, domain: 'app.shop.test' }, 'only for app.shop.test itself'],
  ['host', {}, 'only for shop.test and its subdomains'],
  ['path', { path: '/admin' }, 'only for paths under /admin'],
  ['secure', { secure: true }, 'Secure: only to https'],
  ['same-site', { sameSite: 'strict' }, 'SameSite=Strict: not to another site'],
  ['same-site', {}, 'no SameSite counts as Lax: not to another site'],
  ['third-party', {}, 'this browser keeps third-party cookies back'],
  ['partition', { partitionKey: 'https://news.test' }, 'belongs to another top-level site'],
] as const)('%s %j is said in words', (refusal, attributes, words) => {
  expect(refusalWords(refusal, cookie(attributes))).toBe(words);
});
