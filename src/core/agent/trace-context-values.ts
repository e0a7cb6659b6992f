import { hasAgentEntry, isTraceparent } from './trace-context';

/** What the agent puts into its entry of `tracestate`. */
export interface TraceContextIds {
  /** `<tracestateKeyPrefix>@dtr` */
  readonly key: string;
  readonly application: string;
  /** `rxVisitor` */
  readonly visitor: string;
  readonly session: string;
}

/** The headers that a call has already; `null`: not set. */
export interface OwnTraceContext {
  readonly traceparent: string | null;
  readonly tracestate: string | null;
}

/** Ids of one call, lower-case hex: 32 and 16 characters. */
export interface CallIds {
  readonly trace: string;
  readonly span: string;
}

type AddedHeader = readonly [name: 'traceparent' | 'tracestate', value: string];

/** `already`: the agent's entry is there; `invalid` and `max_length` are the agent's own words for why it adds nothing (1.337). */
export type TraceContextValues = readonly AddedHeader[] | 'already' | 'invalid' | 'max_length';

const longestEntry = 256;

/**
 * The headers that the New RUM Experience sets on a call (1.337): `tracestate` with its own entry before those of others, and
 * `traceparent` unless the call has one that is valid.
 */
export function traceContextValues(
  ids: TraceContextIds,
  { traceparent, tracestate }: OwnTraceContext,
  { trace, span }: CallIds,
): TraceContextValues {
  if (tracestate !== null && hasAgentEntry(tracestate)) return 'already';
  if (traceparent !== null && !isTraceparent(traceparent)) return 'invalid';
  const entry = `${ids.key}=1;${span};1;${ids.application};${ids.visitor};${ids.session}`;
  if (entry.length > longestEntry) return 'max_length';
  const state: AddedHeader = ['tracestate', tracestate === null ? entry : before(entry, tracestate)];
  return traceparent === null ? [state, ['traceparent', `00-${trace}-${span}-01`]] : [state];
}

const mostEntries = 32;
const longestState = 512;
/** Longer entries go first where there is no room. */
const longestKept = 128;

function before(entry: string, others: string): string {
  const entries = [entry];
  for (const other of others.split(',')) if (other.trim() !== '') entries.push(other.trim());
  while (entries.length > 1 && (entries.length > mostEntries || entries.join(',').length > longestState)) {
    const long = entries.findLastIndex((each, index) => index > 0 && each.length > longestKept);
    entries.splice(long === -1 ? entries.length - 1 : long, 1);
  }
  return entries.join(',');
}
