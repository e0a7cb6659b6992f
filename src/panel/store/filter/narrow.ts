import type { Outcome, Route } from '../../../core';
import { isRoute } from './keys';
import { tokenize } from './tokens';

/** Whether the filter's text holds the word for this outcome of this route, as `header:breaks`. */
export function isNarrowedTo(text: string, route: Route, outcome: Outcome): boolean {
  return tokenize(text).some(({ raw }) => raw.toLowerCase() === `${route}:${outcome}`);
}

/** The filter's text narrowed to one outcome of one route, in place of any other such word; without it where it was there. */
export function toggleNarrowing(text: string, route: Route, outcome: Outcome): string {
  const others = tokenize(text).filter(
    ({ body, negated }) => negated || body.kind !== 'pair' || !isRoute(body.key),
  );
  const words = others.map(({ raw }) => raw);
  if (!isNarrowedTo(text, route, outcome)) words.push(`${route}:${outcome}`);
  return words.join(' ');
}
