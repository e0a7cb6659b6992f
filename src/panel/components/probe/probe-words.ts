import { patternLabel } from '../../../protocol/access-pattern';
import type { ProbeResult } from '../../../core/probe/types';
import { durationText } from '../text/clock-time';

/** What came of a probe, in one sentence. */
export function probeWords(result: ProbeResult): string {
  switch (result.kind) {
    case 'answered':
      return `Answered with status ${result.response.status} after ${durationText(result.sent.duration)}.`;
    case 'redirected':
      return 'Answered by a redirect. A preflight that is redirected always fails; the browser does not tell where to.';
    case 'no-answer':
      return `No answer: ${result.why}`;
    case 'timeout':
      return `No answer within ${durationText(result.after)}.`;
    case 'cancelled':
      return 'Cancelled.';
    case 'no-access':
      return `Nothing was sent: no access to ${patternLabel(result.pattern)}.`;
    case 'failed':
      return `Nothing was sent: ${result.why}`;
  }
}
