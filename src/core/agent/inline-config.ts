/**
 * The configuration text in inline agent code, `window.dT_={cfg:"k=v|…"}`; `null`: there is none. Reads the string literal
 * only, nothing is evaluated.
 */
export function inlineConfigText(code: string): string | null {
  const start = code.indexOf('dT_');
  if (start === -1) return null;
  const literal = /\bcfg["']?\s*:\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')/s.exec(code.slice(start));
  const body = literal?.[1] ?? literal?.[2];
  return body === undefined ? null : unescapeLiteral(body);
}

const simpleEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
};

/** ECMAScript, string literals: the escapes of a quoted string. */
function unescapeLiteral(body: string): string {
  return body.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,5})\}|(\r\n|[^]))/g,
    (_whole, byte?: string, unit?: string, point?: string, single?: string) => {
      const hex = byte ?? unit ?? point;
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (single === undefined || single === '\n' || single === '\r\n') return '';
      return simpleEscapes[single] ?? single;
    },
  );
}
