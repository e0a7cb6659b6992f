import { htmlReport, markdownReport, redactReport, reportForHost, visibleJson } from '../core';
import type { JudgeOptions, Report, Route } from '../core';
import type { CommandOptions } from './arguments';
import { exitCodes } from './exit-code';
import type { ExitCode } from './exit-code';
import { flawText } from './input';
import { judgeFiles } from './judge-files';
import { junitReport } from './junit';
import type { Output } from './output';
import { reportTable } from './report-table';
import type { Terminal } from './terminal';

interface FileReport {
  readonly file: string;
  readonly report: Report;
}

/** Judges files, writes what was asked for, and tells whether an outcome is one to fail on. */
export async function judgeCommand(
  files: readonly string[],
  options: CommandOptions,
  judgeOptions: JudgeOptions,
  output: Output,
): Promise<ExitCode> {
  const reports: FileReport[] = [];
  let unreadable = false;
  for (const result of await judgeFiles(files, judgeOptions)) {
    if (!result.ok) {
      unreadable = true;
      output.complain(`${result.file}: ${result.what}`);
      continue;
    }
    for (const flaw of result.flaws) {
      const entry = flaw.index === -1 ? '' : `entry ${flaw.index}, `;
      output.complain(`${result.file}: ${entry}${flawText(flaw)}`);
    }
    const { file } = result;
    const report = options.host === null ? result.report : reportForHost(result.report, options.host);
    reports.push({ file, report: options.redact ? redactReport(report) : report });
  }
  if (options.host !== null && reports.length > 0 && reports.every(isEmpty)) {
    output.complain(`--host: no call went to ${options.host}`);
    return exitCodes.usage;
  }
  if (reports.length > 0) await output.write(formatted(reports, options, output.terminal));
  if (unreadable) return exitCodes.unreadable;
  return reports.some(({ report }) => failsOn(report, options)) ? exitCodes.failed : exitCodes.ok;
}

function isEmpty({ report }: FileReport): boolean {
  return report.endpoints.length === 0;
}

/** Routes that `--fail-on` and JUnit look at. */
function watched({ routes }: CommandOptions): readonly Route[] {
  return routes ?? ['header'];
}

function failsOn({ endpoints }: Report, options: CommandOptions): boolean {
  return endpoints.some(({ verdicts }) =>
    watched(options).some((route) => options.failOn.includes(verdicts[route].outcome)),
  );
}

function formatted(reports: readonly FileReport[], options: CommandOptions, terminal: Terminal): string {
  const { format, redact } = options;
  const [first] = reports;
  const several = reports.length > 1;
  switch (format) {
    case 'json':
      return `${visibleJson(JSON.stringify(several ? { reports } : first?.report, null, 2))}\n`;
    case 'markdown':
      return reports
        .map(({ file, report }) => (several ? `# ${file}\n\n` : '') + markdownReport(report, { redact }))
        .join('\n');
    case 'html':
      return htmlReport(
        reports.map(({ file, report }) => ({ name: several ? file : null, report })),
        { redact },
      );
    case 'junit':
      return junitReport(reports, {
        routes: watched(options),
        failOn: options.failOn.length > 0 ? options.failOn : ['breaks'],
      });
    case 'table':
      return reports
        .map(
          ({ file, report }) =>
            (several ? `== ${file}\n` : '') + reportTable(report, options.routes, terminal),
        )
        .join('\n');
  }
  return format satisfies never;
}
