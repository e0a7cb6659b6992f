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

/** One entry of a verdict: a code of the catalogue, its sentence for this exchange, and what was seen. */
export interface Reason {
  readonly code: ReasonCode;
  readonly text: string;
  readonly evidence?: Evidence | undefined;
}

/** A reason by its code; without `text` it says the catalogue's title. */
export function reason(code: ReasonCode, text?: string, evidence?: Evidence): Reason {
  if (evidence !== undefined) return { code, text: text ?? catalogue[code].title, evidence };
  return text === undefined ? bareReason(code) : { code, text };
}

const bareReasons = new Map<ReasonCode, Reason>();

/** Most reasons of a log say no more than this: one object for all that have the same code. */
function bareReason(code: ReasonCode): Reason {
  const known = bareReasons.get(code) ?? { code, text: catalogue[code].title };
  bareReasons.set(code, known);
  return known;
}
