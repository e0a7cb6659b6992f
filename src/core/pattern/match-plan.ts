import type { UrlForms } from '../agent/url-candidates';
import { targetMatch } from './pattern-target';
import type { PatternTarget } from './pattern-target';
import { tokenizePattern } from './pattern-token';

/** What a test of a URL comes to. `undecided`: depends on an agent version or a raw URL that is not known. */
export const matchStates = { no: 0, yes: 1, undecided: 2, untested: 3 } as const;

const { no, yes, undecided } = matchStates;

/**
 * What one text tells about a URL: all there is; the first of several that a script may have passed, of which no other begins with a
 * scheme, or one does; one of two forms; nothing.
 */
const kinds = { only: 0, cutRaw: 1, nestedRaw: 2, relative: 3, never: 4 } as const;

type Kind = (typeof kinds)[keyof typeof kinds];

/** One text and its kind per URL, side by side, as the loop over them is the cost of a keystroke. */
export interface MatchPlan {
  readonly texts: readonly string[];
  readonly kinds: Uint8Array;
}

/** Prepares URLs to be tested by the target's rules. */
export function planMatches(urls: readonly UrlForms[], target: PatternTarget): MatchPlan {
  const w3c = target.header === 'traceparent';
  return {
    texts: urls.map(({ raw, absolute }) => (w3c ? (absolute ?? '') : raw[0])),
    kinds: Uint8Array.from(urls, (forms) => (w3c ? resolvedKind(forms) : passedKind(forms))),
  };
}

function resolvedKind({ absolute }: UrlForms): Kind {
  return absolute === null ? kinds.never : kinds.only;
}

function passedKind({ raw, absolute }: UrlForms): Kind {
  if (raw.length > 1) return raw.slice(1).some(beginsWithScheme) ? kinds.nestedRaw : kinds.cutRaw;
  return absolute === null || absolute === raw[0] ? kinds.only : kinds.relative;
}

/** Stands for "the other forms have to be asked, too". */
export const unsettled = 255;

/**
 * What a miss (at `2 * kind`) and a hit (at `2 * kind + 1`) of a URL's text come to. What else a script may have passed are ends
 * of the absolute URL, so a miss mostly settles them.
 */
export function settledStates(source: string, target: PatternTarget): Uint8Array {
  const oldMayHold = target.header === 'x-dtc' && target.rules.includes('old');
  const newMayHold = target.header === 'x-dtc' && target.rules.includes('new');
  const looks = looksLeft(source);
  const states = new Uint8Array(2 * (kinds.never + 1));
  const settle = (kind: Kind, miss: number, hit: number): void => states.set([miss, hit], 2 * kind);
  settle(kinds.only, no, yes);
  settle(kinds.cutRaw, looks && !needsScheme(source) ? unsettled : no, oldMayHold ? unsettled : yes);
  settle(kinds.nestedRaw, looks ? unsettled : no, oldMayHold ? unsettled : yes);
  settle(kinds.relative, newMayHold ? unsettled : no, yes);
  settle(kinds.never, no, no);
  return states;
}

/** The state by all forms of a URL. */
export function matchState(test: (text: string) => boolean, forms: UrlForms, target: PatternTarget): number {
  const { matched } = targetMatch(test, forms, target);
  if (matched === 'unknown') return undecided;
  return matched ? yes : no;
}

/** Anchors, word boundaries and lookbehinds make a match depend on where the text begins. */
function looksLeft(source: string): boolean {
  return /\^|\\b|\(\?</i.test(source.replaceAll('[^', '['));
}

/** A page’s own path may be the URL of another page: `/https://…`. */
function beginsWithScheme(text: string): boolean {
  return /^https?:/i.test(text);
}

/** Begins with a scheme, which the end of a URL has only if a URL is nested in it. */
function needsScheme(source: string): boolean {
  return /^\^https?\??:/i.test(source) && !hasTopLevelAlternation(source);
}

function hasTopLevelAlternation(source: string): boolean {
  let depth = 0;
  return tokenizePattern(source).some(({ kind, start }) => {
    if (kind === 'group') depth += source[start] === '(' ? 1 : -1;
    return kind === 'alternation' && depth === 0;
  });
}
