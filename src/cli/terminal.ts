import { visibleText } from '../core';
import type { Outcome } from '../core';

/** Where a table is shown. */
export interface Terminal {
  /** Characters in a line; `null`: no terminal, lines may be of any length. */
  readonly width: number | null;
  readonly colour: boolean;
}

/** https://no-color.org: any value but the empty one. */
export function terminalOf(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  environment: Readonly<Record<string, string | undefined>>,
): Terminal {
  if (stream.isTTY !== true) return { width: null, colour: false };
  return { width: stream.columns ?? 80, colour: !environment['NO_COLOR'] && environment['TERM'] !== 'dumb' };
}

const codes = { links: 32, breaks: 31, unlinked: 33, cannot: 2, unknown: 35, heading: 1 } as const;

/** Colour never says it alone: the word is the outcome. */
export function coloured(text: string, colour: Outcome | 'heading', { colour: allowed }: Terminal): string {
  return allowed ? `\u001b[${codes[colour]}m${text}\u001b[0m` : text;
}

/** Cells a character takes: two for those of East Asian scripts and emoji. */
export function cellWidth(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character) ? 2 : /\p{M}/u.test(character) ? 0 : 1;
  return width;
}

function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
    character,
  );
}

/** Text of a page, safe for a terminal, cut in the middle to a width: both ends of a URL tell more than its middle. */
export function cutMiddle(text: string, width: number): string {
  const visible = visibleText(text);
  if (cellWidth(visible) <= width) return visible;
  const characters = [...visible];
  let head = '';
  let tail = '';
  for (;;) {
    const takesHead = cellWidth(head) <= cellWidth(tail);
    const next = takesHead ? characters.shift() : characters.pop();
    if (next === undefined || cellWidth(head) + cellWidth(tail) + cellWidth(next) + 1 > width) break;
    if (takesHead) head += next;
    else tail = next + tail;
  }
  return `${head}…${tail}`;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cellWidth(text)));
}
