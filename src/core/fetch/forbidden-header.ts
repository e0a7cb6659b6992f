import { remember } from '../site/remember';
import { isForbiddenMethod } from './method';

const forbiddenNames: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);

const methodOverrideNames: ReadonlySet<string> = new Set([
  'x-http-method',
  'x-http-method-override',
  'x-method-override',
]);

/**
 * Whether the browser drops this header when a script sets it; on the wire it is the browser's own
 * (Fetch, forbidden request-header). The value matters for the method overrides only.
 */
export function isForbiddenRequestHeader(name: string, value = ''): boolean {
  const isForbidden = forbiddenByName(name);
  return isForbidden === 'by-value' ? splitOutsideQuotes(value).some(isForbiddenMethod) : isForbidden;
}

/** Every header of every call is asked about, and there are few names. */
const forbiddenByName = remember(1_000, (name): boolean | 'by-value' => {
  const lower = name.toLowerCase();
  if (methodOverrideNames.has(lower)) return 'by-value';
  return forbiddenNames.has(lower) || lower.startsWith('proxy-') || lower.startsWith('sec-');
});

/** Members of a comma-separated value; a comma inside a quoted string does not separate (Fetch, get, decode, and split). */
function splitOutsideQuotes(value: string): string[] {
  const members: string[] = [];
  let member = '';
  let quoted = false;
  for (let i = 0; i < value.length; i += 1) {
    const char = value.charAt(i);
    if (quoted && char === '\\') {
      member += value.slice(i, i + 2);
      i += 1;
    } else if (char === ',' && !quoted) {
      members.push(member);
      member = '';
    } else {
      if (char === '"') quoted = !quoted;
      member += char;
    }
  }
  return [...members, member].map((text) => text.replace(/^[ \t]+|[ \t]+$/g, ''));
}
