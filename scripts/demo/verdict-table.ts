import type { PanelRow } from '../../test/browser/panel-rows';

const columns = ['method', 'url', 'today', 'cookies', 'header'] as const;
const title = { method: 'Method', url: 'URL', today: 'Today', cookies: 'Cookies', header: 'Header' };

/** The panel's rows as a text table; navigation rows have no verdicts and are left out. */
export function verdictTable(rows: readonly PanelRow[]): string {
  const lines = [title, ...rows.filter(({ kind }) => kind !== 'navigation')].map((row) =>
    columns.map((column) => row[column] ?? ''),
  );
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
