import { expect, it } from 'vitest';
import { readCookieJar } from '../../../src/background/cookie-jar';
import { fakePermissions } from './fake-browser';

const session = {
  name: 'dtCookie',
  value: 'v_4_srv_1_sn_A',
  domain: '.shop.test',
  hostOnly: false,
  path: '/',
  secure: false,
  httpOnly: false,
  sameSite: 'unspecified',
  storeId: '1',
};
const partitioned = {
  ...session,
  name: 'rxVisitorabc',
  sameSite: 'no_restriction',
  partitionKey: { topLevelSite: 'https://top.test' },
};

const asked: unknown[] = [];
const cookies = {
  getAllCookieStores: () =>
    Promise.resolve([
      { id: '0', tabIds: [3] },
      { id: '1', tabIds: [7] },
    ]),
  getAll: (filter: { domain: string }) => {
    asked.push(filter);
    const jar = [session, partitioned, { ...session, name: 'secret' }];
    return Promise.resolve(filter.domain === 'shop.test' ? jar : []);
  },
} as never;

it('reads the RUM cookies of each site once, of every partition, from the tab’s own jar', async () => {
  const permissions = fakePermissions(new Set(['*://*.shop.test/*', '*://app.shop.test/*']));
  const reading = await readCookieJar({ cookies, permissions }, 7, 'https://app.shop.test/', [
    'https://api.shop.test/orders',
    'https://api.partner.test/',
  ]);
  expect(asked).toEqual([{ domain: 'shop.test', partitionKey: {}, storeId: '1' }]);
  expect(reading).toEqual({
    cookies: [
      {
        name: 'dtCookie',
        value: 'v_4_srv_1_sn_A',
        domain: 'shop.test',
        hostOnly: false,
        path: '/',
        secure: false,
        httpOnly: false,
        sameSite: 'unspecified',
      },
      expect.objectContaining({ name: 'rxVisitorabc', sameSite: 'none', partitionKey: 'https://top.test' }),
    ],
    missing: ['*://api.partner.test/*'],
  });
});

it('says when it may see the page’s own host only, where Chromium hides the cookies of the site', async () => {
  const permissions = fakePermissions(new Set(['*://app.shop.test/*']));
  const reading = await readCookieJar({ cookies, permissions }, 7, 'https://app.shop.test/', []);
  expect(reading.missing).toEqual(['*://*.shop.test/*']);
  expect(reading.cookies).toHaveLength(2);
});
