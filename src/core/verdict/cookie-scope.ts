import type { AgentProfile } from '../agent/profile';
import { cookieDomainAllowed, domainMatches } from '../site/cookie-domain';
import { hostOf } from '../site/host';
import { originOf } from '../site/origin';
import { registrableDomain } from '../site/registrable-domain';
import { notShared } from './cookie-coverage';
import type { CookieScope } from './cookie-coverage';
import { embedded } from './embedding';
import { jarScope } from './jar-scope';
import type { JudgedCall } from './judged-call';
import { reason } from './reason';
import type { Reason } from './reason';

/**
 * Where the cookies' domain comes from: the browser's jar where it could be read, else the agent's configuration, else
 * the agent's own choice (the shortest domain that the browser accepts, which is the registrable domain).
 */
export function rumCookieScope(call: JudgedCall): CookieScope {
  return jarScope(call) ?? fromConfig(call);
}

function fromConfig(call: JudgedCall): CookieScope {
  const { agent } = call.context;
  const from = call.exchange.initiatorOrigin;
  const target = hostOf(call.lastHop.url);
  const secure = agent.cookieSecure && from.startsWith('https:');
  if (agent.cookieSameSite === 'none' && !secure) return { kind: 'lacks', because: noneInsecure(agent) };
  if (secure && call.lastHop.url.startsWith('http:')) {
    const evidence = { subject: 'RUM cookies’ attributes', saw: 'Secure', needed: 'an https endpoint' };
    return { kind: 'lacks', because: reason('cookie-secure', undefined, evidence) };
  }
  const domain = domainInForce(agent, hostOf(from));
  if (domain.kind === 'refused') return { kind: 'lacks', because: domain.because };
  const covers = domain.hostOnly ? target === domain.domain : domainMatches(target, domain.domain);
  if (!covers) return { kind: 'lacks', because: notShared(domain.domain, from, target) };
  if (embedded(call)) return inFrame(call);
  const evidence = {
    subject: 'RUM cookies’ domain',
    saw: domain.domain,
    needed: `covers ${target}`,
  };
  return { kind: 'covers', evidence };
}

/** A missing SameSite means Lax, in Firefox None. */
function inFrame({ context: { agent, page } }: JudgedCall): CookieScope {
  const { cookieSameSite } = agent;
  const isNone = cookieSameSite === 'none' || (cookieSameSite === 'unspecified' && page.engine === 'firefox');
  const subject = 'RUM cookies’ attributes';
  const saw = attributesOf(agent);
  return isNone
    ? {
        kind: 'unknown',
        because: reason('third-party-cookies', undefined, {
          subject,
          saw,
          needed: 'third-party cookies to be allowed',
        }),
      }
    : {
        kind: 'lacks',
        because: reason('cookie-same-site', undefined, { subject, saw, needed: 'SameSite=None; Secure' }),
      };
}

type DomainInForce =
  | { readonly kind: 'domain'; readonly domain: string; readonly hostOnly: boolean }
  | { readonly kind: 'refused'; readonly because: Reason };

/** Why the page's own host refuses the agent's cookies altogether; `null`: it does not, as far as the configuration tells. */
export function rumCookiesRefused(agent: AgentProfile, pageOrigin: string): Reason | null {
  const origin = originOf(pageOrigin);
  if (origin === null) return null;
  if (agent.cookieSameSite === 'none' && !(agent.cookieSecure && origin.scheme === 'https'))
    return noneInsecure(agent);
  const domain = domainInForce(agent, origin.host);
  return domain.kind === 'refused' ? domain.because : null;
}

function noneInsecure(agent: AgentProfile): Reason {
  return reason('cookie-same-site-none-insecure', undefined, {
    subject: 'RUM cookies’ attributes',
    saw: attributesOf(agent),
    needed: 'Secure, on an https page',
  });
}

function attributesOf(agent: AgentProfile): string {
  return `SameSite=${agent.cookieSameSite}${agent.cookieSecure ? '; Secure' : ''}`;
}

/** What the agent makes of its `domain` on this host (recorded, agents 1.219 to 1.329). */
function domainInForce(agent: AgentProfile, host: string): DomainInForce {
  const automatic: DomainInForce = {
    kind: 'domain',
    domain: registrableDomain(host) ?? host,
    hostOnly: registrableDomain(host) === null,
  };
  if (agent.cookieDomain === null || agent.cookieDomain === '') return automatic;
  const configured = agent.cookieDomain;
  // The agent keeps a domain that is a suffix of the host, even where the browser then refuses every cookie.
  const fits = host === configured || host.endsWith(`.${configured}`);
  if (!fits) return automatic;
  const allowed = cookieDomainAllowed(host, configured);
  if (allowed.ok) return { kind: 'domain', domain: allowed.domain, hostOnly: allowed.hostOnly };
  return {
    kind: 'refused',
    because: reason(allowed.reason, undefined, {
      subject: 'domain (agent configuration)',
      saw: configured,
      needed: registrableDomain(host),
    }),
  };
}
