/**
 * Redaction: everything that leaves the panel (report, HAR, curl line, picture) passes here, unless the reader asks for
 * the raw form.
 */
export { redactAgent, redactCompared, redactReport, redactVerdicts } from './redaction/redact-report';
export { redactHeader, redactHeaders } from './redaction/redact-headers';
export { redactText } from './redaction/redact-text';
export { redactUrl } from './redaction/redact-url';
