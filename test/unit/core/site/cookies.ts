import type { Cookie } from '../../../../src/core/site/cookie';
import { fixture } from '../cors-fixture';

/** The cases of one kind of `cookie-domain.json`. */
export function cookieCases<T>(kind: string): T[] {
  return fixture<(T & { kind: string })[]>('cookie-domain').filter((entry) => entry.kind === kind);
}

export function cookie(over: Partial<Cookie> = {}): Cookie {
  return {
    name: 'dtCookie',
    value: '1',
    domain: 'shop.test',
    hostOnly: false,
    path: '/',
    secure: false,
    httpOnly: false,
    sameSite: 'unspecified',
    ...over,
  };
}
