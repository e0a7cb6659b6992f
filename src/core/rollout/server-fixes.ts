import { classicSet } from '../agent/link-headers';
import type { ReasonCode } from '../verdict/reason';
import { apacheFix } from './server-fixes/apache';
import { apiGatewayFix } from './server-fixes/api-gateway';
import { expressFix } from './server-fixes/express';
import { corsPolicy } from './server-fixes/fix-request';
import type { CorsPolicy, FixRequest } from './server-fixes/fix-request';
import { iisFix } from './server-fixes/iis';
import { nginxFix } from './server-fixes/nginx';
import { springFix } from './server-fixes/spring';

export type { FixRequest } from './server-fixes/fix-request';

export type ServerKind = 'nginx' | 'apache' | 'express' | 'spring' | 'iis' | 'api-gateway';

/** A piece of a server's configuration. */
export interface ServerFix {
  readonly server: ServerKind;
  /** `Apache HTTP Server` */
  readonly title: string;
  readonly language: 'nginx' | 'apache' | 'js' | 'java' | 'xml' | 'yaml';
  readonly text: string;
}

const servers: readonly (Omit<ServerFix, 'text'> & { readonly write: (policy: CorsPolicy) => string })[] = [
  { server: 'nginx', title: 'nginx', language: 'nginx', write: nginxFix },
  { server: 'apache', title: 'Apache HTTP Server', language: 'apache', write: apacheFix },
  { server: 'express', title: 'Express', language: 'js', write: expressFix },
  { server: 'spring', title: 'Spring', language: 'java', write: springFix },
  { server: 'iis', title: 'IIS', language: 'xml', write: iisFix },
  { server: 'api-gateway', title: 'Amazon API Gateway', language: 'yaml', write: apiGatewayFix },
];

/** Reasons that the server's CORS configuration mends. */
const corsReasons: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'acah-lacks-x-dtc',
  'acah-lacks-trace-context',
  'acah-lacks-header',
  'acah-malformed',
  'acah-wildcard-credentialed',
  'acah-wildcard-authorization',
  'acam-lacks-method',
  'acam-malformed',
  'acam-wildcard-credentialed',
  'acao-missing',
  'acao-mismatch',
  'acao-multiple',
  'acao-wildcard-credentialed',
  'acac-missing',
  'acac-not-true',
  'preflight-status',
  'preflight-redirected',
  'preflight-no-answer',
  'preflight-not-seen',
  'preflight-may-vary',
]);

/** Whether a server's CORS configuration mends what this reason names. */
export function mendedByServer(code: ReasonCode): boolean {
  return corsReasons.has(code);
}

/**
 * The server's configuration that lets calls pass with the agent's headers, for each common server: the origin by name with
 * `Vary: Origin`, preflights answered before anything else. Empty for an opaque origin, which no server should allow.
 */
export function serverFixes(request: FixRequest): readonly ServerFix[] {
  if (!/^https?:\/\/[^\s"'<>\\]+$/.test(request.origin)) return [];
  const policy = corsPolicy(request);
  return servers.map(({ write, ...fix }) => ({ ...fix, text: write(policy) }));
}

/** One request for all calls from one origin; `null`: there is none. */
export function mergeFixRequests(requests: readonly FixRequest[]): FixRequest | null {
  const [first] = requests;
  if (first === undefined) return null;
  const all = <T>(of: (request: FixRequest) => readonly T[]): T[] => [...new Set(requests.flatMap(of))];
  return {
    origin: first.origin,
    paths: all(({ paths }) => paths),
    methods: all(({ methods }) => methods),
    headers: all(({ headers }) => headers),
    adds: all(({ adds }) => adds ?? classicSet),
    credentialed: requests.some(({ credentialed }) => credentialed),
    allowed: all(({ allowed }) => allowed ?? []),
  };
}
