import type { Permissions } from 'webextension-polyfill';
import type { Header } from '../core';
import { probeHeaders } from '../core/probe/probe-headers';
import type { ProbeRequest, ProbeResult, SentProbe } from '../core/probe/types';
import { hostPattern } from '../protocol/access-pattern';
import { probeRule } from './probe-rule';
import { createQueue, type Queue } from './queue';
import type { Rules } from './rules';
import { errorWords } from './error-words';

export interface ProbeEnvironment {
  readonly fetch: typeof fetch;
  readonly permissions: Pick<Permissions.Static, 'contains'>;
  readonly rules: Pick<Rules, 'addProbeRule' | 'remove'>;
  /** ms since the epoch */
  readonly now: () => number;
}

/** Sends probes. What is under way lives in memory: if the background dies, its requests die with it. */
export interface Prober {
  /** `id`: to cancel it by. `timeout`: ms, from the moment when it is sent. */
  run(id: string, request: ProbeRequest, timeout: number): Promise<ProbeResult>;
  /** False: no such probe is under way. */
  cancel(id: string): boolean;
}

export function createProber(environment: ProbeEnvironment): Prober {
  const underWay = new Map<string, AbortController>();
  const queues = new Map<string, Queue>();

  const queueOf = (origin: string): Queue => {
    const queue = queues.get(origin) ?? createQueue();
    queues.set(origin, queue);
    return queue;
  };

  return {
    run: async (id, request, timeout) => {
      const cancelled = new AbortController();
      underWay.set(id, cancelled);
      try {
        return await queueOf(new URL(request.url).origin)(() =>
          probe(environment, request, timeout, cancelled.signal),
        );
      } finally {
        underWay.delete(id);
      }
    },
    cancel: (id) => {
      const controller = underWay.get(id);
      controller?.abort();
      return controller !== undefined;
    },
  };
}

async function probe(
  environment: ProbeEnvironment,
  request: ProbeRequest,
  timeout: number,
  cancelled: AbortSignal,
): Promise<ProbeResult> {
  if (cancelled.aborted) return { kind: 'cancelled' };
  const pattern = hostPattern(request.url);
  if (pattern === null) return { kind: 'failed', why: 'Only http and https URLs can be asked.' };
  if (!(await environment.permissions.contains({ origins: [pattern] }))) {
    return { kind: 'no-access', pattern };
  }
  const headers = probeHeaders(request);
  let rule: number;
  try {
    rule = await environment.rules.addProbeRule(probeRule(request.url, headers));
  } catch (error) {
    return { kind: 'failed', why: errorWords(error) };
  }
  try {
    return await send(environment, request, headers, timeout, cancelled);
  } finally {
    await environment.rules.remove([rule]);
  }
}

/** One OPTIONS without credentials, redirects not followed: as a preflight goes out. No cache keeps its answer (RFC 9110, 9.3.7). */
async function send(
  { fetch, now }: ProbeEnvironment,
  request: ProbeRequest,
  headers: readonly Header[],
  timeout: number,
  cancelled: AbortSignal,
): Promise<ProbeResult> {
  const late = AbortSignal.timeout(timeout);
  const startedAt = now();
  const sent = (): SentProbe => ({ request, headers, startedAt, duration: now() - startedAt });
  try {
    const response = await fetch(request.url, {
      method: 'OPTIONS',
      credentials: 'omit',
      redirect: 'manual',
      signal: AbortSignal.any([cancelled, late]),
    });
    if (response.type === 'opaqueredirect') return { kind: 'redirected', sent: sent() };
    return {
      kind: 'answered',
      sent: sent(),
      response: { status: response.status, headers: [...response.headers] },
    };
  } catch (error) {
    if (cancelled.aborted) return { kind: 'cancelled' };
    if (late.aborted) return { kind: 'timeout', sent: sent(), after: timeout };
    return { kind: 'no-answer', sent: sent(), why: errorWords(error) };
  }
}
