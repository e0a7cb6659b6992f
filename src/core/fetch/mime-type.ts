import { normalizeValue } from './header-list';

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/**
 * Lower-cased `type/subtype` of a Content-Type value, or `null` if it does not parse. Parameters, even odd ones, do not
 * matter; a second value after a comma spoils the subtype (MIME Sniffing, parse a MIME type).
 */
export function mimeEssence(value: string): string | null {
  const text = normalizeValue(value);
  const slash = text.indexOf('/');
  if (slash === -1) return null;
  const semicolon = text.indexOf(';', slash);
  const type = text.slice(0, slash);
  const subtype = normalizeValue(text.slice(slash + 1, semicolon === -1 ? undefined : semicolon));
  return token.test(type) && token.test(subtype) ? `${type}/${subtype}`.toLowerCase() : null;
}

/**
 * What Gecko reads from a request's Content-Type instead: no comma anywhere, and no semicolon right at the end of a
 * parameter; text between type and first parameter is skipped (Gecko, `net_ParseRequestContentType`).
 */
export function geckoRequestContentType(value: string): string | null {
  const text = normalizeValue(value);
  if (text.includes(',')) return null;
  const type = /^[^ \t;]*/.exec(text)?.[0] ?? '';
  if (!type.includes('/')) return null;
  const parametersAt = text.indexOf(';', type.length);
  if (parametersAt === -1) return text === type ? type.toLowerCase() : null;
  const parameters = text.slice(parametersAt + 1);
  return parameters.endsWith(';') ? null : type.toLowerCase();
}
