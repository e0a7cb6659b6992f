import { visibleLines } from '../core';
import type { Outcome, Report, ReportEndpoint, Route } from '../core';

export interface JUnitOptions {
  readonly routes: readonly Route[];
  /** Outcomes that count as failures. */
  readonly failOn: readonly Outcome[];
}

/** JUnit's XML, as CI servers read it: a suite for each file, a case for each endpoint and route. */
export function junitReport(
  reports: readonly { readonly file: string; readonly report: Report }[],
  options: JUnitOptions,
): string {
  const suites = reports.map(({ file, report }) => suite(file, report, options)).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="crosslink">\n${suites}\n</testsuites>\n`;
}

function suite(file: string, report: Report, { routes, failOn }: JUnitOptions): string {
  const cases = report.endpoints.flatMap((endpoint) =>
    routes.map((route) => ({ endpoint, route, fails: failOn.includes(endpoint.verdicts[route].outcome) })),
  );
  const failures = cases.filter(({ fails }) => fails).length;
  const skipped = cases.filter(({ endpoint, route, fails }) => !fails && isUnknown(endpoint, route)).length;
  const attributes = `name="${escaped(file)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}" timestamp="${escaped(report.generatedAt)}"`;
  const lines = cases.map(({ endpoint, route, fails }) => testCase(file, endpoint, route, fails));
  return `  <testsuite ${attributes}>\n${lines.join('\n')}\n  </testsuite>`;
}

function testCase(file: string, endpoint: ReportEndpoint, route: Route, fails: boolean): string {
  const { method, origin, path, verdicts } = endpoint;
  const { outcome, reasons } = verdicts[route];
  const start = `    <testcase classname="${escaped(`${file}.${route}`)}" name="${escaped(`${method} ${origin}${path}`)}"`;
  const message = `${route}: ${outcome}. ${reasons[0]?.text ?? ''}`;
  if (fails) {
    const details = reasons.map(({ code, text }) => `${code}: ${text}`).join('\n');
    return `${start}>\n      <failure type="${outcome}" message="${escaped(message)}">${escaped(details)}</failure>\n    </testcase>`;
  }
  if (isUnknown(endpoint, route)) return `${start}><skipped message="${escaped(message)}"/></testcase>`;
  return `${start}/>`;
}

function isUnknown({ verdicts }: ReportEndpoint, route: Route): boolean {
  return verdicts[route].outcome === 'unknown';
}

/** XML 1.0 cannot hold most control characters, not even escaped, nor the last two of the first plane. */
function escaped(text: string): string {
  return visibleLines(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
