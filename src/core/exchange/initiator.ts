import type { NetworkRecord } from './network-record';
import { originOf } from './url-origin';

export interface Initiator {
  /** Serialised; `'null'` if opaque. */
  readonly origin: string;
  readonly documentUrl: string | null;
}

/**
 * Who made a call, from its first request (a redirect to another origin makes `Origin` `null` later on): the `Origin`
 * header, which sandboxed and cross-origin frames send too; that of the preflight; fetch metadata; the referrer; the
 * page; the calling script. A call that shows none of these has no `Origin`, hence is of the target's own origin.
 *
 * @param pageUrl URL of the top-level page
 */
export function initiatorOf(
  request: NetworkRecord,
  preflight: NetworkRecord | null,
  pageUrl: string | null,
): Initiator {
  const { origin: sentOrigin, secFetchSite, referer, refererOrigin } = request.named;
  const origin =
    (sentOrigin === '' ? null : sentOrigin) ??
    preflight?.named.origin ??
    (secFetchSite === 'same-origin' ? request.origin : null) ??
    refererOrigin ??
    (pageUrl === null ? null : originOf(pageUrl)) ??
    callerOrigin(request.callers) ??
    request.origin;
  return { origin, documentUrl: documentUrlOf(origin, referer, refererOrigin, pageUrl) };
}

/** A referrer that is a bare origin may have been cut down to it by the referrer policy. */
function documentUrlOf(
  origin: string,
  referer: string | null,
  refererOrigin: string | null,
  pageUrl: string | null,
): string | null {
  const bare = referer === null || referer === `${refererOrigin}/`;
  if (!bare && refererOrigin === origin) return referer;
  if (pageUrl !== null && originOf(pageUrl) === origin) return pageUrl;
  return refererOrigin === origin ? referer : null;
}

function callerOrigin(callers: readonly string[]): string | null {
  for (const caller of callers) {
    const url = caller.startsWith('blob:') ? caller.slice('blob:'.length) : caller;
    if (/^https?:/i.test(url)) return originOf(url);
  }
  return null;
}
