import type { Header } from './types';

const httpWhitespace: ReadonlySet<string> = new Set(['\t', '\n', '\r', ' ']);

/** Strips leading and trailing HTTP whitespace: TAB, LF, CR, SPACE (Fetch, normalize a byte sequence). */
export function normalizeValue(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && httpWhitespace.has(value.charAt(start))) start += 1;
  while (end > start && httpWhitespace.has(value.charAt(end - 1))) end -= 1;
  return start === 0 && end === value.length ? value : value.slice(start, end);
}

/** The values of all field lines of this name, without surrounding whitespace; `name` in lower case. */
export function fieldLines(headers: readonly Header[], name: string): string[] {
  const values: string[] = [];
  for (const [key, value] of headers) {
    if (key.length === name.length && key.toLowerCase() === name) values.push(normalizeValue(value));
  }
  return values;
}

/** All field lines of this name joined by a comma and a space, or `null` if there are none (Fetch, get). */
export function combinedValue(headers: readonly Header[], name: string): string | null {
  const lines = fieldLines(headers, name);
  return lines.length === 0 ? null : lines.join(', ');
}
