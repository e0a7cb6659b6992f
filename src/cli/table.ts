import { visibleText } from '../core';
import type { Outcome } from '../core';
import { cellWidth, coloured, cutMiddle, padEnd } from './terminal';
import type { Terminal } from './terminal';

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
  const natural = columns.map(({ title }, index) =>
    Math.max(cellWidth(title), ...rows.map((row) => cellWidth(visibleText(row[index]?.text ?? '')))),
  );
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
  return [head, ...body].join('\n');
}

function fit(columns: readonly Column[], natural: readonly number[], width: number | null): number[] {
  const widths = [...natural];
  if (width === null) return widths;
  let excess = widths.reduce((sum, each) => sum + each, gap.length * (widths.length - 1)) - width;
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
