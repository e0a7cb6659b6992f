import { batch, computed, signal, type ReadonlySignal } from '@preact/signals';
import { classicSet, type Engine, type Exchange } from '../../../core';
import { probeKey, probeRequestOf } from '../../../core/probe/probe-request';
import type { ProbeRequest, ProbeResult } from '../../../core/probe/types';
import type { BackgroundClient } from '../../../protocol/background-rpc';
import type { AccessStore } from '../access/types';
import type { JudgedExchanges } from '../judged/judged-exchanges';
import { createProbeQueue } from './probe-queue';
import { probeTarget, wantsProbe } from './probe-targets';
import type { ProbeProgress, ProbeRecord, ProbeStore } from './types';

export interface ProbeOptions {
  readonly background: BackgroundClient;
  readonly access: Pick<AccessStore, 'ensure'>;
  readonly exchanges: Pick<JudgedExchanges, 'all' | 'rollout' | 'revision'>;
  readonly engine: Engine;
  readonly newId: () => string;
  /** ms since the epoch */
  readonly now: () => number;
}

export interface ReadableProbeStore extends ProbeStore {
  /** By `probeKey`. The same map while nothing new came. */
  readonly results: ReadonlySignal<ReadonlyMap<string, ProbeResult>>;
}

export function createProbeStore(options: ProbeOptions): ReadableProbeStore {
  const { background, access, exchanges, engine, newId, now } = options;
  const results = signal<ReadonlyMap<string, ProbeResult>>(new Map());
  const times = new Map<string, number>();
  const running = signal<ReadonlySet<string>>(new Set());
  const progress = signal<ProbeProgress | null>(null);
  const trouble = signal<string | null>(null);

  const queue = createProbeQueue({
    background,
    newId,
    onStart: (key) => {
      running.value = new Set([...running.peek(), key]);
    },
    onResult: (key, result) => {
      times.set(key, now());
      batch(() => {
        running.value = new Set([...running.peek()].filter((other) => other !== key));
        if (result.kind !== 'cancelled') results.value = new Map([...results.peek(), [key, result]]);
      });
    },
    onProgress: (done, total) => {
      progress.value = done === total ? null : { done, total };
    },
  });

  const probe = async (requests: readonly ProbeRequest[]): Promise<void> => {
    trouble.value = null;
    const byKey = new Map(requests.map((request) => [probeKey(request), request]));
    if (byKey.size === 0) return;
    const isGranted = await access.ensure(requests.map(({ url }) => url));
    if (!isGranted) {
      trouble.value = 'Not all hosts are granted: nothing was sent.';
      return;
    }
    for (const [key, request] of byKey) queue.add(key, request);
  };

  const requestOf = (exchange: Exchange): ProbeRequest | null => {
    const adds = exchanges.all.get(exchange.id)?.verdicts.header.adds ?? classicSet;
    return probeRequestOf(exchange, { route: 'header', adds }, engine);
  };

  const probeEndpoints = (keys: Iterable<string>): void => {
    const requests = [...keys].flatMap((key) => {
      const endpoint = exchanges.rollout.endpoint(key);
      const target = endpoint === null ? null : probeTarget(endpoint, exchanges.all);
      const request = target === null ? null : requestOf(target);
      return request ?? [];
    });
    void probe(requests);
  };

  const unaskedKeys = computed(() => {
    void exchanges.revision.value;
    return exchanges.rollout.endpoints().flatMap((endpoint) => (wantsProbe(endpoint) ? endpoint.key : []));
  });

  return {
    results,
    progress,
    unasked: computed(() => unaskedKeys.value.length),
    trouble,
    probeUnasked: () => probeEndpoints(unaskedKeys.peek()),
    probeEndpoints,
    probeCall: (exchange) => {
      const request = requestOf(exchange);
      if (request !== null) void probe([request]);
    },
    cancel: queue.cancel,
    targetOf: (endpoint) => probeTarget(endpoint, exchanges.all),
    recordOf: (exchange): ProbeRecord | null => {
      const request = requestOf(exchange);
      if (request === null) return null;
      const key = probeKey(request);
      const result = results.value.get(key) ?? null;
      return { request, result, at: times.get(key) ?? null, running: running.value.has(key) };
    },
    dismiss: () => {
      trouble.value = null;
    },
  };
}
