import { foldCase } from './fold-case';
import { literal, nothing, oneOf, piece, sequence } from './fragment';
import type { Fragment } from './fragment';
import { hostsFragment } from './host-labels';
import { schemesFragment } from './schemes';
import { idClass, isIdSegment } from './segment-class';
import { separateByQuery } from './separate-query';
import type { SuggestionWarning } from './suggestion';
import type { UrlText } from './url-text';

/** What follows a common beginning of included texts, so that no excluded text with that beginning matches. */
export interface Separation {
  readonly tail: Fragment;
  readonly warnings: readonly SuggestionWarning[];
}

/**
 * Separates texts that are alike up to segment `depth`, as early in the path as they can be. `null`: an included and an
 * excluded one are alike to their ends, as ids before `depth` were generalised.
 */
export function separatePath(
  include: readonly UrlText[],
  exclude: readonly UrlText[],
  depth: number,
): Separation | null {
  if (exclude.length === 0 && include.every(({ required }) => required <= depth)) {
    return { tail: boundary(include, depth), warnings: [] };
  }
  const goesOn = ({ segments }: UrlText): boolean => segments.length > depth;
  const ends = (text: UrlText): boolean => !goesOn(text);
  const here = separateEnds(include.filter(ends), exclude.filter(ends));
  const below = separateBelow(include.filter(goesOn), exclude.filter(goesOn), depth);
  if (here === null || below === null) return null;
  const tails = [here, below].filter(({ tail }) => tail.text !== '');
  return { tail: oneOf(tails.map(({ tail }) => tail)), warnings: [...here.warnings, ...below.warnings] };
}

function boundary(include: readonly UrlText[], depth: number): Fragment {
  return include.every(({ segments }) => segments.length > depth)
    ? piece('/', 'Everything below.')
    : piece('(?:[/?#]|$)', 'The name ends here; whatever follows.');
}

const nothingToSay: Separation = { tail: nothing, warnings: [] };

/** Texts whose path ends here. */
function separateEnds(include: readonly UrlText[], exclude: readonly UrlText[]): Separation | null {
  if (include.length === 0) return nothingToSay;
  if (exclude.length === 0) return { tail: piece('(?:[?#]|$)', 'The path ends here.'), warnings: [] };
  const excluded = new Set(exclude.map(({ rest }) => foldCase(rest)));
  if (include.some(({ rest }) => excluded.has(foldCase(rest)))) return null;
  return { tail: separateByQuery(include, exclude), warnings: ['separated-by-query'] };
}

/** Sibling segments and what follows them. */
interface Branch {
  readonly segments: readonly UrlText[];
  readonly text: Fragment | null;
  readonly separation: Separation;
}

function separateBelow(
  include: readonly UrlText[],
  exclude: readonly UrlText[],
  depth: number,
): Separation | null {
  if (include.length === 0) return nothingToSay;
  const isId = (text: UrlText): boolean => depth >= text.required && isIdSegment(segmentAt(text, depth));
  const ids = include.filter(isId);
  const generalised = ids.length === 0 ? null : idBranch(ids, exclude, depth, isId);
  const named = generalised === null ? include : include.filter((text) => !isId(text));
  const branches = namedBranches(named, exclude, depth);
  if (branches === null) return null;
  const all = generalised === null ? branches : [...branches, generalised];
  const tail = sequence(
    depth === 0 ? piece('', null) : piece('/', null),
    oneOf(withEqualTails(all).map((group) => branchFragment(group, depth))),
  );
  const spelledIds = ids.length > 0 && generalised === null;
  const warnings = all.flatMap(({ separation }) => separation.warnings);
  return { tail, warnings: spelledIds ? [...warnings, 'separated-by-id'] : warnings };
}

/** All ids at once, by a class that holds no excluded name; `null`: that does not separate them. */
function idBranch(
  ids: readonly UrlText[],
  exclude: readonly UrlText[],
  depth: number,
  isId: (text: UrlText) => boolean,
): Branch | null {
  const segments = (texts: readonly UrlText[]): ReadonlySet<string> =>
    new Set(texts.map((text) => segmentAt(text, depth)));
  const found = idClass(segments(ids), segments(exclude.filter((text) => !isId(text))));
  if (found === null) return null;
  const held = exclude.filter((text) => found.holds(segmentAt(text, depth)));
  const separation = separatePath(ids, held, depth + 1);
  if (separation === null) return null;
  return {
    segments: ids,
    text: piece(found.pattern, `Any path segment that is ${found.explanation}.`),
    separation,
  };
}

function namedBranches(
  include: readonly UrlText[],
  exclude: readonly UrlText[],
  depth: number,
): readonly Branch[] | null {
  const excluded = bySegment(exclude, depth);
  const branches: Branch[] = [];
  for (const [name, segments] of bySegment(include, depth)) {
    const separation = separatePath(segments, excluded.get(name) ?? [], depth + 1);
    if (separation === null) return null;
    branches.push({ segments, text: null, separation });
  }
  return branches;
}

/** Grouped by what flag `i` takes for the same segment. */
function bySegment(texts: readonly UrlText[], depth: number): ReadonlyMap<string, readonly UrlText[]> {
  const groups = new Map<string, UrlText[]>();
  for (const text of texts) {
    const name = foldCase(segmentAt(text, depth));
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [text]);
    else group.push(text);
  }
  return groups;
}

/** Branches after which the same follows, to be said once. */
function withEqualTails(branches: readonly Branch[]): readonly (readonly [Branch, ...Branch[]])[] {
  const groups = new Map<string, [Branch, ...Branch[]]>();
  for (const branch of branches) {
    const { text } = branch.separation.tail;
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [branch]);
    else group.push(branch);
  }
  return [...groups.values()];
}

function branchFragment(group: readonly [Branch, ...Branch[]], depth: number): Fragment {
  const names = group.flatMap(({ segments: [first], text }) =>
    text === null && first !== undefined ? [segmentAt(first, depth)] : [],
  );
  const classes = group.flatMap(({ text }) => text ?? []);
  const isHost = group[0].segments[0]?.required === depth + 1 && depth === 2;
  const segment = depth === 0 ? schemesFragment(names) : isHost ? hostsFragment(names) : null;
  const alternatives = segment ? [segment] : names.map((name) => literal(name, explain(name)));
  return sequence(oneOf([...alternatives, ...classes]), group[0].separation.tail);
}

function explain(name: string): string | null {
  return name === '' ? null : `The path segment ${name}.`;
}

function segmentAt({ segments }: UrlText, depth: number): string {
  return segments[depth] ?? '';
}
