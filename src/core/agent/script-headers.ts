import type { AgentCall } from './types';

/** The headers by which calls are linked, and those that the agent sets beside them. */
export const correlationHeaders = [
  'x-dtc',
  'x-dtpc',
  'x-dtreferer',
  'x-host',
  'traceparent',
  'tracestate',
] as const;
export type CorrelationHeader = (typeof correlationHeaders)[number];

const names: ReadonlySet<string> = new Set(correlationHeaders);
/** What the agent's XMLHttpRequest wrapper swallows when a script sets it (without `expw`; recorded, 1.219 to 1.329). */
const swallowed: ReadonlySet<string> = new Set(['x-dtc', 'x-dtpc', 'x-dtreferer', 'x-host']);

/** Correlation headers that the script itself set and that the browser sends: `no-cors` drops them all. */
export function scriptHeaders(call: AgentCall): CorrelationHeader[] {
  if (call.setByScript === undefined || call.setByScript.length === 0) return [];
  if (call.api !== 'xhr' && call.api !== 'fetch' && call.api !== 'worker') return [];
  if (call.api !== 'xhr' && call.mode === 'no-cors') return [];
  const set = new Set<CorrelationHeader>();
  for (const [name] of call.setByScript) {
    const lower = name.toLowerCase();
    if (isCorrelationHeader(lower)) set.add(lower);
  }
  return [...set];
}

/** Whether the agent's XMLHttpRequest wrapper swallows a header that a script sets. */
export function isSwallowed(name: CorrelationHeader): boolean {
  return swallowed.has(name);
}

/** The value that a script set; the last of several. `null`: none. */
export function scriptValue(call: AgentCall, header: CorrelationHeader): string | null {
  return call.setByScript?.findLast(([name]) => name.toLowerCase() === header)?.[1] ?? null;
}

function isCorrelationHeader(name: string): name is CorrelationHeader {
  return names.has(name);
}
