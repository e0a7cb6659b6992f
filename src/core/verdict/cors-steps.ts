import type { ExchangeHop, ObservedPreflight } from '../exchange/types';
import type { CorsFailure, CorsRequest, PreflightCause } from '../fetch/types';
import type { Decision } from './decision';
import { reason } from './reason';
import type { Evidence, Reason, ReasonCode } from './reason';

/** The rules of a CORS-preflight fetch in the order in which a browser applies them, by the reasons that fail them. */
const preflightRules: readonly { rule: string; header: string | null; codes: ReadonlySet<ReasonCode> }[] = [
  { rule: 'The preflight is answered', header: null, codes: new Set<ReasonCode>(['preflight-no-answer']) },
  {
    rule: 'The preflight’s answer allows the origin',
    header: 'access-control-allow-origin',
    codes: new Set<ReasonCode>([
      'acao-missing',
      'acao-mismatch',
      'acao-multiple',
      'acao-wildcard-credentialed',
      'origin-tainted',
    ]),
  },
  {
    rule: 'The preflight’s answer allows credentials',
    header: 'access-control-allow-credentials',
    codes: new Set<ReasonCode>(['acac-missing', 'acac-not-true']),
  },
  {
    rule: 'The preflight’s status is 2xx',
    header: null,
    codes: new Set<ReasonCode>(['preflight-status', 'preflight-redirected']),
  },
  {
    rule: 'The preflight’s answer allows the method',
    header: 'access-control-allow-methods',
    codes: new Set<ReasonCode>(['acam-malformed', 'acam-lacks-method', 'acam-wildcard-credentialed']),
  },
  {
    rule: 'The preflight’s answer allows the headers',
    header: 'access-control-allow-headers',
    codes: new Set<ReasonCode>([
      'acah-malformed',
      'acah-lacks-x-dtc',
      'acah-lacks-trace-context',
      'acah-lacks-header',
      'acah-wildcard-credentialed',
      'acah-wildcard-authorization',
    ]),
  },
];

/** The rules up to the one that failed (or all of them), each with the header that was looked at. */
export function addPreflightSteps(
  decision: Decision,
  request: CorsRequest,
  preflight: ObservedPreflight,
  failure: CorsFailure | null,
): void {
  const credentialed = request.credentials === 'include';
  for (const { rule, header, codes } of preflightRules) {
    if (failure && codes.has(failure.reason)) return decision.fail(rule, failureReason(failure));
    if (header === 'access-control-allow-credentials' && !credentialed) continue;
    decision.pass?.(rule, preflightEvidence(header, rule, request, preflight));
  }
  if (failure) decision.fail('The preflight passes', failureReason(failure));
}

/** The CORS check of the actual response as a step. */
export function addResponseStep(decision: Decision, hop: ExchangeHop, failure: CorsFailure | null): void {
  const rule = 'The response is readable for the page’s origin';
  if (failure) return decision.fail(rule, failureReason(failure));
  decision.pass?.(rule, {
    subject: 'Access-Control-Allow-Origin of the response',
    saw: joined(hop.response?.headers ?? [], 'access-control-allow-origin'),
    needed: null,
  });
}

/** A failed rule of the Fetch standard as a reason of the verdict. */
export function failureReason(failure: CorsFailure): Reason {
  return reason(failure.reason, failure.detail, failure.evidence);
}

/** Why the browser asks first, in words. */
export function causesText(causes: readonly PreflightCause[]): string {
  return causes
    .map((cause) => {
      switch (cause.kind) {
        case 'method':
          return `method ${cause.method}`;
        case 'header':
          return `header ${cause.name}`;
        case 'upload-listener':
          return 'upload listener';
        case 'stream-body':
          return 'streamed body';
        case 'asked-before':
          return 'a preflight or an unsafe header before the redirect';
      }
      return cause satisfies never;
    })
    .join(', ');
}

function preflightEvidence(
  header: string | null,
  rule: string,
  request: CorsRequest,
  preflight: ObservedPreflight,
): Evidence {
  if (header === null) {
    return {
      subject: 'Status of the preflight',
      saw: String(preflight.response?.status ?? 0),
      needed: rule.includes('2xx') ? '200 to 299' : null,
    };
  }
  const needed: Record<string, string> = {
    'access-control-allow-origin': request.origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': request.method,
    'access-control-allow-headers': request.headers.map(([name]) => name.toLowerCase()).join(', '),
  };
  return {
    subject: `${canonical(header)} of the preflight`,
    saw: joined(preflight.response?.headers ?? [], header),
    needed: needed[header] ?? null,
  };
}

function joined(headers: readonly (readonly [string, string])[], name: string): string | null {
  const values = headers.filter(([candidate]) => candidate.toLowerCase() === name).map(([, value]) => value);
  return values.length === 0 ? null : values.join(', ');
}

function canonical(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}
