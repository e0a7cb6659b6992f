import type { FormRules, MatchProgress, UrlForms } from '../../core';

/** A regex as it is tried on URLs. */
export interface RegexTask {
  readonly pattern: string;
  readonly flags: 'i' | '';
  /** Both sets where the agent's version does not tell which holds. */
  readonly rules: readonly [FormRules, ...FormRules[]];
}

export type MatchRequest =
  /** More URLs; they are numbered on from those that are there. */
  | { readonly type: 'add'; readonly urls: readonly UrlForms[] }
  /** Only the URLs with these numbers, which rise, stay, and are numbered anew; what is being tested is given up. */
  | { readonly type: 'keep'; readonly numbers: Uint32Array }
  /** Tests the URLs from that number on; takes the place of what is being tested. */
  | { readonly type: 'match'; readonly id: number; readonly task: RegexTask; readonly from: number };

/** One slice of a test. */
export interface MatchReply {
  /** Of the request. */
  readonly id: number;
  readonly from: number;
  /** One of `matchStates` for each URL tested since the last reply, starting at `from`. Empty in the first: the test begins. */
  readonly states: Uint8Array<ArrayBuffer>;
  readonly done: boolean;
  readonly slowest: MatchProgress['slowest'];
}
