import { computed, signal } from '@preact/signals';
import {
  classicSet,
  createRollout,
  judgeRoutes,
  type Cookie,
  type Engine,
  type Exchange,
  type PageFacts,
} from '../../../src/core';
import { probeHeaders } from '../../../src/core/probe/probe-headers';
import { probeRequestOf } from '../../../src/core/probe/probe-request';
import type { ProbeResult } from '../../../src/core/probe/types';
import type { AccessExtent, AccessQuestionState, HostAccess } from '../../../src/panel/store/access/types';
import type { CookieJarState } from '../../../src/panel/store/cookies/types';
import type { HookState } from '../../../src/panel/store/hook/types';
import type { ProbeProgress } from '../../../src/panel/store/probe/types';
import { probeTarget, wantsProbe } from '../../../src/panel/store/probe/probe-targets';
import { createTrialLog } from '../../../src/panel/store/trial/trial-log';
import { planTrial } from '../../../src/panel/store/trial/trial-plan';
import type { TrialChoices, TrialState } from '../../../src/panel/store/trial/types';
import type { PanelStore } from '../../../src/panel/store/types';
import type { Trial } from '../../../src/protocol/trial';
import { trialCalls } from './sample-trial';

export interface FakeSiteOptions {
  readonly granted: 'none' | 'page' | 'all' | 'impossible';
  readonly question: AccessQuestionState;
  readonly hook: HookState;
  readonly dropped: number;
  readonly probing: ProbeProgress | null;
  readonly trouble: string | null;
  readonly probeResult: ProbeResult['kind'] | null;
  readonly trial: TrialState['kind'];
  /** A trial was run: there is something to compare. */
  readonly tried: boolean;
  readonly confirmed: boolean;
  readonly cookies: readonly Cookie[];
}

export const defaultSite: FakeSiteOptions = {
  granted: 'none',
  question: { kind: 'none' },
  hook: 'no-access',
  dropped: 0,
  probing: null,
  trouble: null,
  probeResult: null,
  trial: 'none',
  tried: false,
  confirmed: false,
  cookies: [],
};

export interface FakeSiteBasis {
  readonly exchanges: readonly Exchange[];
  readonly facts: PageFacts;
  readonly engine: Engine;
}

const hostPatterns = ['*://*.shop.test/*', '*://api.partner.test/*', '*://maps.third.test/*'];

export const sampleTrial: Trial = {
  id: 'trial-of-the-gallery',
  change: {
    route: 'header',
    value: { kind: 'agent', postfix: '', application: 'ea7c4b59f27d43eb', fallback: 'sn="trial"' },
  },
  mode: 'strict',
  pattern: 'api\\.',
  exclusions: null,
  endpoints: null,
  pageOrigin: 'https://app.shop.test',
  mended: [],
};

type Site = Pick<PanelStore, 'access' | 'hook' | 'probe' | 'cookieJar' | 'trial'>;

/** What site access adds, without a browser behind it. */
export function fakeSite(options: FakeSiteOptions, { exchanges, facts, engine }: FakeSiteBasis): Site {
  const isGranted = (index: number): boolean =>
    options.granted === 'all' || (options.granted === 'page' && index === 0);
  const hosts = signal<readonly HostAccess[]>(
    options.granted === 'impossible'
      ? []
      : hostPatterns.map((pattern, index) => ({
          pattern,
          label: pattern.slice(4, -2),
          role: index === 0 ? 'page' : 'called',
          granted: isGranted(index),
        })),
  );
  const extents = { none: 'none', page: 'partial', all: 'all', impossible: 'impossible' } as const;
  const extent = signal<AccessExtent>(extents[options.granted]);
  const question = signal(options.question);
  const rollout = createRollout();
  const calls = new Map(
    exchanges.map((exchange) => [exchange.id, { exchange, verdicts: judgeRoutes(exchange, facts) }]),
  );
  for (const { exchange, verdicts } of calls.values()) rollout.set(exchange, verdicts);

  const log = createTrialLog(engine);
  if (options.tried) {
    log.begin(sampleTrial, [...calls.values()]);
    log.put(trialCalls(exchanges).map((exchange) => ({ exchange, verdicts: judgeRoutes(exchange, facts) })));
  }
  const choices = signal<TrialChoices>({
    route: 'header',
    mode: 'guarded',
    scope: 'matched',
    ticked: new Set(),
  });
  const state = signal(trialState(options.trial));
  const confirmedAt = signal(options.confirmed ? Date.UTC(2026, 10, 20, 9) : null);
  const jar: CookieJarState =
    options.granted === 'none'
      ? { kind: 'no-access' }
      : {
          kind: 'read',
          cookies: options.cookies,
          missing: options.granted === 'all' ? [] : [hostPatterns[1]!],
        };

  return {
    access: {
      hosts,
      extent,
      others: signal(options.granted === 'all' ? ['*://*.example.test/*'] : []),
      question,
      pageGranted: computed(() => hosts.value[0]?.granted ?? false),
      ask: () => void (question.value = { kind: 'prompt' }),
      ensure: () => Promise.resolve(true),
      revoke: (patterns) => {
        hosts.value = hosts.value.map((host) =>
          patterns.includes(host.pattern) ? { ...host, granted: false } : host,
        );
      },
      dismiss: () => void (question.value = { kind: 'none' }),
    },
    hook: {
      state: signal(options.hook),
      documents: signal(2),
      dropped: signal(options.dropped),
    },
    probe: {
      progress: signal(options.probing),
      unasked: signal(rollout.endpoints().filter(wantsProbe).length),
      trouble: signal(options.trouble),
      probeUnasked: () => {},
      probeEndpoints: () => {},
      probeCall: () => {},
      cancel: () => {},
      targetOf: (endpoint) => probeTarget(endpoint, calls),
      recordOf: (exchange) => {
        const request = probeRequestOf(exchange, { route: 'header', adds: classicSet }, engine);
        if (request === null) return null;
        const result = options.probeResult === null ? null : probeResult(options.probeResult, request);
        return { request, result, at: result === null ? null : exchange.startedAt, running: false };
      },
      dismiss: () => {},
    },
    cookieJar: { jar: signal(jar), refresh: () => {} },
    trial: {
      state,
      choices,
      plan: computed(() =>
        planTrial({
          choices: choices.value,
          endpoints: rollout.endpoints(),
          callOf: (id) => {
            const exchange = calls.get(id)?.exchange;
            if (exchange === undefined) return undefined;
            const matched = exchange.url.includes('api.') ? 'yes' : 'no';
            return { exchange, reach: { now: matched, deployed: matched } };
          },
          pageOrigin: 'https://app.shop.test',
          agent: facts.agent,
          picking: { purpose: 'x-dtc', pattern: 'api\\.', exclusions: '' },
          patternFlaw: null,
          engine,
          id: sampleTrial.id,
        }),
      ),
      confirmedAt,
      confirm: () => void (confirmedAt.value = Date.UTC(2026, 10, 20, 10)),
      start: () => void (state.value = trialState('running')),
      stop: () => void (state.value = trialState('over')),
      reload: () => {},
      dismiss: () => void (state.value = { kind: 'none' }),
      comparison: log.comparison,
      forgotten: log.forgotten,
      triedCall: log.triedCall,
      triedEndpoint: log.triedEndpoint,
    },
  };
}

function trialState(kind: TrialState['kind']): TrialState {
  switch (kind) {
    case 'none':
    case 'starting':
      return { kind };
    case 'running':
    case 'stopping':
      return { kind, trial: sampleTrial };
    case 'over':
      return { kind, trial: sampleTrial, why: 'stopped' };
    case 'failed':
      return { kind, why: 'A trial needs site access for these hosts.' };
  }
}

function probeResult(
  kind: ProbeResult['kind'],
  request: NonNullable<ReturnType<typeof probeRequestOf>>,
): ProbeResult {
  const sent = { request, headers: probeHeaders(request), startedAt: 0, duration: 31 };
  switch (kind) {
    case 'answered': {
      const headers = [
        ['Access-Control-Allow-Origin', request.origin],
        ['Access-Control-Allow-Headers', request.headerNames.filter((name) => name !== 'x-dtc').join(', ')],
      ] as const;
      return { kind, sent, response: { status: 204, headers } };
    }
    case 'redirected':
      return { kind, sent };
    case 'no-answer':
      return { kind, sent, why: 'Failed to fetch' };
    case 'timeout':
      return { kind, sent, after: 10_000 };
    case 'cancelled':
      return { kind };
    case 'no-access':
      return { kind, pattern: '*://api.partner.test/*' };
    case 'failed':
      return { kind, why: 'The browser refused the rule.' };
  }
}
