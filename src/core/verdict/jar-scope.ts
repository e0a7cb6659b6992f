import type { Cookie } from '../site/cookie';
import { cookieRefusal, schemefulSiteOf } from '../site/cookies-sent';
import type { CookieCall, CookieRefusal } from '../site/cookies-sent';
import { hostOf } from '../site/host';
import { notShared } from './cookie-coverage';
import type { CookieScope } from './cookie-coverage';
import { embedded, topLevelOf } from './embedding';
import type { JudgedCall } from './judged-call';
import { reason } from './reason';
import type { ReasonCode } from './reason';
import { rumCookiesIn } from './rum-cookies-in-jar';

/** The rules in the order in which `cookieRefusal` applies them. */
const refusals: readonly CookieRefusal[] = [
  'host',
  'path',
  'secure',
  'same-site',
  'third-party',
  'partition',
  'credentials',
];

/** Which of the jar’s RUM cookies would go, or why none would; `null`: it holds none. */
export function jarScope(call: JudgedCall): CookieScope | null {
  const { exchange, lastHop, context } = call;
  const candidates = rumCookiesIn(context.page.cookies ?? [], context.agent);
  const asked: CookieCall = {
    url: lastHop.url,
    from: exchange.initiatorOrigin,
    topLevel: topLevelOf(call),
    credentials: 'include',
  };
  let last: { readonly cookie: Cookie; readonly refusal: CookieRefusal } | null = null;
  for (const cookie of candidates) {
    const refusal = cookieRefusal(cookie, asked, context.page.engine);
    if (refusal === null) return sentFromJar(cookie, call);
    if (last === null || refusals.indexOf(refusal) > refusals.indexOf(last.refusal))
      last = { cookie, refusal };
  }
  return last === null ? null : refusedFromJar(last.cookie, last.refusal, call, candidates);
}

function sentFromJar(cookie: Cookie, call: JudgedCall): CookieScope {
  if (embedded(call) && cookie.partitionKey === undefined) return upToSettings(cookie);
  return {
    kind: 'covers',
    evidence: {
      subject: `Domain of ${cookie.name}`,
      saw: cookie.domain,
      needed: `covers ${hostOf(call.lastHop.url)}`,
    },
  };
}

function upToSettings(cookie: Cookie): CookieScope {
  return {
    kind: 'unknown',
    because: reason('third-party-cookies', undefined, {
      subject: `Attributes of ${cookie.name}`,
      saw: attributesOfCookie(cookie),
      needed: 'third-party cookies to be allowed',
    }),
  };
}

function attributesOfCookie({ secure, sameSite }: Cookie): string {
  return `${secure ? 'Secure; ' : ''}SameSite=${sameSite}`;
}

function refusedFromJar(
  cookie: Cookie,
  refusal: CookieRefusal,
  call: JudgedCall,
  candidates: readonly Cookie[],
): CookieScope {
  const { exchange, lastHop } = call;
  const lacks = (code: ReasonCode, subject: string, saw: string, needed: string | null): CookieScope => ({
    kind: 'lacks',
    because: reason(code, undefined, { subject: `${subject} of ${cookie.name}`, saw, needed }),
  });
  switch (refusal) {
    case 'secure':
      return lacks('cookie-secure', 'Attributes', attributesOfCookie(cookie), 'an https endpoint');
    case 'same-site':
      return lacks('cookie-same-site', 'Attributes', attributesOfCookie(cookie), 'SameSite=None; Secure');
    case 'path':
      return lacks('rum-cookies-not-sent', 'Path', cookie.path, '/');
    case 'partition':
      return lacks(
        'rum-cookies-not-sent',
        'Partition',
        cookie.partitionKey ?? '',
        schemefulSiteOf(topLevelOf(call)),
      );
    case 'third-party':
      return upToSettings(cookie);
    case 'host':
    case 'credentials': {
      const domains = candidates.map(({ domain }) => domain).join(', ');
      return {
        kind: 'lacks',
        because: notShared(domains, exchange.initiatorOrigin, hostOf(lastHop.url)),
      };
    }
  }
  return refusal satisfies never;
}
