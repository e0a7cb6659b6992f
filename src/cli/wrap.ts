import { cellWidth } from './terminal';
import type { Terminal } from './terminal';

/** A sentence in lines that fit the terminal, broken between words, each behind the indent. A longer word stays whole. */
export function wrapped(text: string, { width }: Terminal, indent = '', first = indent): string {
  if (width === null) return first + text;
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && cellWidth(`${line} ${word}`) > width) {
      lines.push(line);
      line = indent;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join('\n');
}
