import { encodeEscapes, survivesEscapes } from '../agent/escapes';
import { regexError } from '../agent/agent-regex';
import type { PatternPurpose } from './pattern-target';

/** A form in which a pattern leaves the workbench. */
export interface CopyFormat {
  readonly id: 'plain' | 'config-api' | 'data-dtconfig' | 'settings-api' | 'data-config';
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

/** The forms of a pattern for its purpose, the plain one first. */
export function copyFormats(pattern: string, purpose: PatternPurpose): readonly CopyFormat[] {
  const plain = copyable('plain', 'Pattern', pattern);
  switch (purpose) {
    case 'x-dtc': {
      const json = JSON.stringify({ correlationHeaderInclusionRegex: pattern });
      return [plain, copyable('config-api', 'Configuration API', json), configItem(pattern)];
    }
    case 'inclusions': {
      const json = JSON.stringify({ crossOriginUrlPattern: pattern });
      return [
        plain,
        copyable('settings-api', 'Settings API', json),
        dataConfig({ traceContextInclusions: pattern }),
      ];
    }
    case 'exclusions':
      return [plain, dataConfig({ traceContextExclusions: pattern })];
  }
}

/** JSON knows no escapes of the agent's own. */
function dataConfig(part: Readonly<Record<string, string>>): CopyFormat {
  return copyable('data-config', 'data-config', JSON.stringify(part));
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
