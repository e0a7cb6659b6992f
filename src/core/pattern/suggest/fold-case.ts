/**
 * A key that two texts share exactly if flag `i` takes them for the same (ECMAScript, Canonicalize without flag `u`: code unit
 * by code unit, to upper case, unless that has several units or turns a letter into ASCII).
 */
export function foldCase(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text.toUpperCase();
  let folded = '';
  for (let index = 0; index < text.length; index++) folded += canonical(text.charAt(index));
  return folded;
}

function canonical(unit: string): string {
  const upper = unit.toUpperCase();
  if (upper.length !== 1) return unit;
  return unit.charCodeAt(0) >= 128 && upper.charCodeAt(0) < 128 ? unit : upper;
}
