import { foldCase } from './fold-case';
import { literal, oneOf, piece, sequence } from './fragment';
import type { Fragment } from './fragment';
import type { UrlText } from './url-text';

/**
 * The end of a path whose URLs differ only after it. Texts of `include` and `exclude` that are alike have been taken out.
 */
export function separateByQuery(include: readonly UrlText[], exclude: readonly UrlText[]): Fragment {
  const hasQuery = ({ rest }: UrlText): boolean => rest.startsWith('?');
  if (!include.some(hasQuery) && exclude.every(hasQuery))
    return piece('(?:#|$)', 'The path ends here, without a query.');
  if (include.every(hasQuery) && !exclude.some(hasQuery)) return piece('\\?', 'Any query.');
  return separateByParameter(include, exclude) ?? separateByText(include);
}

/** A name that all included texts have, with a value that no excluded one has; the fewer values the better. */
function separateByParameter(include: readonly UrlText[], exclude: readonly UrlText[]): Fragment | null {
  const included = include.map(parameters);
  const excluded = exclude.map(parameters);
  let best: { readonly name: string; readonly values: readonly string[] } | null = null;
  for (const [key, { name }] of included[0] ?? []) {
    if (!included.every((each) => each.has(key))) continue;
    const unwanted = new Set(excluded.flatMap((each) => each.get(key)?.values ?? []).map(foldCase));
    const values = distinct(included.map((each) => each.get(key)?.values[0] ?? ''));
    if (values.some((value) => unwanted.has(foldCase(value)))) continue;
    if (best === null || values.length < best.values.length) best = { name, values };
  }
  if (best === null) return null;
  const { name, values } = best;
  return sequence(
    piece('\\?(?:[^#]*&)?', 'Somewhere in the query'),
    literal(`${name}=`, `the parameter ${name}`),
    oneOf(values.map((value) => literal(value, `with the value ${value === '' ? '(empty)' : value}`))),
    piece('(?:[&#]|$)', 'and nothing more.'),
  );
}

interface Parameter {
  readonly name: string;
  readonly values: string[];
}

/** Parameters of a query as they stand, by name in one case; those without name or `=` do not count. */
function parameters({ rest }: UrlText): ReadonlyMap<string, Parameter> {
  const query = /^\?([^#]*)/.exec(rest)?.[1] ?? '';
  const found = new Map<string, Parameter>();
  for (const item of query.split('&')) {
    const equals = item.indexOf('=');
    if (equals < 1) continue;
    const name = item.slice(0, equals);
    const known = found.get(foldCase(name)) ?? { name, values: [] };
    known.values.push(item.slice(equals + 1));
    found.set(foldCase(name), known);
  }
  return found;
}

function separateByText(include: readonly UrlText[]): Fragment {
  const rests = distinct(include.map(({ rest }) => rest));
  const texts = rests.map((rest) => (rest === '' ? piece('', null) : literal(rest, 'This query, exactly.')));
  return sequence(oneOf(texts), piece('$', 'The URL ends here.'));
}

/** The first of those that flag `i` takes for the same. */
function distinct(texts: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const text of texts) if (!byKey.has(foldCase(text))) byKey.set(foldCase(text), text);
  return [...byKey.values()];
}
