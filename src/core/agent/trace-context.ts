import type { TraceContextProfile } from './profile';
import { originOf } from './url-candidates';

/** How the New RUM Experience decides on W3C trace context, by the agent's own names (1.337). */
export type TraceContextHint =
  | 'external'
  | 'invalid'
  | 'disabled'
  | 'not_http'
  | 'excluded'
  | 'included'
  | 'set'
  | 'cross_origin'
  | 'missing_values';

export interface TraceContextDecision {
  /** `unknown`: a pattern was too slow to tell. */
  readonly hint: TraceContextHint | 'unknown';
  /** What the agent adds. */
  readonly adds: readonly ('traceparent' | 'tracestate')[];
}

export interface TraceContextInput {
  /** As the browser resolves it. */
  readonly url: string;
  readonly page: string;
  /** The script's own `traceparent`, `null`: none. */
  readonly traceparent: string | null;
  readonly application: string | null;
  readonly included: (url: string) => boolean | 'unknown';
  readonly excluded: (url: string) => boolean | 'unknown';
}

const complete = ['traceparent', 'tracestate'] as const;

/**
 * The decision of agent 1.337, first match wins. Regexes see the absolute URL only; an invalid one counts as absent.
 * Visitor and session, which the agent needs too, are taken to be there.
 */
export function traceContextDecision(
  profile: TraceContextProfile,
  input: TraceContextInput,
): TraceContextDecision {
  const hint = hintFor(profile, input);
  const adds =
    hint === 'external' ? (['tracestate'] as const) : hint === 'set' || hint === 'included' ? complete : [];
  if (adds.length > 0 && (profile.tracestateKeyPrefix === '' || input.application === null)) {
    return { hint: 'missing_values', adds: [] };
  }
  return { hint, adds };
}

function hintFor(
  profile: TraceContextProfile,
  { url, page, traceparent, included, excluded }: TraceContextInput,
): TraceContextHint | 'unknown' {
  if (traceparent !== null) return isTraceparent(traceparent) ? 'external' : 'invalid';
  if (!profile.enabled) return 'disabled';
  if (url.startsWith('data:')) return 'not_http';
  const out = excluded(url);
  if (out !== false) return out === 'unknown' ? 'unknown' : 'excluded';
  const http = isHttp(url) && isHttp(page);
  if (http && originOf(url) === originOf(page)) return 'set';
  const into = included(url);
  if (into !== false) return into === 'unknown' ? 'unknown' : 'included';
  return http ? 'cross_origin' : 'not_http';
}

/** The agent's test of a foreign `traceparent`: version 00, four parts (1.337). */
export function isTraceparent(value: string): boolean {
  return /^00-[0-9a-f]{32}-[0-9a-f]{16}-[^-]*$/.test(value);
}

/** Whether a `tracestate` holds an entry of the New RUM Experience, which marks its own (1.337). */
export function hasAgentEntry(tracestate: string): boolean {
  return tracestate.includes('@dtr=');
}

function isHttp(url: string): boolean {
  return /^https?:/i.test(url);
}
