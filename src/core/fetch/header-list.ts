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

/** The same name, spelt the same, with the same value. */
export function isSameHeader(a: Header, b: Header | undefined): boolean {
  return a === b || (a[0] === b?.[0] && a[1] === b[1]);
}

/** The value of the first field line of this name as it stands, `null` if there is none; `name` in lower case. */
export function firstValue(headers: readonly Header[], name: string): string | null {
  for (const [key, value] of headers) {
    if (key.length === name.length && key.toLowerCase() === name) return value;
  }
  return null;
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
