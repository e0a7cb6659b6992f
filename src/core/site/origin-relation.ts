import type { Engine } from '../fetch/types';
import { originOf, type TupleOrigin } from './origin';
import { registrableDomain } from './registrable-domain';

export type OriginRelation = 'same-origin' | 'same-site' | 'cross-site';

/**
 * How two URLs or origins relate (HTML, same origin and schemefully same site). Ports do not matter for a site, its scheme
 * does, but not in Firefox. IP addresses, single labels and public suffixes are a site by themselves; opaque origins are
 * cross-site to everything.
 */
export function originRelation(from: string, to: string, engine: Engine = 'standard'): OriginRelation {
  const a = originOf(from);
  const b = originOf(to);
  if (a === null || b === null) return 'cross-site';
  if (a.serialized === b.serialized) return 'same-origin';
  if (a.scheme !== b.scheme && engine !== 'firefox') return 'cross-site';
  return siteHost(a, engine) === siteHost(b, engine) ? 'same-site' : 'cross-site';
}

/** The registrable domain, or the host itself where there is none (HTML, obtain a site). */
export function siteHost(origin: TupleOrigin, engine: Engine = 'standard'): string {
  return registrableDomain(origin.host, engine) ?? origin.host;
}
