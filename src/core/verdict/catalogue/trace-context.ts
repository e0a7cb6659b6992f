import type { ReasonText } from './reason-text';

/** Whether the New RUM Experience adds `traceparent` and `tracestate` to a call. */
export const traceContextReasons = {
  'trace-context-set': {
    title: 'The agent adds traceparent and tracestate',
    cause: 'The New RUM Experience links by W3C trace context here.',
    fix: null,
    source: 'RUM agent 1.337',
  },
  'trace-context-external': {
    title: 'The page’s own traceparent is kept',
    cause: 'The call has a valid traceparent already; the New RUM Experience adds only its tracestate.',
    fix: null,
    source: 'RUM agent 1.337',
  },
  'traceparent-invalid': {
    title: 'The page’s own traceparent is malformed',
    cause: 'A traceparent that the agent cannot read is left alone, and nothing is added beside it.',
    fix: 'Send 00-<32 hex digits>-<16 hex digits>-<flags> in lower case, or leave the header to the agent.',
    source: 'RUM agent 1.337; W3C Trace Context',
  },
  'trace-context-off': {
    title: 'Trace context is switched off',
    cause: 'traceContext is false in the New RUM Experience’s configuration: no call gets traceparent.',
    fix: 'Switch on frontend-backend linking for this frontend.',
    source: 'RUM agent 1.337; Dynatrace docs, frontend-backend linking',
  },
  'trace-context-excluded': {
    title: 'Excluded from trace context',
    cause: 'The absolute URL matches traceContextExclusions, which count before inclusions.',
    fix: 'Remove the URL from that exclusion.',
    source: 'RUM agent 1.337',
  },
  'trace-context-not-included': {
    title: 'Cross-origin, and not included for trace context',
    cause:
      'The New RUM Experience adds traceparent and tracestate to calls of other origins only where traceContextInclusions match the absolute URL.',
    fix: 'Include the URL in the cross-origin URL pattern of frontend-backend linking.',
    source: 'RUM agent 1.337; Dynatrace docs, frontend-backend linking',
  },
  'trace-context-not-http': {
    title: 'Trace context is for http and https',
    cause: 'Page or URL is neither http nor https, and the URL is not included by the pattern.',
    fix: 'Include the URL in the cross-origin URL pattern of frontend-backend linking.',
    source: 'RUM agent 1.337',
  },
  'trace-context-no-values': {
    title: 'The agent lacks the values for tracestate',
    cause: 'Without key prefix, application, visitor or session the New RUM Experience adds neither header.',
    fix: 'Deploy the agent’s current configuration, with its tracestate key prefix.',
    source: 'RUM agent 1.337',
  },
} as const satisfies Record<string, ReasonText>;
