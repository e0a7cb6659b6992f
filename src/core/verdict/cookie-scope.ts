import type { AgentProfile } from '../agent/profile';
import { cookieDomainAllowed, domainMatches, sharedCookieDomain } from '../site/cookie-domain';
import { cookiesSent } from '../site/cookies-sent';
import { hostOf } from '../site/host';
import { originOf } from '../site/origin';
import { registrableDomain } from '../site/registrable-domain';
import type { JudgedCall } from './judged-call';
import { reason } from './reason';
import type { Evidence, Reason } from './reason';
import { rumCookiesIn } from './rum-cookies-in-jar';

/** Whether the browser would send the page's RUM cookies to the endpoint on a credentialed call. */
export type CookieScope =
  | { readonly kind: 'covers'; readonly evidence: Evidence }
  | { readonly kind: 'lacks'; readonly because: Reason }
  | { readonly kind: 'unknown'; readonly because: Reason };

/**
 * Where the cookies' domain comes from: the browser's jar where it could be read, else the agent's configuration, else
 * the agent's own choice (the shortest domain that the browser accepts, which is the registrable domain).
 */
export function rumCookieScope(call: JudgedCall): CookieScope {
  return fromJar(call) ?? fromConfig(call);
}

/** The calling document stands in a frame whose top-level page is of another site. */
function embedded({ exchange, context }: JudgedCall): boolean {
  const topLevel = exchange.pageUrl ?? context.page.pageOrigin ?? null;
  const top = topLevel === null ? null : originOf(topLevel);
  return top !== null && registrableDomain(top.host) !== registrableDomain(hostOf(exchange.initiatorOrigin));
}

function fromJar({ exchange, lastHop, context }: JudgedCall): CookieScope | null {
  const jar = context.page.cookies;
  const candidates = rumCookiesIn(jar ?? [], context.agent);
  if (candidates.length === 0) return null;
  const sent = cookiesSent(
    candidates,
    {
      url: lastHop.url,
      from: exchange.initiatorOrigin,
      topLevel: exchange.pageUrl ?? context.page.pageOrigin ?? exchange.initiatorOrigin,
      credentials: 'include',
    },
    context.page.engine,
  );
  const host = hostOf(lastHop.url);
  const [first] = sent;
  if (first) {
    return {
      kind: 'covers',
      evidence: { subject: `Domain of ${first.name}`, saw: first.domain, needed: `covers ${host}` },
    };
  }
  const covering = candidates.find((cookie) =>
    cookie.hostOnly ? cookie.domain === host : domainMatches(host, cookie.domain),
  );
  if (!covering) {
    const domains = candidates.map((cookie) => cookie.domain).join(', ');
    return { kind: 'lacks', because: notShared(domains, exchange.initiatorOrigin, host) };
  }
  const code = covering.secure && lastHop.url.startsWith('http:') ? 'cookie-secure' : 'cookie-same-site';
  return {
    kind: 'lacks',
    because: reason(code, undefined, {
      subject: `Attributes of ${covering.name}`,
      saw: `${covering.secure ? 'Secure; ' : ''}SameSite=${covering.sameSite}`,
      needed: code === 'cookie-secure' ? 'an https endpoint' : 'SameSite=None; Secure',
    }),
  };
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
  if (embedded(call)) {
    const saw = attributesOf(agent);
    const evidence = { subject: 'RUM cookies’ attributes', saw, needed: 'SameSite=None; Secure' };
    return agent.cookieSameSite === 'none'
      ? { kind: 'unknown', because: reason('third-party-cookies', undefined, evidence) }
      : { kind: 'lacks', because: reason('cookie-same-site', undefined, evidence) };
  }
  const evidence = {
    subject: 'RUM cookies’ domain',
    saw: domain.domain,
    needed: `covers ${target}`,
  };
  return { kind: 'covers', evidence };
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

function notShared(domain: string, from: string, host: string): Reason {
  return reason('cookie-domain-not-shared', undefined, {
    subject: 'RUM cookies’ domain',
    saw: domain,
    needed: sharedCookieDomain(from, host),
  });
}
