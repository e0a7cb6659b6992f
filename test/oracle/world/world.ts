import type { Header } from '../../../src/core';
import { selfSignedCertificate } from '../../lab/certificate';
import { documentOrigin } from '../call/document-origin';
import type { OracleCase, SetCookie } from './case';
import { hopUrl, readHopTarget } from './hop-url';
import { hosts } from './origins';
import { runnerDocument } from './runner-document';
import { jarPath, runnerPath } from './runner-path';
import { fillTemplate } from './template';
import { headerOf, serveWire, type WireAnswer, type WireRequest } from './wire-server';

/** A request of a case, as its server received it. */
export interface HopRequest {
  readonly hop: number;
  readonly isPreflight: boolean;
  readonly method: string;
  readonly origin: string | null;
  readonly requestedMethod: string | null;
  readonly requestedHeaders: string | null;
  /** Sorted names. */
  readonly cookies: readonly string[];
}

/** The loopback servers of all hosts. */
export interface World {
  readonly httpPort: number;
  readonly httpsPort: number;
  /** Lets the servers answer a case from now on; its number is in every URL of it. */
  register(oracleCase: OracleCase): number;
  /** What the servers received for a case, which they forget. */
  collect(caseId: number): readonly HopRequest[];
  /** From now on the page at `jarPath` of each origin sets these. */
  setJar(jar: readonly SetCookie[]): void;
  close(): Promise<void>;
}

interface Registered {
  readonly oracleCase: OracleCase;
  readonly received: HopRequest[];
}

export async function startWorld(): Promise<World> {
  const cases = new Map<number, Registered>();
  let lastId = 0;
  let jar: readonly SetCookie[] = [];

  const answer =
    (scheme: string) =>
    (request: WireRequest): WireAnswer => {
      if (request.target === runnerPath) return page(runnerDocument());
      if (request.target === jarPath) {
        const origin = `${scheme}://${headerOf(request, 'host')}`;
        return page('', setCookieLines(jar.filter(({ setBy }) => setBy === origin)));
      }
      const target = readHopTarget(request.target);
      const registered = target && cases.get(target.caseId);
      if (!target || !registered) return { status: 404, headers: [] };
      registered.received.push(hopRequest(request, target.index));
      return answerHop(registered.oracleCase, target.caseId, target.index, request);
    };
  const certificate = selfSignedCertificate(Object.values(hosts));
  const http = await serveWire(answer('http'), null);
  const https = await serveWire(answer('https'), certificate);
  return {
    httpPort: http.port,
    httpsPort: https.port,
    register(oracleCase) {
      lastId += 1;
      cases.set(lastId, { oracleCase, received: [] });
      return lastId;
    },
    collect(caseId) {
      const received = cases.get(caseId)?.received ?? [];
      cases.delete(caseId);
      return received;
    },
    setJar(cookies) {
      jar = cookies;
    },
    async close() {
      await Promise.all([http.close(), https.close()]);
    },
  };
}

function page(body: string, headers: readonly Header[] = []): WireAnswer {
  const fields: Header[] = [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Cache-Control', 'no-store'],
  ];
  return {
    status: 200,
    headers: [...fields, ...headers],
    body: `<!doctype html><title>oracle</title>${body}`,
  };
}

function setCookieLines(cookies: readonly SetCookie[]): Header[] {
  return cookies.map(({ name, attributes }) => ['Set-Cookie', [`${name}=1`, ...attributes].join('; ')]);
}

function hopRequest(request: WireRequest, hop: number): HopRequest {
  const requestedMethod = headerOf(request, 'access-control-request-method');
  const cookies = headerOf(request, 'cookie');
  return {
    hop,
    isPreflight: request.method === 'OPTIONS' && requestedMethod !== null,
    method: request.method,
    origin: headerOf(request, 'origin'),
    requestedMethod,
    requestedHeaders: headerOf(request, 'access-control-request-headers'),
    cookies: (cookies === null ? [] : cookies.split('; ').map((pair) => pair.split('=')[0] ?? '')).sort(),
  };
}

function answerHop(oracleCase: OracleCase, caseId: number, index: number, request: WireRequest): WireAnswer {
  const hop = oracleCase.hops[index];
  const following = oracleCase.hops[index + 1];
  const requestedMethod = headerOf(request, 'access-control-request-method');
  const isPreflight = request.method === 'OPTIONS' && requestedMethod !== null;
  const answer = isPreflight ? hop?.preflight : hop?.response;
  if (answer === undefined || answer === 'reset') return 'reset';
  const facts = {
    origin: headerOf(request, 'origin') ?? '',
    names: (headerOf(request, 'access-control-request-headers') ?? '').replaceAll(' ', ''),
    method: requestedMethod ?? '',
    page: documentOrigin(oracleCase.page),
    next: following ? hopUrl(following, caseId, index + 1) : '',
  };
  const headers = answer.headers.map(([name, value]): Header => [name, fillTemplate(value, facts)]);
  return { status: answer.status, headers: [['Cache-Control', 'no-store'], ...headers] };
}
