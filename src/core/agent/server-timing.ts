/** RFC 9110, token */
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/**
 * Whether a Server-Timing header has a metric whose name passes the test (Server Timing, section 3: metrics separated by commas,
 * each a name and, after semicolons, its parameters). Every answer of a tier with a OneAgent has such a header with values of its own,
 * so that no parts of it are cut out but the names.
 */
export function hasMetric(value: string, isWanted: (name: string) => boolean): boolean {
  for (let start = 0; start < value.length;) {
    const nameEnd = endOf(value, start, ',;');
    const name = value.slice(start, nameEnd).trim();
    if (token.test(name) && isWanted(name)) return true;
    start = endOf(value, nameEnd, ',') + 1;
  }
  return false;
}

/** Where the first of the separators stands from `start` on that is in no quoted-string (RFC 9110); the text's end if none does. */
function endOf(text: string, start: number, separators: string): number {
  let inQuotes = false;
  for (let index = start; index < text.length; index++) {
    const character = text.charAt(index);
    if (inQuotes && character === '\\') index++;
    else if (character === '"') inQuotes = !inQuotes;
    else if (!inQuotes && separators.includes(character)) return index;
  }
  return text.length;
}
