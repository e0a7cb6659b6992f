import type { CorsRequest, CorsResponse, Engine, Header, Hop } from '../../../src/core';
import { askedHeaders } from '../../../src/core/fetch/asked-headers';
import { normalizeMethod } from '../../../src/core/fetch/method';
import { isRedirectStatus } from '../../../src/core/fetch/redirect-status';
import { redirectLocation } from '../../../src/core/fetch/redirect-location';
import { preflightOrigin } from '../../../src/core/fetch/preflight-origin';
import { redirectedRequest } from '../../../src/core/fetch/redirected-request';
import { unsafeRequestHeaderNames } from '../../../src/core/fetch/unsafe-headers';
import { documentOrigin } from '../call/document-origin';
import type { Answer, OracleCase } from '../world/case';
import { hopUrl } from '../world/hop-url';
import { fillTemplate, type TemplateFacts } from '../world/template';
import { corsRequest } from './cors-request';

/** A hop with the request that the core expects there. */
export interface ExpectedStep {
  readonly hop: Hop;
  readonly request: CorsRequest;
}

/** The hops that the responses lead to, each with what its server would answer to the request that the core expects. */
export function walkCase(oracleCase: OracleCase, caseId: number, engine: Engine): readonly ExpectedStep[] {
  const steps: ExpectedStep[] = [];
  const [first] = oracleCase.hops;
  let url: string | null = first ? hopUrl(first, caseId, 0) : null;
  let request = url === null ? null : corsRequest(oracleCase, url);
  for (const [index, hop] of oracleCase.hops.entries()) {
    if (url === null || request === null) break;
    const following = oracleCase.hops[index + 1];
    const facts: TemplateFacts = {
      origin: request.origin,
      names: unsafeRequestHeaderNames(askedHeaders(request, engine), engine).join(','),
      method: normalizeMethod(request.method),
      page: documentOrigin(oracleCase.page),
      next: following ? hopUrl(following, caseId, index + 1) : '',
    };
    const response = concrete(hop.response, facts);
    const asked = { ...facts, origin: preflightOrigin(request, engine) };
    steps.push({ hop: { url, response, preflight: concrete(hop.preflight, asked) }, request });
    url = redirectLocation(url, response);
    // a target that is no hop of ours answers nothing: the core judges it by its URL
    if (url === null || !isRedirectStatus(response.status)) break;
    request = redirectedRequest(request, response.status, url, engine);
  }
  return steps;
}

function concrete(answer: Answer, facts: TemplateFacts): CorsResponse {
  if (answer === 'reset') return { status: 0, headers: [] };
  return {
    status: answer.status,
    headers: answer.headers.map(([name, value]): Header => [name, fillTemplate(value, facts)]),
  };
}
