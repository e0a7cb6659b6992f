import type { Header } from '../fetch/types';
import { setsSessionCookie } from './rum-cookies';
import { remember } from '../site/remember';
import { hasMetric } from './server-timing';

/** What a response header says of a OneAgent on the tier that answered. */
export type TierSign =
  'server-timing' | 'injection' | 'session-cookie' | 'etag' | 'diagnostics' | 'timing-allow-origin';

export interface TierEvidence {
  /** A OneAgent took part in this response. False: nothing was seen of one, which proves nothing (CDNs strip headers). */
  readonly seen: boolean;
  /** What was found, `timing-allow-origin` included, which alone proves nothing. */
  readonly signs: readonly { readonly sign: TierSign; readonly header: Header }[];
}

const rumMetrics: ReadonlySet<string> = new Set(['dtrpid', 'dtsinfo', 'dttao', 'dtrequestid']);

/**
 * Signs of a OneAgent-instrumented tier in response headers (Dynatrace docs: RUM correlation, injection, cookies, ETag suffix).
 * None of them shows that a call was linked.
 */
export function tierEvidence(headers: readonly Header[]): TierEvidence {
  const signs: TierEvidence['signs'][number][] = [];
  for (const header of headers) {
    const sign = signOf(lowerCased(header[0]), header[1]);
    if (sign !== null) signs.push({ sign, header });
  }
  return { seen: signs.some(({ sign }) => sign !== 'timing-allow-origin'), signs };
}

/** A log has few names. */
const lowerCased = remember(1_000, (name) => name.toLowerCase());

const isRumMetric = (name: string): boolean => rumMetrics.has(name.toLowerCase());

function signOf(name: string, value: string): TierSign | null {
  switch (name) {
    case 'server-timing':
      return hasMetric(value, isRumMetric) ? 'server-timing' : null;
    case 'x-oneagent-js-injection':
    case 'x-ruxit-js-agent':
      return 'injection';
    case 'set-cookie':
      return setsSessionCookie(value) ? 'session-cookie' : null;
    case 'etag':
      return /:dtagent\d/.test(value) ? 'etag' : null;
    case 'x-dt-tracestate':
    case 'x-dthealthcheck':
    case 'x-dtagentid':
    case 'x-dtinjectedservlet':
      return 'diagnostics';
    case 'timing-allow-origin':
      return 'timing-allow-origin';
    default:
      return null;
  }
}
