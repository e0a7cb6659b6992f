import type { PatternPurpose } from '../../../core';

export const purposeTitles: Readonly<Record<PatternPurpose, string>> = {
  'x-dtc': 'x-dtc pattern',
  inclusions: 'traceparent inclusions',
  exclusions: 'traceparent exclusions',
};

export const purposeMeanings: Readonly<Record<PatternPurpose, string>> = {
  'x-dtc': 'Regex of “Enable Real User Monitoring for cross-origin XHR calls”',
  inclusions: 'New RUM Experience: cross-origin calls that get traceparent and tracestate',
  exclusions: 'New RUM Experience: calls that get neither traceparent nor tracestate',
};
