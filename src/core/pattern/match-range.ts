import type { UrlForms } from '../agent/url-candidates';
import type { PatternTarget } from './pattern-target';

/** Where a pattern finds its first match. */
export interface MatchRange {
  /** The form of the URL that it was found in: as the script passed it, or as the browser resolves it. */
  readonly form: 'raw' | 'absolute';
  /** The matched text. */
  readonly text: string;
  /** Its place in the URL as shown, `end` exclusive; `null`: the form that matched does not stand in what is shown. */
  readonly shown: { readonly start: number; readonly end: number } | null;
}

/**
 * The first match in the texts that the target's agent tests, in its order. `shown`: the URL as the reader sees it. Runs the
 * pattern: only for URLs that a match job has ended on.
 */
export function matchRange(
  compiled: RegExp,
  shown: string,
  forms: UrlForms,
  target: PatternTarget,
): MatchRange | null {
  for (const [form, text] of testedForms(forms, target)) {
    const match = compiled.exec(text);
    if (match === null) continue;
    // A relative URL is shown as the end of the absolute one.
    const offset = shown.length - text.length;
    const start = match.index + offset;
    const place = shown.endsWith(text) ? { start, end: start + match[0].length } : null;
    return { form, text: match[0], shown: place };
  }
  return null;
}

function testedForms(
  { raw, absolute }: UrlForms,
  target: PatternTarget,
): readonly (readonly ['raw' | 'absolute', string])[] {
  const resolved = absolute === null ? [] : [['absolute', absolute] as const];
  if (target.header === 'traceparent') return resolved;
  const passed = [['raw', raw[0]] as const];
  return target.rules.includes('new') ? [...passed, ...resolved] : passed;
}
