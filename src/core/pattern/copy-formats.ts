import { encodeEscapes, survivesEscapes } from '../agent/escapes';
import { regexError } from '../agent/agent-regex';
import type { PatternTarget } from './pattern-target';

/** A form in which a pattern leaves the workbench. */
export interface CopyFormat {
  readonly id:
    'plain' | 'config-api' | 'data-dtconfig' | 'trace-context-inclusions' | 'trace-context-exclusions';
  readonly label: string;
  /** What is copied; `null`: the pattern has no such form, `problem` says why. */
  readonly text: string | null;
  readonly problem: string | null;
}

/** Where the plain value of `correlationHeaderInclusionRegex` is entered in the product. */
export const settingsPath = [
  'Web',
  'application',
  'More',
  'Edit',
  'Capturing',
  'Advanced setup',
  'Enable Real User Monitoring for cross-origin XHR calls',
] as const;

/** The forms of a pattern for its target, the plain one first. */
export function copyFormats(pattern: string, target: PatternTarget): readonly CopyFormat[] {
  const plain = copyable('plain', 'Pattern', pattern);
  if (target.header === 'traceparent') {
    return [
      plain,
      copyable(
        'trace-context-inclusions',
        'New RUM, include',
        JSON.stringify({ traceContextInclusions: pattern }),
      ),
      copyable(
        'trace-context-exclusions',
        'New RUM, exclude',
        JSON.stringify({ traceContextExclusions: pattern }),
      ),
    ];
  }
  const json = JSON.stringify({ correlationHeaderInclusionRegex: pattern });
  return [plain, copyable('config-api', 'Configuration API', json), configItem(pattern)];
}

function copyable(id: CopyFormat['id'], label: string, text: string): CopyFormat {
  return { id, label, text, problem: null };
}

/** `chw=…` of `data-dtconfig`, if the agent decodes it to the same pattern (1.219 to 1.337). */
function configItem(pattern: string): CopyFormat {
  const form = { id: 'data-dtconfig', label: 'data-dtconfig' } as const;
  const error = regexError(pattern);
  if (error !== null) return { ...form, text: null, problem: error };
  if (!survivesEscapes(pattern)) {
    const problem =
      'The agent would decode it to another pattern: a ^ stands before letters that make it an escape.';
    return { ...form, text: null, problem };
  }
  return { ...form, text: `chw=${encodeEscapes(pattern)}`, problem: null };
}
