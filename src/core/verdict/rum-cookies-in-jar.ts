import type { AgentProfile } from '../agent/profile';
import type { Cookie } from '../site/cookie';

/** The RUM session cookies of a jar: those of the agent's environment, and those of any without a suffix. */
export function rumCookiesIn(jar: readonly Cookie[], { cookiePostfix }: AgentProfile): readonly Cookie[] {
  const name = `dtCookie${cookiePostfix}`;
  return jar.filter((cookie) => cookie.name === name || cookie.name === 'dtCookie');
}
