import type { JudgedCase } from '../run/run-cases';

/** A disagreement for people: the case, the cookies in play, and both sides. */
export function describeCase({
  index,
  oracleCase,
  jar,
  expected,
  observed,
  disagreements,
}: JudgedCase): string {
  const { page, call, hops } = oracleCase;
  const lines = [
    `case ${index}`,
    `  page  ${JSON.stringify(page)}`,
    `  call  ${JSON.stringify(call)}`,
    ...hops.map((hop) => `  hop   ${JSON.stringify(hop)}`),
    ...(jar.length > 3 ? [] : jar.map((cookie) => `  jar   ${JSON.stringify(cookie)}`)),
    `  error ${observed.error ?? 'none'}; the core's reason: ${expected.reason ?? 'none'}`,
    ...disagreements.map(
      ({ aspect, expected: ours, observed: theirs }) =>
        `  ${aspect}: core ${JSON.stringify(ours)}, browser ${JSON.stringify(theirs)}`,
    ),
  ];
  return lines.join('\n');
}
