import * as fc from 'fast-check';
import type { SetCookie } from '../world/case';
import { hosts, originOf, type HostName } from '../world/origins';

/** Cookies of one run: below what browsers keep for one site. */
const JAR_SIZE = 80;

const attribute = {
  sameSite: fc.constantFrom(
    null,
    'SameSite=Strict',
    'SameSite=Lax',
    'SameSite=None',
    'samesite=none',
    'SameSite=x',
  ),
  secure: fc.constantFrom(null, 'Secure', 'secure'),
  path: fc.constantFrom(null, 'Path=/', 'Path=/a', 'Path=/a/', 'Path=/a/b', 'Path=a'),
};

function domain(host: string): fc.Arbitrary<string | null> {
  const parent = host.slice(host.indexOf('.') + 1);
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 4, arbitrary: fc.constantFrom(`Domain=${parent}`, `Domain=.${parent}`, `domain=${host}`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'Domain=',
        'Domain=test',
        'Domain=SHOP.TEST',
        'Domain=partner.test',
        'Domain=com',
        `Domain=..${parent}`,
        `Domain=${parent}.`,
        `Domain=elsewhere.${host}`,
      ),
    },
  );
}

const setCookie: fc.Arbitrary<Omit<SetCookie, 'name'>> = fc
  .constantFrom(...(Object.keys(hosts) as HostName[]))
  .chain((host) =>
    fc
      .record({
        scheme: fc.constantFrom('https', 'https', 'http'),
        domain: domain(hosts[host]),
        ...attribute,
      })
      .map(({ scheme, domain: scope, sameSite, secure, path }) => ({
        setBy: originOf(scheme, host),
        attributes: [scope, sameSite, secure, path].filter((text) => text !== null),
      })),
  );

/** Cookies with names of their own, set by pages of all hosts. */
export const cookieJar: fc.Arbitrary<readonly SetCookie[]> = fc
  .array(setCookie, { minLength: JAR_SIZE, maxLength: JAR_SIZE })
  .map((cookies) => cookies.map((cookie, index) => ({ name: `c${index}`, ...cookie })));
