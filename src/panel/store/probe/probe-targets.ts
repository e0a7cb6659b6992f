import type { EndpointResult, Exchange, ReasonCode, Route, Verdict } from '../../../core';
import type { Judged } from '../judged/judged';

/** Reasons that only the endpoint's answer to a preflight can settle. */
const settledByProbe: ReadonlySet<ReasonCode> = new Set(['preflight-not-seen', 'preflight-may-vary']);

function isUnasked({ outcome, reasons }: Verdict): boolean {
  return outcome === 'unknown' && reasons.some(({ code }) => settledByProbe.has(code));
}

/** Whether a probe would tell what a verdict is: one answer serves both routes. */
function isUnsettled({ header, cookies }: Readonly<Record<Route, Verdict>>): boolean {
  return isUnasked(header) || isUnasked(cookies);
}

/** Whether a probe would tell what an endpoint's verdict is on a route. */
export function wantsProbe({ verdicts }: EndpointResult): boolean {
  return isUnsettled(verdicts);
}

/** The call that stands for an endpoint when it is asked: the newest of those that nobody has asked about, else the newest. */
export function probeTarget(
  endpoint: EndpointResult,
  calls: ReadonlyMap<string, Pick<Judged, 'exchange' | 'verdicts'>>,
): Exchange | null {
  const members = endpoint.exchanges.flatMap((id) => calls.get(id) ?? []);
  const unasked = members.findLast(({ verdicts }) => isUnsettled(verdicts));
  return (unasked ?? members.at(-1))?.exchange ?? null;
}
