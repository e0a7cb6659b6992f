import type { AgentKind, AgentProfile, InjectionForm } from '../../../core';

export const kindWords: Readonly<Record<AgentKind, string>> = {
  none: 'no agent',
  classic: 'classic RUM',
  'new-rum': 'New RUM Experience',
  both: 'classic and New RUM',
  appmon: 'AppMon',
};

export const injectionWords: Readonly<Record<InjectionForm, string>> = {
  'oneagent-javascript-tag': 'OneAgent JavaScript tag',
  'javascript-tag': 'JavaScript tag',
  bootstrap: 'bootstrap loader',
  'inline-code': 'inline code',
  'code-snippet-sync': 'code snippet, synchronous',
  'code-snippet-deferred': 'code snippet, deferred',
  'appmon-tag': 'AppMon tag',
  unknown: 'unknown form',
};

export const sourceWords: Readonly<Record<AgentProfile['configSource'], string>> = {
  none: 'none found',
  inline: 'inline configuration',
  tag: 'data-dtconfig of the tag',
  storage: 'local storage',
  live: 'the running agent',
};

const sameSiteWords: Readonly<Record<AgentProfile['cookieSameSite'], string>> = {
  strict: 'SameSite=Strict',
  lax: 'SameSite=Lax',
  none: 'SameSite=None',
  unspecified: 'no SameSite',
};

/** `yes`, `no` or that it is not known. */
export function yesNo(value: boolean | null): string {
  return value === null ? 'not known' : value ? 'yes' : 'no';
}

/** `.shop.test · no SameSite · Secure` */
export function cookieWords(profile: AgentProfile): string {
  const domain = profile.cookieDomain ?? 'registrable domain (automatic)';
  const parts = [
    domain,
    sameSiteWords[profile.cookieSameSite],
    profile.cookieSecure ? 'Secure' : 'not Secure',
  ];
  if (profile.cookiePostfix !== '') parts.push(`names end in ${profile.cookiePostfix}`);
  return parts.join(' · ');
}

export function optInWords({ optIn }: AgentProfile): string {
  if (!optIn.required) return 'not required';
  return `required, ${optIn.given === null ? 'not known whether given' : optIn.given ? 'given' : 'not given'}`;
}
