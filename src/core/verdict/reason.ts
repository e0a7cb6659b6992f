import { catalogue } from './catalogue';
import type { ReasonCode } from './catalogue';

export type { ReasonCode } from './catalogue';

/** What a rule looked at. */
export interface Evidence {
  /** The header, cookie or setting, named so that a reader finds it: `Access-Control-Allow-Headers of the preflight`. */
  readonly subject: string;
  /** What was there; `null`: nothing. */
  readonly saw: string | null;
  /** What the rule needs; `null`: nothing in particular. */
  readonly needed: string | null;
}

/** Evidence that speaks for itself: nothing in particular is needed. */
export function seen(subject: string, saw: string | null): Evidence {
  return { subject, saw, needed: null };
}

/** One entry of a verdict: a code of the catalogue, its sentence for this exchange, and what was seen. */
export interface Reason {
  readonly code: ReasonCode;
  readonly text: string;
  readonly evidence?: Evidence | undefined;
}

/** A reason by its code; without `text` it says the catalogue's title. */
export function reason(code: ReasonCode, text?: string, evidence?: Evidence): Reason {
  return shared(code, text ?? catalogue[code].title, evidence);
}

/** How many reasons of one code are kept, and of what length their texts may be: a page may make both as large as it likes. */
const capacity = 100;
const longest = 500;
const known = new Map<ReasonCode, Map<string | null, Reason>>();

/**
 * The calls of a log have few different reasons between them: the same object as before where one says the same, so that
 * the verdicts of a large log take little room. By code and what was seen, the latest of each is kept.
 */
function shared(code: ReasonCode, text: string, evidence: Evidence | undefined): Reason {
  const fresh: Reason = evidence === undefined ? { code, text } : { code, text, evidence };
  const saw = evidence?.saw ?? null;
  if (text.length + (saw?.length ?? 0) + (evidence?.needed?.length ?? 0) > longest) return fresh;
  const ofCode = known.get(code) ?? new Map<string | null, Reason>();
  const before = ofCode.get(saw);
  if (before !== undefined && before.text === text && isEqual(before.evidence, evidence)) return before;
  if (ofCode.size >= capacity) ofCode.clear();
  known.set(code, ofCode.set(saw, fresh));
  return fresh;
}

function isEqual(a: Evidence | undefined, b: Evidence | undefined): boolean {
  return a === b || (a?.subject === b?.subject && a?.saw === b?.saw && a?.needed === b?.needed);
}
