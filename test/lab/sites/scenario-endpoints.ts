import type { Header } from '../../../src/core';
import { empty, type LabRequest, type LabResponse } from '../exchange';
import { hosts } from '../hosts';
import { hopPath, hopUrl, scenarios } from '../scenarios';
import type { Answer, Scenario } from '../scenarios';

const byId: ReadonlyMap<string, Scenario> = new Map(scenarios.map((scenario) => [scenario.id, scenario]));

/** Answers `/s/<scenario>/…` on every host as the scenario says; `null`: no scenario's URL. */
export function scenarioEndpoints(request: LabRequest): LabResponse | null {
  const [, prefix, id] = request.url.pathname.split('/');
  const scenario = prefix === 's' && id !== undefined ? byId.get(id) : undefined;
  if (!scenario) return null;
  const index = scenario.hops.findIndex(
    (hop) => hosts[hop.host] === request.url.hostname && hopPath(scenario, hop) === request.url.pathname,
  );
  const hop = scenario.hops[index];
  if (!hop) return empty(404);
  if (request.method !== 'OPTIONS') return play(hop.response, scenario, index, request);
  return hop.preflight ? play(hop.preflight, scenario, index, request) : empty(405);
}

function play(answer: Answer, scenario: Scenario, index: number, request: LabRequest): LabResponse {
  if ('reset' in answer) return 'reset';
  const headers = [...maxAge(request), ...fill(answer.headers ?? [], request)];
  if ('redirect' in answer) {
    const location =
      answer.to === 'next'
        ? hopUrl(scenario, index + 1)
        : answer.to === 'self'
          ? hopUrl(scenario, index)
          : answer.to.location;
    return { status: answer.redirect, headers: [['Location', location], ...headers] };
  }
  const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type');
  const hasBody = request.method !== 'OPTIONS' && answer.status !== 204;
  return {
    status: answer.status,
    headers: [
      ['Cache-Control', 'no-store'],
      ...(hasType || !hasBody ? [] : [['Content-Type', 'application/json'] as const]),
      ...headers,
    ],
    body: hasBody ? (hasType ? 'data: {}\n\n' : '{}') : undefined,
  };
}

/** No preflight is remembered: every scenario can run again, and shows its OPTIONS every time. */
function maxAge(request: LabRequest): readonly Header[] {
  return request.method === 'OPTIONS' ? [['Access-Control-Max-Age', '0']] : [];
}

function fill(headers: readonly Header[], request: LabRequest): readonly Header[] {
  const values: Readonly<Record<string, string | null>> = {
    '{origin}': request.header('origin'),
    '{asked}': request.header('access-control-request-headers'),
  };
  return headers.flatMap(([name, value]): Header[] => {
    const filled = value in values ? values[value] : value;
    return filled === null || filled === undefined ? [] : [[name, filled]];
  });
}
