/** One metric of a Server-Timing header. */
export interface ServerTimingMetric {
  readonly name: string;
  readonly description: string | null;
}

/** RFC 9110, token */
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** RFC 9110, quoted-string; what follows it is passed over. */
const quoted = /^"((?:[^"\\]|\\.)*)"/s;

/** Server Timing, section 3: metrics separated by commas, parameters by semicolons; of repeated parameters the first counts. */
export function parseServerTiming(value: string): ServerTimingMetric[] {
  const metrics: ServerTimingMetric[] = [];
  for (const part of splitOutsideQuotes(value, ',')) {
    const [name = '', ...parameters] = splitOutsideQuotes(part, ';').map((text) => text.trim());
    if (token.test(name)) metrics.push({ name, description: descriptionIn(parameters) });
  }
  return metrics;
}

function descriptionIn(parameters: readonly string[]): string | null {
  for (const parameter of parameters) {
    const equals = parameter.indexOf('=');
    if (equals === -1 || parameter.slice(0, equals).trim().toLowerCase() !== 'desc') continue;
    const value = parameter.slice(equals + 1).trim();
    const inner = quoted.exec(value)?.[1];
    return inner === undefined ? value : inner.replace(/\\(.)/gs, '$1');
  }
  return null;
}

function splitOutsideQuotes(text: string, separator: ',' | ';'): string[] {
  const parts: string[] = [];
  let start = 0;
  let inQuotes = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (inQuotes && character === '\\') index++;
    else if (character === '"') inQuotes = !inQuotes;
    else if (!inQuotes && character === separator) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)];
}
