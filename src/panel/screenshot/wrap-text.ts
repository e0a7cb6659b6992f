/** Width of a text in the font in force, px. */
export type MeasureText = (text: string) => number;

/**
 * A text in lines no wider than `width` px. It breaks after spaces and the separators of URLs, within a word only where there
 * is no such place. What does not fit `mostLines` is left out of the middle, with an ellipsis: start and end tell URLs apart.
 */
export function wrapText(text: string, width: number, measure: MeasureText, mostLines: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[^\s/?&,;]*[\s/?&,;]*/g) ?? []) {
    for (const part of fitting(piece, width, measure)) {
      if (line !== '' && measure(line + part.trimEnd()) > width) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += part;
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  if (lines.length <= mostLines) return lines;
  const head = lines.slice(0, mostLines - 1);
  const end = lines.at(-1) ?? '';
  const last = lines.at(-2) ?? '';
  let tail = last + end;
  while (tail !== '' && measure(`…${tail}`) > width) tail = [...tail].slice(1).join('');
  return [...head, `…${tail}`];
}

/** A piece in parts that fit a line each. */
function fitting(piece: string, width: number, measure: MeasureText): string[] {
  if (measure(piece) <= width) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const character of piece) {
    if (part !== '' && measure(part + character) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return part === '' ? parts : [...parts, part];
}
