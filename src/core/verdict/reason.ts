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
  const sentence = text ?? catalogue[code].title;
  return evidence === undefined ? { code, text: sentence } : { code, text: sentence, evidence };
}
