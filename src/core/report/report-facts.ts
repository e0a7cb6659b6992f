import { regexError } from '../agent/agent-regex';
import { headerNames } from '../agent/link-headers';
import { patternObstacle } from '../pattern/obstacle';
import { rolloutAnswer } from '../rollout/answer';
import type { RolloutSummary } from '../rollout/types';
import type { Engine } from '../fetch/types';
import type { Report, ReportEndpoint, ServerAnswer } from './types';

/** The same facts in the same words in every form of the report. */

/** The rollout in one sentence; for the owner of a host, what its servers have to do with it. */
export function answerOf(report: Report): string {
  return report.host === null ? rolloutAnswer(report.summary, obstacleIn(report)) : ownerAnswer(report);
}

/** Whether a pattern is slow is not found out for a report: that takes a worker. */
function obstacleIn({ regex, traceContext }: Report): string | null {
  const patterns = [regex.pattern, traceContext?.inclusions, traceContext?.exclusions];
  const isInvalid = patterns.some((pattern) => pattern && regexError(pattern) !== null);
  return isInvalid ? patternObstacle([{ code: 'invalid', severity: 'error' }]) : null;
}

function ownerAnswer({ endpoints }: Report): string {
  const asked = endpoints.filter(({ server }) => server.kind !== 'not-needed');
  const count = (kind: ServerAnswer['kind']): number =>
    asked.filter(({ server }) => server.kind === kind).length;
  const headers = agentHeaders(asked);
  const of = asked.length === 1 ? 'the endpoint' : `${asked.length} endpoints`;
  const some = (part: number): string => (asked.length === 1 ? of : `${part} of ${of}`);
  if (asked.length === 0) return 'Nothing to do: browsers do not ask about calls to the page’s own origin.';
  if (count('refuses') > 0)
    return `To do: ${some(count('refuses'))} ${count('refuses') === 1 ? 'refuses' : 'refuse'} calls with ${headers}.`;
  if (count('not-asked') > 0)
    return `To find out: nobody has asked ${some(count('not-asked'))} about ${headers}.`;
  return `Nothing to do: ${asked.length === 1 ? `${of} accepts` : `all ${of} accept`} ${headers}.`;
}

function agentHeaders(endpoints: readonly Pick<ReportEndpoint, 'call'>[]): string {
  const names = [...new Set(endpoints.flatMap(({ call }) => call.adds))];
  return headerNames(names);
}

/** What the owner of a host needs to know to understand the request; `null`: the report is for all hosts. */
export function ownerNote({ host, endpoints }: Report): string | null {
  if (host === null) return null;
  const headers = agentHeaders(endpoints);
  const origins = [...new Set(endpoints.map(({ call }) => call.initiatorOrigin))];
  return `Pages of ${origins.join(', ')} call this host. Dynatrace Real User Monitoring links such a call to its trace if its agent may add ${headers}. Browsers then ask the server first, by a preflight (OPTIONS, without cookies), and the call fails unless the answer names ${headers} in Access-Control-Allow-Headers. An endpoint is added to the agent’s pattern once its server is known to accept that.`;
}

export const engineNames: Readonly<Record<Engine, string>> = {
  standard: 'the standards (no particular browser)',
  chromium: 'Chromium',
  firefox: 'Firefox',
};

/** What the report is about: label and value. */
export function headFacts(report: Report): readonly (readonly [label: string, value: string])[] {
  return [
    ['Page', report.page.url ?? 'not known'],
    ['RUM agent', agentFact(report)],
    ...patternFacts(report),
    ['Judged by the rules of', engineNames[report.engine]],
    ['Generated', `${readableTime(report.generatedAt)} by ${report.tool.name} ${report.tool.version}`],
  ];
}

/** `2026-01-31 14:05 UTC`; a text that is no time stays as it is. */
function readableTime(iso: string): string {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(iso) && iso.endsWith('Z')
    ? `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`
    : iso;
}

function agentFact({ agent }: Report): string {
  if (agent === null) return 'none seen; judged as if a current one captured XHR and fetch';
  const captured = [agent.capturesXhr ? 'XHR' : null, agent.capturesFetch ? 'fetch' : null].filter(Boolean);
  const parts = [
    agent.kind === 'classic' ? null : agent.kind,
    agent.version?.label ?? 'version not known',
    agent.application === null ? null : `application ${agent.application}`,
    agent.capturesXhr === null
      ? 'captured calls not known'
      : `captures ${captured.length === 0 ? 'neither XHR nor fetch' : captured.join(' and ')}`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** The patterns in force of the agents on the page. */
function patternFacts({ agent, regex, traceContext }: Report): (readonly [label: string, value: string])[] {
  const xDtc = ['Pattern (x-dtc)', patternFact(regex.pattern, regex.source)] as const;
  if (traceContext === null) return [xDtc];
  const { inclusions, exclusions, source } = traceContext;
  return [
    ...(agent?.kind === 'new-rum' ? [] : [xDtc]),
    ['Pattern (traceparent)', patternFact(inclusions, source)],
    ...(exclusions === null ? [] : [['Exclusions (traceparent)', patternFact(exclusions, source)] as const]),
  ];
}

function patternFact(pattern: string | null, source: Report['regex']['source']): string {
  return pattern === null ? 'none' : `${pattern} (${source === 'given' ? 'a draft' : 'deployed'})`;
}

/** What preflights there are and what the routes would add, one sentence each. */
export function preflightFacts({ summary }: Report): string[] {
  const { addedPreflights, observedPreflights, preflightCost } = summary;
  const each = costOf(preflightCost);
  const facts = [
    `${calls(observedPreflights)} had a preflight already. A preflight itself can never be linked.`,
    `The header route would add a preflight to ${calls(addedPreflights.header)}${total(addedPreflights.header, preflightCost)}.`,
    `The cookie route would add a preflight to ${calls(addedPreflights.cookies)}${total(addedPreflights.cookies, preflightCost)}.`,
  ];
  return each === null ? facts : [...facts, each];
}

function costOf(cost: RolloutSummary['preflightCost']): string | null {
  if (cost === null) return null;
  const basis = `${cost.basis === 'preflights' ? 'preflight' : 'cross-origin call'}${cost.samples === 1 ? '' : 's'}`;
  return `One costs about ${Math.round(cost.median)} ms here (median of ${cost.samples} ${basis}); browsers remember the answer for Access-Control-Max-Age, 5 s without it.`;
}

function total(added: number, cost: RolloutSummary['preflightCost']): string {
  if (added === 0 || cost === null) return '';
  return `, about ${Math.round(added * cost.median)} ms in all if none is remembered`;
}

function calls(count: number): string {
  return count === 1 ? '1 call' : `${count} calls`;
}
