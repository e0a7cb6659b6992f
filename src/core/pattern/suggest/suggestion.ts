import type { UrlForms } from '../../agent/url-candidates';
import type { PatternTarget } from '../pattern-target';

/** A URL, or an endpoint's URL with ids folded to `{id}`; a string is what the script passed and the absolute URL alike. */
export type SuggestUrl = string | UrlForms;

export interface SuggestRequest {
  /** To be matched. */
  readonly include: readonly SuggestUrl[];
  /** Must not be matched. */
  readonly exclude: readonly SuggestUrl[];
  readonly target: PatternTarget;
}

/** A stretch of the suggested pattern and what it is there for; offsets in the pattern, `end` exclusive. */
export interface SuggestionPart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly explanation: string;
}

export interface NotSeparated {
  /** An included URL that the pattern does not match. */
  readonly url: string;
  readonly why: string;
}

/** What to know of a suggestion, with its text. */
export const suggestionWarnings = {
  'nothing-to-match': 'There is no URL to match.',
  'raw-url-unknown':
    'This agent tests the URL as the script passed it. Calls to the page’s own origin that passed a path only are not matched.',
  'separated-by-query': 'Only the query tells some of these URLs apart, so the pattern depends on it.',
  'separated-by-id':
    'Only ids tell some of these URLs apart, so the pattern names these ids and matches no others of the endpoint.',
} as const;

export type SuggestionWarning = keyof typeof suggestionWarnings;

export interface Suggestion {
  /** Empty: there is nothing that it could match. */
  readonly pattern: string;
  readonly parts: readonly SuggestionPart[];
  readonly notSeparated: readonly NotSeparated[];
  readonly warnings: readonly SuggestionWarning[];
}
