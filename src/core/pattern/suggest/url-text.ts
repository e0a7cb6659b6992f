import type { UrlForms } from '../../agent/url-candidates';
import type { PatternTarget } from '../pattern-target';
import type { SuggestUrl } from './suggestion';

/** A text that the agent tests, cut at `/` up to its query: `https:`, ``, `api.shop.test`, `orders`. */
export interface UrlText {
  /** Whose text it is. */
  readonly url: string;
  readonly segments: readonly string[];
  /** Query and fragment. */
  readonly rest: string;
  /** Segments that a pattern has to spell out: scheme and host, or the first named segment of a path. */
  readonly required: number;
}

function formsOf(url: SuggestUrl): UrlForms {
  return typeof url === 'string' ? { raw: [url], absolute: url } : url;
}

/** Texts that all have to be matched for the agent to match this URL for sure. */
export function textsToMatch(url: SuggestUrl, target: PatternTarget): readonly UrlText[] {
  const { raw, absolute } = formsOf(url);
  const resolved = absolute === null ? [] : [absolute];
  if (target.header === 'traceparent') return cut(absolute ?? raw[0], resolved);
  if (!target.rules.includes('old')) return cut(absolute ?? raw[0], absolute === null ? [raw[0]] : resolved);
  // What a script may have passed instead of an absolute URL: without its scheme. A mere path is left to a warning.
  return cut(absolute ?? raw[0], raw.slice(0, 2));
}

/** Texts of which none may be matched. */
export function textsToMiss(url: SuggestUrl, target: PatternTarget): readonly UrlText[] {
  const { raw, absolute } = formsOf(url);
  const resolved = absolute === null ? [] : [absolute];
  if (target.header === 'traceparent') return cut(absolute ?? raw[0], resolved);
  return cut(absolute ?? raw[0], [...new Set(target.rules.includes('new') ? [...raw, ...resolved] : raw)]);
}

/** Whether an agent of this target may be given a mere path that the suggestion does not match. */
export function mayBePath(url: SuggestUrl, target: PatternTarget): boolean {
  return target.header === 'x-dtc' && target.rules.includes('old') && formsOf(url).raw.length > 2;
}

function cut(url: string, texts: readonly string[]): readonly UrlText[] {
  return texts.map((text) => {
    const end = text.search(/[?#]/);
    const path = end === -1 ? text : text.slice(0, end);
    const segments = cutPath(path);
    return { url, segments, rest: text.slice(path.length), required: requiredSegments(segments) };
  });
}

/** More slashes than any real path has are left together, so that no URL makes the search deep. */
const mostSegments = 64;

function cutPath(path: string): readonly string[] {
  const segments = path.split('/');
  if (segments.length <= mostSegments) return segments;
  return [...segments.slice(0, mostSegments - 1), segments.slice(mostSegments - 1).join('/')];
}

function requiredSegments(segments: readonly string[]): number {
  const [first = '', second] = segments;
  if (second === '' && segments.length > 2 && (first === '' || first.endsWith(':'))) return 3;
  const named = segments.findIndex((segment) => segment !== '');
  return named === -1 ? segments.length : named + 1;
}
