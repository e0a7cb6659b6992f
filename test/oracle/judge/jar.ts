import { cookieDomainAllowed, type Cookie } from '../../../src/core';
import { isLoopback } from '../../../src/core/site/loopback';
import type { SetCookie } from '../world/case';

/** What the browser keeps of the cookies that the jar's pages set. */
export function storedCookies(jar: readonly SetCookie[]): readonly Cookie[] {
  return jar.flatMap((cookie) => storedCookie(cookie) ?? []);
}

/** RFC 6265bis, section 5.7, as far as the jar's cookies go: their names are unique and nothing is partitioned. */
function storedCookie({ name, setBy, attributes }: SetCookie): Cookie | null {
  const { hostname, protocol } = new URL(setBy);
  const secure = attributes.some((attribute) => attribute.toLowerCase() === 'secure');
  const sameSite = sameSiteOf(lastValue(attributes, 'samesite'));
  if (secure && protocol !== 'https:' && !isLoopback(hostname)) return null;
  if (sameSite === 'none' && !secure) return null;
  const scope = cookieDomainAllowed(hostname, lastValue(attributes, 'domain'));
  if (!scope.ok) return null;
  const path = lastValue(attributes, 'path');
  return {
    name,
    value: '1',
    domain: scope.domain,
    hostOnly: scope.hostOnly,
    path: path?.startsWith('/') ? path : '/',
    secure,
    httpOnly: false,
    sameSite,
  };
}

function lastValue(attributes: readonly string[], name: string): string | null {
  const pairs = attributes.map((attribute) => attribute.split('=').map((part) => part.trim()));
  return pairs.findLast(([key]) => key?.toLowerCase() === name)?.[1] ?? null;
}

function sameSiteOf(value: string | null): Cookie['sameSite'] {
  const lower = value?.toLowerCase();
  return lower === 'strict' || lower === 'lax' || lower === 'none' ? lower : 'unspecified';
}
