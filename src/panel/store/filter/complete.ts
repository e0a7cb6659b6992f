import { filterKeys, fixedValues, isFilterKey, type FilterKey } from './keys';
import type { FilterSubject } from './subject';
import { tokenize } from './tokens';

const mostCompletions = 20;

/**
 * What the word under the caret could become, each a whole word with its negation; values come from the rows. Nothing where
 * the word is complete already, or where there is none.
 */
export function completions(
  text: string,
  caret: number,
  subjects: Iterable<FilterSubject>,
): readonly string[] {
  const token = tokenize(text).find(({ start, end }) => start < caret && caret <= end);
  if (token === undefined || token.body.kind === 'regex') return [];
  const sign = token.negated ? '-' : '';
  const word = token.raw.slice(sign.length);
  return candidates(word, subjects)
    .filter((candidate) => candidate.startsWith(word.toLowerCase()) && candidate !== word)
    .slice(0, mostCompletions)
    .map((candidate) => sign + candidate);
}

function candidates(word: string, subjects: Iterable<FilterSubject>): readonly string[] {
  const colon = word.indexOf(':');
  if (colon < 0) return filterKeys.map((key) => `${key}:`);
  const key = word.slice(0, colon).toLowerCase();
  if (!isFilterKey(key)) return [];
  return (fixedValues[key] ?? valuesByFrequency(key, subjects)).map((value) => `${key}:${value}`);
}

function valuesByFrequency(key: FilterKey, subjects: Iterable<FilterSubject>): readonly string[] {
  const counts = new Map<string, number>();
  for (const subject of subjects) {
    for (const value of valuesOf(key, subject)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([value]) => value);
}

function valuesOf(key: FilterKey, { host, exchange, status, verdicts }: FilterSubject): Iterable<string> {
  switch (key) {
    case 'host':
      return host === '' ? [] : [host];
    case 'method':
      return [exchange.method.toLowerCase()];
    case 'status-code':
      return [String(status ?? 0)];
    case 'reason':
      return new Set(Object.values(verdicts).flatMap(({ reasons }) => reasons.map(({ code }) => code)));
    default:
      return [];
  }
}
