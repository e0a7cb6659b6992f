import { fieldLines } from './header-list';
import type { Header } from './types';

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/**
 * The members of a `#token` header over all its field lines, empty members left out; an absent header is an empty list.
 * `null` if one member is no token: the list as a whole then counts as a failure
 * (Fetch, extract header list values; RFC 9110, section 5.6.1).
 */
export function tokenList(headers: readonly Header[], name: string): string[] | null {
  const members: string[] = [];
  for (const line of fieldLines(headers, name)) {
    for (const part of line.split(',')) {
      const member = trimOptionalWhitespace(part);
      if (member === '') continue;
      if (!token.test(member)) return null;
      members.push(member);
    }
  }
  return members;
}

function trimOptionalWhitespace(text: string): string {
  return text.replace(/^[ \t]+/, '').replace(/[ \t]+$/, '');
}
