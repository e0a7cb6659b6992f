import { getDomain, getPublicSuffix } from 'tldts';
import type { Engine } from '../fetch/types';
import { canonicalHost, isIpAddress } from './host';
import { remember } from './remember';

const CAPACITY = 4096;

const publicSuffixList = {
  allowPrivateDomains: true,
  extractHostname: false,
  validateHostname: false,
  detectIp: false,
} as const;

const forbiddenInDomain = /[\u0000-\u0020#%/:<>?@[\\\]^|\u007f]/;
const endsInNumber = /(^|\.)(\d+|0x[0-9a-f]*)$/;
const labelSeparator = /[.\u3002\uff0e\uff61]/;

/**
 * The part of a host that somebody registered, eTLD+1, by both sections of the Public Suffix List, lower-case and in the
 * script that it was given in (URL, host's registrable domain). `null` for IP addresses, single labels, public suffixes and
 * malformed hosts. A trailing dot is kept: such a host is another one.
 *
 * By the standard the parent of a wildcard rule (`kobe.jp` of `*.kobe.jp`) is registrable; browsers take it for a suffix.
 */
export function registrableDomain(host: string, engine: Engine = 'standard'): string | null {
  return engine === 'standard' ? byTheStandard(host) : inBrowsers(host);
}

const byTheStandard = remember(CAPACITY, (host) => {
  const found = inBrowsers(host);
  if (found !== null || !isParentOfWildcard(host)) return found;
  const parent = host.slice(host.indexOf('.') + 1);
  return byTheStandardOrNull(parent) ?? host.toLowerCase();
});

function byTheStandardOrNull(host: string): string | null {
  return host.includes('.') ? registrableDomain(host) : null;
}

const inBrowsers = remember(CAPACITY, (host) => {
  const domain = undotted(canonicalHost(host));
  if (domain === null) return null;
  const registrable = getDomain(domain, publicSuffixList);
  if (registrable === null) return null;
  const labels = host.toLowerCase().split(labelSeparator);
  const dots = labels.at(-1) === '' ? 1 : 0;
  return labels.slice(-(registrable.split('.').length + dots)).join('.');
});

/** The list's library marks such a parent as a suffix of its own and does not tell; any label below it is one, too. */
function isParentOfWildcard(host: string): boolean {
  const domain = undotted(canonicalHost(host));
  if (domain === null || !domain.includes('.')) return false;
  const child = `any-label-below.${domain}`;
  return getPublicSuffix(child, publicSuffixList) === child;
}

/** A well-formed domain without its trailing dot; `null` for everything else. */
function undotted(host: string): string | null {
  const domain = host.endsWith('.') ? host.slice(0, -1) : host;
  if (isIpAddress(host) || forbiddenInDomain.test(domain) || endsInNumber.test(domain)) return null;
  return domain.split('.').includes('') ? null : domain;
}
