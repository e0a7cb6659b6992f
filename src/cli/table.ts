import { visibleText } from '../core';
import type { Outcome } from '../core';
import { cellWidth, coloured, cutMiddle, padEnd } from './terminal';
import type { Terminal } from './terminal';
import { wrapped } from './wrap';

export interface Cell {
  readonly text: string;
  readonly colour?: Outcome | undefined;
}

export interface Column {
  readonly title: string;
  /** How little of it may be shown, in characters; `null`: it is never cut. */
  readonly least: number | null;
}

const gap = '  ';

/** Columns side by side; where the terminal is too narrow, those that may be cut share what is left. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  terminal: Terminal,
): string {
  return tableLines(columns, rows, terminal).join('\n');
}

/**
 * A table whose last column says why. Where the terminal is too narrow for it, the reasons stand below their rows in lines of
 * their own: half a sentence explains nothing.
 */
export function explainedTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  terminal: Terminal,
): string {
  const { width } = terminal;
  if (width === null || lineWidth(naturalWidths(columns, rows)) <= width)
    return table(columns, rows, terminal);
  const [head = '', ...lines] = tableLines(
    columns.slice(0, -1),
    rows.map((row) => row.slice(0, -1)),
    terminal,
  );
  const explained = lines.flatMap((line, index) => {
    const why = visibleText(rows[index]?.at(-1)?.text ?? '');
    return why === '' ? line : [line, wrapped(why, terminal, '    ')];
  });
  return [head, ...explained].join('\n');
}

/** The line of titles, then one for each row. */
function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  terminal: Terminal,
): string[] {
  const natural = naturalWidths(columns, rows);
  const widths = fit(columns, natural, terminal.width);
  const line = (
    cells: readonly string[],
    colourOf: (index: number) => Outcome | 'heading' | undefined,
  ): string =>
    cells
      .map((text, index) => {
        const width = widths[index] ?? 0;
        const cut = cutMiddle(text, width);
        const shown = index === cells.length - 1 ? cut : padEnd(cut, width);
        const colour = colourOf(index);
        return colour === undefined ? shown : coloured(shown, colour, terminal);
      })
      .join(gap)
      .trimEnd();
  const head = line(
    columns.map(({ title }) => title),
    () => 'heading',
  );
  const body = rows.map((row) =>
    line(
      row.map(({ text }) => text),
      (index) => row[index]?.colour,
    ),
  );
  return [head, ...body];
}

function naturalWidths(columns: readonly Column[], rows: readonly (readonly Cell[])[]): number[] {
  return columns.map(({ title }, index) =>
    rows.reduce(
      (widest, row) => Math.max(widest, cellWidth(visibleText(row[index]?.text ?? ''))),
      cellWidth(title),
    ),
  );
}

function lineWidth(widths: readonly number[]): number {
  return widths.reduce((sum, each) => sum + each, gap.length * (widths.length - 1));
}

function fit(columns: readonly Column[], natural: readonly number[], width: number | null): number[] {
  const widths = [...natural];
  if (width === null) return widths;
  let excess = lineWidth(widths) - width;
  while (excess > 0) {
    const spare = columns.map(({ least }, index) => (least === null ? 0 : (widths[index] ?? 0) - least));
    const most = Math.max(...spare);
    if (most <= 0) break;
    const widest = spare.indexOf(most);
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess--;
  }
  return widths;
}
