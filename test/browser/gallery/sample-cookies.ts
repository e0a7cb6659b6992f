import type { Cookie } from '../../../src/core';

const rum: Omit<Cookie, 'name'> = {
  value: 'v_4_srv_2_sn_8B1D65E0',
  domain: 'shop.test',
  hostOnly: false,
  path: '/',
  secure: false,
  httpOnly: false,
  sameSite: 'unspecified',
};

/** The RUM cookies of the sample shop, with a session cookie left behind by an older configuration. */
export const sampleCookies: readonly Cookie[] = [
  { ...rum, name: 'dtCookie' },
  { ...rum, name: 'dtCookie', domain: 'app.shop.test', hostOnly: true },
  { ...rum, name: 'dtCookie', domain: 'api.shop.test', path: '/' },
  { ...rum, name: 'rxVisitor' },
  { ...rum, name: 'rxvt', secure: true },
  { ...rum, name: 'dtPC', sameSite: 'lax', path: '/checkout' },
  {
    ...rum,
    name: 'dtSa',
    domain: 'partner.test',
    sameSite: 'none',
    secure: true,
    partitionKey: 'https://news.test',
  },
];
