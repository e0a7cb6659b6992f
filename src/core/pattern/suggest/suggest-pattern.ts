import { survivesEscapes } from '../../agent/escapes';
import type { PatternTarget } from '../pattern-target';
import { foldCase } from './fold-case';
import { partsOf, piece, sequence } from './fragment';
import type { Fragment } from './fragment';
import { separatePath } from './separate-path';
import type { NotSeparated, SuggestRequest, Suggestion, SuggestionWarning } from './suggestion';
import { mayBePath, textsToMatch, textsToMiss } from './url-text';
import type { UrlText } from './url-text';

/**
 * The shortest readable pattern that matches every included URL and no excluded one as the target's agent tests them: anchored,
 * escaped, whole hosts where nothing of them is excluded, else the shortest paths that tell, ids generalised. Takes linear time
 * when it runs, and comes out of the configuration's escapes unchanged. URLs in both lists are excluded. Same request, same answer.
 */
export function suggestPattern({ include, exclude, target }: SuggestRequest): Suggestion {
  const excluded = exclude.flatMap((url) => textsToMiss(url, target));
  const unwanted = new Set(excluded.map(wholeText));
  const wanted: UrlText[] = [];
  const notSeparated: NotSeparated[] = [];
  const warnings = new Set<SuggestionWarning>();
  for (const url of include) {
    const texts = textsToMatch(url, target);
    const why = whyNot(texts, unwanted);
    if (why === null) wanted.push(...texts);
    else notSeparated.push({ url: typeof url === 'string' ? url : (url.absolute ?? url.raw[0]), why });
    if (why === null && mayBePath(url, target)) warnings.add('raw-url-unknown');
  }
  const separation = wanted.length === 0 ? null : separatePath(unique(wanted), unique(excluded), 0);
  if (separation === null) return { pattern: '', parts: [], notSeparated, warnings: ['nothing-to-match'] };
  for (const warning of separation.warnings) warnings.add(warning);
  const anchored = anchor(separation.tail, target);
  return { pattern: anchored.text, parts: partsOf(anchored), notSeparated, warnings: [...warnings] };
}

function whyNot(texts: readonly UrlText[], unwanted: ReadonlySet<string>): string | null {
  if (texts.length === 0) return 'It is no URL that the agent could test.';
  const clash = texts.some((text) => unwanted.has(wholeText(text)));
  return clash
    ? 'The same URL must not be matched: such calls differ at most by method or letter case, which no pattern sees.'
    : null;
}

function wholeText({ segments, rest }: UrlText): string {
  return foldCase(segments.join('/') + rest);
}

function unique(texts: readonly UrlText[]): readonly UrlText[] {
  return [...new Map(texts.map((text) => [wholeText(text), text])).values()];
}

/** Anchored at the start, in brackets where the configuration would take `^` and the next letters for an escape. */
function anchor(tail: Fragment, target: PatternTarget): Fragment {
  const caret = piece(
    '^',
    'From the start of the URL, so that this text within another URL’s query does not count.',
  );
  const asIs = target.header === 'traceparent' || survivesEscapes(`^${tail.text}`);
  if (asIs) return sequence(caret, tail);
  return sequence(caret, piece('(?:', null), tail, piece(')', null));
}
