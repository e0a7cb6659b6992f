/** The headers by which an agent links a call: the classic agent's, and the W3C trace context of the New RUM Experience. */
export const linkHeaders = ['x-dtc', 'traceparent', 'tracestate'] as const;
export type LinkHeader = (typeof linkHeaders)[number];

/** What one agent adds to a call. */
export type HeaderSet = readonly LinkHeader[];

/** Of the classic agent. */
export const classicSet: HeaderSet = ['x-dtc'];
/** Of the New RUM Experience: neither comes without the other, unless the page has a `traceparent` of its own (1.337). */
export const traceContextSet: HeaderSet = ['traceparent', 'tracestate'];

/** `traceparent and tracestate`: as a sentence names them. */
export function headerNames(headers: HeaderSet): string {
  const last = headers.at(-1) ?? '';
  return headers.length < 2 ? last : `${headers.slice(0, -1).join(', ')} and ${last}`;
}
