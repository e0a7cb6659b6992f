import { visibleLines, visibleText } from './visible-text';

/**
 * Text as Markdown shows it literally, in GitHub and in Jira: no markup, link, mention or issue number comes of it. What has
 * no meaning where it stands is left alone, because tickets are also read as plain text.
 */
export function markdownText(text: string): string {
  return visibleText(text)
    .replace(/[\\`*_{}[\]<>#|~&^$]/g, '\\$&')
    .replace(/^[-+]|:(?=\S)/g, '\\$&')
    .replace(/[@#]/g, '$&\u2060')
    .replace(/^(\d+)(?=[.)])/, '$1\\')
    .replace(/(www)\./gi, '$1\\.');
}

/** Text of a page as a code span: longer fences than any run of backticks within; fit for a table cell. */
export function markdownCode(text: string): string {
  const visible = visibleText(text);
  if (visible.trim() === '') return '` `';
  const longest = Math.max(0, ...[...visible.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$|^ .* $/.test(visible) ? ' ' : '';
  return `${fence}${space}${visible.replaceAll('|', '\\|')}${space}${fence}`;
}

/** A fenced block; its lines stay as they are but for what is not seen. */
export function markdownBlock(text: string, language = ''): string {
  const visible = visibleLines(text);
  const longest = Math.max(2, ...[...visible.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${visible.trimEnd()}\n${fence}`;
}

/** A table; cells are Markdown already. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Folded away where Markdown knows HTML (GitHub); `summary` is Markdown already. */
export function markdownDetails(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
