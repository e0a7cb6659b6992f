import {
  compareReports,
  markdownComparison,
  readHarText,
  readReport,
  redactCompared,
  redactReport,
  visibleJson,
} from '../core';
import type { ComparedReport, JudgeOptions, ReportComparison } from '../core';
import type { CommandOptions } from './arguments';
import { comparisonTable } from './comparison-table';
import { exitCodes } from './exit-code';
import type { ExitCode } from './exit-code';
import { bytesOf, flawText, judged } from './input';
import type { Output } from './output';

/** Compares two HARs or JSON reports. */
export async function compareCommand(
  files: { readonly before: string; readonly after: string },
  options: CommandOptions,
  judgeOptions: JudgeOptions,
  output: Output,
): Promise<ExitCode> {
  const before = await readSide(files.before, options, judgeOptions, output);
  const after = await readSide(files.after, options, judgeOptions, output);
  if (before === null || after === null) return exitCodes.unreadable;
  const comparison = compareReports(before, after);
  await output.write(formatted(comparison, options, output));
  return failsOn(comparison, options) ? exitCodes.failed : exitCodes.ok;
}

/** `null`: it could not be read, which was said. */
async function readSide(
  file: string,
  { redact }: CommandOptions,
  judgeOptions: JudgeOptions,
  output: Output,
): Promise<ComparedReport | null> {
  const kept: Uint8Array[] = [];
  // standard input can be read but once; a file is opened again if it turns out to be no HAR
  const har = await readHarText(file === '-' ? keeping(bytesOf(file), kept) : bytesOf(file));
  if (har.ok) {
    for (const flaw of har.flaws) output.complain(`${file}: ${flawText(flaw)}`);
    const report = judged(har.har, har.flaws, judgeOptions);
    return redact ? redactReport(report) : report;
  }
  try {
    const report = readReport(parsed(await textOf(file === '-' ? kept : bytesOf(file))));
    if (report.ok) return redact ? redactCompared(report.report) : report.report;
    output.complain(`${file}: neither a HAR nor a report of Crosslink (${report.what})`);
  } catch (error) {
    output.complain(`${file}: ${(error as Error).message}`);
  }
  return null;
}

async function* keeping(source: AsyncIterable<Uint8Array>, kept: Uint8Array[]): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    kept.push(chunk);
    yield chunk;
  }
}

async function textOf(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // no JSON is no report either, and the schema says so
    return undefined;
  }
}

function formatted(comparison: ReportComparison, { format }: CommandOptions, output: Output): string {
  if (format === 'json') return `${visibleJson(JSON.stringify(comparison, null, 2))}\n`;
  return format === 'markdown'
    ? markdownComparison(comparison)
    : comparisonTable(comparison, output.terminal);
}

/** An endpoint has an outcome to fail on now, and had not before. */
function failsOn({ endpoints }: ReportComparison, { failOn, routes }: CommandOptions): boolean {
  const watched = routes ?? ['header'];
  return endpoints.some(({ kind, changes, outcomes }) =>
    kind === 'appeared'
      ? watched.some((route) => outcomes !== null && failOn.includes(outcomes[route]))
      : changes.some(({ route, after }) => watched.includes(route) && failOn.includes(after)),
  );
}
