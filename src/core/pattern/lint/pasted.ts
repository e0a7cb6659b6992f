import { decodeEscapes } from '../../agent/escapes';
import { finding } from '../findings';
import type { Finding } from '../findings';

/** Things around or in front of a pattern that belong to where it was copied from; they may make it invalid. */
export function pastedFindings(pattern: string): readonly Finding[] {
  return [...delimiters(pattern), ...inlineFlags(pattern), ...encodedValue(pattern)];
}

function delimiters(pattern: string): readonly Finding[] {
  const inner = unwrapped(pattern.trim()) ?? withoutBlanks(pattern);
  if (inner === pattern || inner === '') return [];
  const fix = { label: 'Remove them', replacement: inner };
  const start = pattern.indexOf(inner);
  const front = { start: 0, end: start };
  const back = { start: start + inner.length, end: pattern.length };
  return [front, back]
    .filter((place) => place.end > place.start)
    .map((place) => finding('useless-delimiters', place, { fix }));
}

/** What stands between quotes, or between the slashes of a regex literal; `null`: neither. */
function unwrapped(text: string): string | null {
  const quote = text.charAt(0);
  if (/["'`]/.test(quote) && text.length > 2 && text.endsWith(quote)) return text.slice(1, -1);
  const close = text.lastIndexOf('/');
  if (!text.startsWith('/') || close < 2) return null;
  const inner = text.slice(1, close);
  return isLiteral(inner, text.slice(close + 1)) ? inner : null;
}

/** Tells `/^api\/v1/i` from the path `/api/v1/`: a literal escapes its slashes, and has an anchor, an escape or a flag. */
function isLiteral(inner: string, flags: string): boolean {
  if (/(?:^|[^\\])\//.test(inner) || !/^[dgimsuvy]*$/.test(flags)) return false;
  return /^\^|\\\/|\$$/.test(inner) || /[gi]/.test(flags);
}

/** A blank after a backslash is escaped, so it is meant. */
function withoutBlanks(pattern: string): string {
  const inner = pattern.trim();
  return inner.endsWith('\\') && pattern.trimStart() !== inner ? pattern.trimStart() : inner;
}

function inlineFlags(pattern: string): readonly Finding[] {
  const flags = /^\s*\(\?[a-z]+\)/i.exec(pattern)?.[0];
  if (flags === undefined) return [];
  const fix = { label: 'Remove the flags', replacement: pattern.slice(flags.length) };
  return [finding('inline-flags', { start: 0, end: flags.length }, { fix })];
}

/** `^bs` and `^^` are escapes of the configuration that hardly anyone means in a pattern. */
function encodedValue(pattern: string): readonly Finding[] {
  const escape = /\^bs[^a-z\s]|\^bs[dwsb.]|\^\^/.exec(pattern);
  if (escape === null) return [];
  const fix = { label: 'Decode it', replacement: decodeEscapes(pattern) };
  return [
    finding('encoded-value-pasted', { start: escape.index, end: escape.index + escape[0].length }, { fix }),
  ];
}
